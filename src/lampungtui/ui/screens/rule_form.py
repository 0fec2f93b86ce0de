"""A rule being made: what it finds, what is done with it, where, and until when; with its count before it is made."""

from __future__ import annotations

import enum
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from lampungtui.errors import LampungtuiError
from lampungtui.language import counted, say
from lampungtui.model import Headline, Rule, RuleDraft, RuleKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.query import parse
from lampungtui.telling.failures import error_words
from lampungtui.telling.moments import full_day
from lampungtui.telling.queries import problem_words, query_words
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row, RowList

Scope = tuple[str | None, str | None]
"""Where a rule holds: the id of an outlet, or of a feed; both None for everywhere."""

EVERYWHERE: Scope = (None, None)


def scope_words(room: Newsroom, outlet_id: str | None, feed_id: str | None) -> str:
    """Where a rule holds, in words."""
    feed = next((each for each in room.feeds if each.id == feed_id), None)
    outlet = room.outlet(feed.outlet_id if feed is not None else outlet_id or "")
    if feed_id is not None:
        name = feed.title if feed is not None else feed_id
        return str(shown(f"{outlet.name}: {name}" if outlet is not None else name))
    if outlet_id is None:
        return say("everywhere")
    return str(shown(outlet.name if outlet is not None else outlet_id))


class _Part(enum.IntEnum):
    """The rows under the query."""

    KIND = 0
    SCOPE = 1
    TERM = 2


TERMS: tuple[timedelta | None, ...] = (
    None, timedelta(days=1), timedelta(days=7), timedelta(days=30), timedelta(days=90),
)  # fmt: skip
"""How long a rule may hold; None for ever."""


class RuleForm(Dialog[RuleDraft]):
    """Gives the rule that is wanted, or None. Left and right change a row, Enter makes the rule."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
        Binding("down,tab", "move(1)", show=False, priority=True),
        Binding("up,shift+tab", "move(-1)", show=False, priority=True),
        Binding("right", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("space", "turn(1)", show=False),
    ]

    def __init__(
        self,
        room: Newsroom,
        signs: Signs,
        *,
        query: str = "",
        headline: Headline | None = None,
        rule: Rule | None = None,
    ) -> None:
        """`headline` is the article beside which the rule is made: its outlet can be its scope; `rule` is one to change."""
        super().__init__(classes="dialog")
        self._room = room
        self._signs = signs
        self._query = rule.query if rule is not None else query
        self._kind = rule.kind if rule is not None else RuleKind.MUTE
        scope = (rule.outlet_id, rule.feed_id) if rule is not None else EVERYWHERE
        outlet_id = headline.outlet_id if headline is not None else None
        outlet = room.outlet(outlet_id) if outlet_id is not None else None
        self._scopes: list[Scope] = [EVERYWHERE]
        if outlet is not None:
            self._scopes.append((outlet.id, None))
            if len(outlet.feeds) > 1:
                self._scopes += [(None, feed.id) for feed in outlet.feeds]
        if scope not in self._scopes:
            self._scopes.append(scope)
        self._scope = self._scopes.index(scope)
        self._term = 0
        self._until = rule.expires_at if rule is not None else None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box -list -choice -rule") as box:
            box.border_title = Content(say("Mute or highlight"))
            box.border_subtitle = Content(say("Enter makes the rule, Esc leaves it"))
            yield Input(
                shown(self._query),
                placeholder=say("words, or media: daerah: rubrik: orang: ..."),
                id="rule-query",
                compact=True,
            )
            yield RowList(id="rule-parts", signs=self._signs)
            yield Static(id="rule-told", classes="words")

    def on_mount(self) -> None:
        self.query_one(RowList).styles.height = len(_Part)
        self._show()
        self.query_one(Input).focus()
        self.count()

    # ------------------------------------------------------------------ what it says

    def _show(self) -> None:
        where = scope_words(self._room, *self._scopes[self._scope])
        kinds = {RuleKind.MUTE: say("mute"), RuleKind.HIGHLIGHT: say("highlight")}
        turn = "< >" if self._signs.plain else "‹ ›"
        self.query_one(RowList).show(
            [
                Row(kinds[self._kind], turn, say("what is done")),
                Row(where, turn, say("where")),
                Row(self._until_words(), turn, say("how long")),
            ]
        )

    def _until_words(self) -> str:
        if self._until is None:
            return say("for ever")
        days = round((self._until - datetime.now(UTC)) / timedelta(days=1))
        lasting = counted("{n} day", "{n} days", days)
        return say("{lasting}, until {day}").format(lasting=lasting, day=full_day(self._until))

    @property
    def draft(self) -> RuleDraft:
        """The rule as it stands."""
        query = self.query_one(Input).value.strip()
        return RuleDraft(self._kind, query, *self._scopes[self._scope], self._until)

    @work(group="count", exclusive=True, exit_on_error=False)
    async def count(self) -> None:
        """Says what the query asks for and how many stored articles the rule would hold for."""
        draft = self.draft
        query = parse(draft.query)
        lines: list[Content] = [Content("")]
        if query.empty:
            lines.append(Content.styled(say("A rule needs words or a filter."), "$quiet"))
        else:
            try:
                tally = await self._room.preview_rule(draft)
            except LampungtuiError as error:
                self._tell([Content.styled(shown(error_words(error)), "$warning")])
                return
            lines.append(Content.styled(shown(query_words(query)), "$quiet"))
            lines.append(
                Content.styled(
                    counted("It holds for {n} stored article.", "It holds for {n} stored articles.", tally.total),
                    "bold",
                )
            )
        for problem in query.problems:
            told = f"{shown(problem.text)}: {problem_words(problem)}"
            lines.append(Content.styled(told, "$warning"))
        self._tell(lines)

    def _tell(self, lines: list[Content]) -> None:
        self.query_one("#rule-told", Static).update(Content("\n").join(lines))

    # ------------------------------------------------------------------ keys

    @on(Input.Changed)
    def _changed(self, _event: Input.Changed) -> None:
        self.count()

    def action_move(self, by: int) -> None:
        """From the query into the rows and back."""
        rows = self.query_one(RowList)
        if not rows.has_focus:
            if by > 0:
                rows.focus()
        elif by < 0 and rows.cursor == 0:
            self.query_one(Input).focus()
        else:
            rows.move(by)

    def action_turn(self, by: int) -> None:
        """Another value of the row under the cursor."""
        rows = self.query_one(RowList)
        if not rows.has_focus:
            return
        match _Part(rows.cursor):
            case _Part.KIND:
                self._kind = RuleKind.HIGHLIGHT if self._kind is RuleKind.MUTE else RuleKind.MUTE
            case _Part.SCOPE:
                self._scope = (self._scope + by) % len(self._scopes)
            case _Part.TERM:
                self._term = (self._term + by) % len(TERMS)
                term = TERMS[self._term]
                self._until = datetime.now(UTC) + term if term is not None else None
        self._show()
        self.count()

    @on(LineList.Chosen)
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.query_one(RowList).focus()
        self.action_turn(1)

    def action_take(self) -> None:
        if not parse(self.draft.query).empty:
            self.dismiss(self.draft)

    def action_leave(self) -> None:
        self.dismiss(None)
