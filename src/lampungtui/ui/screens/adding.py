"""Adding a source: an address is typed, what it offers is shown with its newest headlines, and one is followed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from lampungtui.discretion import discreet
from lampungtui.errors import LampungtuiError
from lampungtui.language import counted, say
from lampungtui.newsroom.candidates import Candidate
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.sights import Looking, NothingFound
from lampungtui.newsroom.sources import Sources
from lampungtui.newsroom.typed_address import NoAddress
from lampungtui.telling.failures import error_words
from lampungtui.telling.finding import (
    amount_words,
    candidate_name,
    kind_words,
    looking_words,
    missed_words,
    no_address_words,
    step_words,
)
from lampungtui.telling.sentences import sentence_words
from lampungtui.ui.commands import Command, bindings
from lampungtui.ui.screens.listed import Hung, ListedScreen, Told
from lampungtui.ui.screens.rubrics import BY_LABELS, RubricScreen
from lampungtui.ui.sectioning import category_names
from lampungtui.ui.signs import Signs
from lampungtui.ui.source_commands import ADDING_COMMANDS
from lampungtui.ui.widgets.bars import Masthead
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row


class AddingScreen(ListedScreen[str]):
    """Gives the id of the feed that is followed now, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ADDING_COMMANDS)]
    COMMANDS_HERE = ADDING_COMMANDS
    AUTO_FOCUS = "#address"

    def __init__(self, room: Newsroom, sources: Sources, signs: Signs, address: str = "") -> None:
        """`address` is one that an article names: it is looked at once, as one that no person typed."""
        super().__init__(signs)
        self._given = address
        self.room = room
        self.sources = sources
        self._candidates: list[Candidate] = []
        self._category: str | None = None
        self._looking = ""
        self._instead: list[Content] = []
        self._asked = False
        self._following = False
        self._clicked = False

    def compose_above(self) -> ComposeResult:
        address = Input(
            self._given,
            id="address",
            placeholder=say("any address: a site, a page, a feed, an API"),
            select_on_focus=False,
        )
        address.border_title = Content(say("Add a source"))
        yield address

    def on_mount(self) -> None:
        super().on_mount()
        if self._given:
            self._asked = True
            self.look(self._given)
        else:
            self._say_instead(
                [
                    Content(say("Type an address and press Enter. The name of a site is enough.")),
                    Content(""),
                    Content.styled(
                        say("What can be followed there is shown first, with its newest headlines."), "$quiet"
                    ),
                ]
            )

    def help_title(self) -> str:
        return say("Keys for adding")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While an address is typed, every key is its own but the one that leaves; a click is none."""
        return self._clicked or not self.is_mounted or not self.query_one("#address").has_focus

    async def do_clicked(self, command: Command) -> None:
        self._clicked = True
        try:
            await super().do_clicked(command)
        finally:
            self._clicked = False

    def told(self) -> Sequence[Row]:
        self.query_one(Masthead).tell(place=say("Add a source"), day="", state=self._looking, troubled=False)
        found = counted("{n} found", "{n} found", len(self._candidates)) if self._asked else ""
        self.query_one("#rows-pane").border_title = Content(found)
        return [Row(candidate_name(each), self.signs.bullet, kind_words(each.kind)) for each in self._candidates]

    def detail(self, row: int) -> Sequence[Told]:
        each = self._candidates[row]
        self.query_one("#detail-pane").border_title = Content(say("What it offers"))
        rubric = f" {self.signs.into} ".join(category_names(self._category)) if self._category else say("by its labels")
        lines: list[Told] = [
            Content.styled(shown(candidate_name(each)), "bold $primary"),
            Content.styled(shown(discreet(each.url)), "$quiet"),
            Content(""),
            Content(f"{kind_words(each.kind)} {self.signs.dot} {step_words(each.found)}"),
            Content(amount_words(each)),
            Content.assemble((say("category") + "  ", "$quiet"), shown(rubric)),
            Content(""),
            Content.styled(say("Newest headlines"), "bold"),
        ]
        lines += [Hung(Content(f"{self.signs.bullet} "), Content(shown(title))) for title in each.newest]
        if each.reading.troubles:
            lines += [
                Content(""),
                *(Content.styled(shown(sentence_words(trouble)), "$quiet") for trouble in each.reading.troubles[:5]),
            ]
        return lines

    # ------------------------------------------------------------------ the address

    @on(Input.Submitted, "#address")
    def _submitted(self, event: Input.Submitted) -> None:
        self._look_at(event.value.strip())

    def _look_at(self, typed: str) -> None:
        if typed:
            self._candidates = []
            self._asked = True
            self.look(typed)

    @work(group="look", exclusive=True, exit_on_error=False)
    async def look(self, typed: str) -> None:
        """Looks for what can be followed at an address; each candidate is shown as it is found."""
        self._tell_looking(say("looking at the address ..."))
        self._say_instead([])
        try:
            async with aclosing(self.room.discovery().watch(typed, named=typed != self._given)) as sights:
                async for sight in sights:
                    if isinstance(sight, Candidate):
                        self._candidates.append(sight)
                        self.show_rows()
                    elif isinstance(sight, Looking):
                        self._tell_looking(looking_words(sight.step))
        except NothingFound as error:
            self._tell_nothing(error)
        except NoAddress as error:
            self._say_instead([Content.styled(no_address_words(error), "$warning")])
        except LampungtuiError as error:
            self._say_instead([Content.styled(shown(error_words(error)), "$warning")])
        finally:
            self._tell_looking("")
        if self._candidates:
            self.rows.focus()

    def _tell_looking(self, words: str) -> None:
        self._looking = words
        self.show_rows()

    def _tell_nothing(self, error: NothingFound) -> None:
        lines = [Content.styled(say("Nothing that can be followed was found there."), "bold"), Content("")]
        lines += [
            Content.assemble((shown(discreet(each.url)), "$quiet"), "  ", missed_words(each))
            for each in error.missed[:14]
        ]
        self._say_instead(lines)

    def _say_instead(self, lines: Sequence[Content]) -> None:
        self._instead = list(lines)
        self.show_rows()

    def tell_detail(self) -> None:
        super().tell_detail()
        if self._instead and not self._candidates:
            self.query_one("#detail", Static).update(Content("\n").join(self._instead))

    async def on_key(self, event: events.Key) -> None:
        if not self.query_one("#address").has_focus:
            return
        if event.key == "escape":
            event.stop()
            if self._candidates:
                self.rows.focus()
            else:
                self.dismiss(None)
        elif event.key in ("down", "tab") and self._candidates:
            event.stop()
            event.prevent_default()
            self.rows.focus()

    # ------------------------------------------------------------------ what is done

    @on(LineList.Chosen, "#rows")
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.show_detail()

    def action_follow(self) -> None:
        if self._candidates and not self._following:
            # A key that is held comes again while this one still has its effect.
            self._following = True
            self._follow(self._candidates[self.rows.cursor])
        elif self._clicked and not self._candidates:
            # What Enter does while there is nothing to follow yet.
            self._look_at(self.query_one("#address", Input).value.strip())

    @work(group="follow", exit_on_error=False)
    async def _follow(self, candidate: Candidate) -> None:
        """Follows a candidate; what was downloaded of it is stored with it."""
        try:
            feed = await self.sources.follow(candidate, category=self._category)
        except LampungtuiError as error:
            self.notify(shown(error_words(error)), title=say("Not added"), severity="error", markup=False)
            return
        finally:
            self._following = False
        self.notify(shown(feed.title), title=say("Followed from now on"), markup=False, timeout=3)
        self.dismiss(feed.id)

    def action_rubric(self) -> None:
        def taken(path: str | None) -> None:
            if path is not None:
                self._category = None if path == BY_LABELS else path
                self.show_detail()

        self.app.push_screen(RubricScreen(self.signs, self._category), taken)

    def action_again(self) -> None:
        self.query_one("#address").focus()

    def action_leave(self) -> None:
        self.dismiss(None)
