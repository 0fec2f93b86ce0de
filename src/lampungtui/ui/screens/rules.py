"""The rules that mute and highlight: what each finds, how much, where and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType
from textual.content import Content

from lampungtui.errors import LampungtuiError
from lampungtui.language import counted, say
from lampungtui.model import Rule, RuleDraft, RuleKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.query import parse
from lampungtui.telling.deeds import deed_words
from lampungtui.telling.moments import full_day
from lampungtui.telling.queries import query_words
from lampungtui.ui.commands import bindings
from lampungtui.ui.screens.listed import ListedScreen, Told, in_columns
from lampungtui.ui.screens.rule_form import RuleForm, scope_words
from lampungtui.ui.signs import Signs
from lampungtui.ui.source_commands import RULE_COMMANDS
from lampungtui.ui.widgets.bars import Masthead
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row, Tone

if TYPE_CHECKING:
    from lampungtui.ui.app import LampungApp


class RulesScreen(ListedScreen[bool]):
    """Gives whether anything was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(RULE_COMMANDS)]
    COMMANDS_HERE = RULE_COMMANDS

    def __init__(self, room: Newsroom, signs: Signs) -> None:
        super().__init__(signs)
        self.room = room
        self._rules: list[Rule] = []
        self._changed = False

    def help_title(self) -> str:
        return say("Keys for the rules")

    def told(self) -> Sequence[Row]:
        self._rules = list(self.room.rules())
        held = counted("{n} rule", "{n} rules", len(self._rules))
        self.query_one(Masthead).tell(place=say("Mute and highlight"), day="", state="", troubled=False)
        self.query_one("#rows-pane").border_title = Content(held)
        now = datetime.now(UTC)
        return [
            Row(
                each.query,
                self.signs.trouble if each.kind is RuleKind.HIGHLIGHT else self.signs.muted,
                counted("{n} article", "{n} articles", each.articles) if each.holds(now) else say("over"),
                Tone.PLAIN if each.holds(now) else Tone.QUIET,
            )
            for each in self._rules
        ] or [Row(say("No rules yet: a makes one."), tone=Tone.QUIET)]

    def detail(self, row: int) -> Sequence[Told]:
        if not self._rules:
            return [Content.styled(say("What a rule mutes leaves every list, and stands under Muted."), "$quiet")]
        rule = self._rules[row]
        kind = say("Muted") if rule.kind is RuleKind.MUTE else say("Highlighted")
        until = say("until {day}").format(day=full_day(rule.expires_at)) if rule.expires_at else say("for ever")
        return [
            Content.styled(shown(rule.query), "bold $primary"),
            Content(""),
            Content(f"{kind}: {shown(query_words(parse(rule.query)))}"),
            *in_columns(
                [
                    (say("where"), scope_words(self.room, rule.outlet_id, rule.feed_id)),
                    (say("how long"), until),
                    (say("since"), full_day(rule.made_at)),
                ]
            ),
            Content(""),
            Content(counted("It holds for {n} article.", "It holds for {n} articles.", rule.articles)),
        ]

    def action_add(self) -> None:
        self.app.push_screen(RuleForm(self.room, self.signs), self._made)

    def action_edit(self) -> None:
        if not self._rules:
            self.action_add()
            return
        rule = self._rules[self.rows.cursor]

        def changed(draft: RuleDraft | None) -> None:
            if draft is not None:
                self.change(rule, draft)

        self.app.push_screen(RuleForm(self.room, self.signs, rule=rule), changed)

    def on_line_list_chosen(self, _event: LineList.Chosen) -> None:
        self.action_edit()

    def _made(self, draft: RuleDraft | None) -> None:
        if draft is not None:
            self.make(draft)

    def action_remove(self) -> None:
        if self._rules:
            self.let_go(self._rules[self.rows.cursor])

    def action_undo(self) -> None:
        self.turn_back(again=False)

    def action_redo(self) -> None:
        self.turn_back(again=True)

    @work(group="rules", exit_on_error=False)
    async def make(self, draft: RuleDraft) -> None:
        """Makes a rule."""
        try:
            await self.room.make_rule(draft)
        except LampungtuiError as error:
            self._tell_error(error)
        self._done()

    @work(group="rules", exit_on_error=False)
    async def change(self, rule: Rule, draft: RuleDraft) -> None:
        """Makes a rule another one."""
        try:
            await self.room.change_rule(rule, draft)
        except LampungtuiError as error:
            self._tell_error(error)
        self._done()

    @work(group="rules", exit_on_error=False)
    async def let_go(self, rule: Rule) -> None:
        """Lets a rule go."""
        try:
            await self.room.delete_rule(rule)
        except LampungtuiError as error:
            self._tell_error(error)
        else:
            self.notify(shown(rule.query), title=say("Rule let go; u brings it back"), markup=False, timeout=4)
        self._done()

    @work(group="rules", exit_on_error=False)
    async def turn_back(self, *, again: bool) -> None:
        """Takes the last change back, or makes it again."""
        try:
            turned = await self.room.undo(again=again)
        except LampungtuiError as error:
            self._tell_error(error)
            return
        if turned is None:
            nothing = say("There is nothing to make again.") if again else say("There is nothing to take back.")
            self.notify(nothing, markup=False, timeout=3)
        else:
            title = say("Made again: {what}") if again else say("Taken back: {what}")
            deed, _ = turned
            self.notify(shown(deed.about), title=title.format(what=deed_words(deed.what)), markup=False, timeout=4)
        self._done()

    def _done(self) -> None:
        self._changed = True
        self.show_rows()

    def _tell_error(self, error: LampungtuiError) -> None:
        cast("LampungApp", self.app).storing.tell(error)

    def action_leave(self) -> None:
        self.dismiss(self._changed)
