"""Choosing outlets from the catalogue: on the first start, and whenever the reader wants others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from lampungtui.language import counted, later, say
from lampungtui.model import Confidence, Outlet, Scope
from lampungtui.newsroom.sources import Sources
from lampungtui.ui.commands import bindings
from lampungtui.ui.screens.listed import Hung, ListedScreen, Told
from lampungtui.ui.sectioning import category_names
from lampungtui.ui.signs import Signs
from lampungtui.ui.source_commands import CHOOSING_COMMANDS
from lampungtui.ui.widgets.bars import Masthead
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row, Tone

SCOPE_WORDS = {
    Scope.LAMPUNG: later("LAMPUNG"),
    Scope.NETWORK: later("THE NETWORK OF LAMPUNGPRO.CO"),
    Scope.NATIONAL: later("INDONESIA AND THE WORLD"),
}
CONFIDENCE_WORDS = {
    Confidence.SURE: later("sure"),
    Confidence.LIKELY: later("likely"),
    Confidence.UNTRIED: later("untried"),
}
CONFIDENCE_SENTENCES = {
    Confidence.SURE: later("Its addresses are known to answer."),
    Confidence.LIKELY: later("Its addresses answered for others, or follow from its system."),
    Confidence.UNTRIED: later("Its addresses are a guess that nobody has tried."),
}


class ChoosingScreen(ListedScreen[Sequence[str]]):
    """The catalogue, each outlet marked or not; gives the ids of those that are marked, or None to leave it so."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHOOSING_COMMANDS)]
    COMMANDS_HERE = CHOOSING_COMMANDS

    def __init__(self, sources: Sources, signs: Signs, *, welcome: bool = False) -> None:
        super().__init__(signs)
        self._catalogue = sources.catalogue
        self._welcome = welcome
        self._marked = set(sources.chosen_ids())
        self._listed: list[Outlet | None] = []

    def help_title(self) -> str:
        return say("Keys for choosing")

    def told(self) -> Sequence[Row]:
        rows: list[Row] = []
        self._listed = []
        for scope, words in SCOPE_WORDS.items():
            group = [outlet for outlet in self._catalogue if outlet.scope is scope]
            if not group:
                continue
            if rows:
                rows.append(Row("", tone=Tone.HEAD))
                self._listed.append(None)
            rows.append(Row(say(words), tone=Tone.HEAD))
            self._listed.append(None)
            for outlet in group:
                sign = f"[{self.signs.chosen if outlet.id in self._marked else ' '}]"
                untried = outlet.confidence is Confidence.UNTRIED
                rows.append(
                    Row(
                        outlet.name,
                        sign,
                        say(CONFIDENCE_WORDS[outlet.confidence]),
                        Tone.QUIET if untried else Tone.PLAIN,
                    )
                )
                self._listed.append(outlet)
        title = say("Which outlets do you want to read?") if self._welcome else say("Outlets")
        self.query_one(Masthead).tell(
            place=title,
            day="",
            state=counted("{n} marked", "{n} marked", len(self._marked)),
            troubled=not self._marked,
        )
        self.query_one("#rows-pane").border_title = Content(
            counted("{n} outlet", "{n} outlets", sum(outlet is not None for outlet in self._listed))
        )
        return rows

    def detail(self, row: int) -> Sequence[Told]:
        outlet = self._listed[row]
        if outlet is None:
            return ()
        self.query_one("#detail-pane").border_title = Content(shown(outlet.name))
        lines: list[Told] = [
            Content.styled(shown(outlet.name), "bold $primary"),
            Content.styled(shown(outlet.home), "$quiet"),
            Content(""),
            Content.assemble((say(CONFIDENCE_WORDS[outlet.confidence]), "bold")),
            Content(say(CONFIDENCE_SENTENCES[outlet.confidence])),
            Content(""),
            Content.styled(counted("{n} source", "{n} sources", len(outlet.feeds)), "bold"),
        ]
        for feed in outlet.feeds:
            rubric = f" {self.signs.into} ".join(category_names(feed.category)) if feed.category else ""
            arrow = f" {self.signs.into} {shown(rubric)}" if rubric else ""
            lines.append(Hung(Content(f"{self.signs.bullet} "), Content.assemble(shown(feed.title), (arrow, "$quiet"))))
        if self._welcome:
            lines += [
                Content(""),
                Content.styled(say("Space marks, Enter begins."), "$quiet"),
                Content.styled(say("Later, H changes this and a adds any other site."), "$quiet"),
            ]
        return lines

    # ------------------------------------------------------------------ what is done

    @on(LineList.Chosen, "#rows")
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.action_mark()

    def action_mark(self) -> None:
        outlet = self._listed[self.rows.cursor] if self._listed else None
        if outlet is not None:
            self._marked ^= {outlet.id}
            self.show_rows()

    def action_all(self) -> None:
        self._marked |= self._group()
        self.show_rows()

    def action_none(self) -> None:
        self._marked -= self._group()
        self.show_rows()

    def _group(self) -> set[str]:
        here = self._listed[self.rows.cursor] if self._listed else None
        return {outlet.id for outlet in self._catalogue if here is not None and outlet.scope is here.scope}

    def action_done(self) -> None:
        if not self._marked:
            self.notify(say("Mark at least one outlet."), markup=False, timeout=3)
            return
        self.dismiss([outlet.id for outlet in self._catalogue if outlet.id in self._marked])

    def action_leave(self) -> None:
        self.dismiss(None)
