"""The people of an article, its region and its outlet: each leads to everything else of theirs."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from lampungtui.language import counted, say
from lampungtui.model import Article, View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.query import quoted
from lampungtui.telling.articles import role_word
from lampungtui.telling.views import region_name
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import LineList
from lampungtui.ui.widgets.row_list import Row, RowList

TALLEST = 14
"""Rows that are in sight at once."""


class PeopleScreen(Dialog[str]):
    """Gives the query that finds everything of whoever was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,c", "leave", show=False, priority=True),
        Binding("enter,a", "take", show=False, priority=True),
        Binding("j,down", "move(1)", show=False, priority=True),
        Binding("k,up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, room: Newsroom, article: Article, signs: Signs) -> None:
        super().__init__(classes="dialog")
        self._room = room
        self._article = article
        self._signs = signs
        self._queries: list[str] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box -list -people") as box:
            box.border_title = Content(say("Who made it, and where"))
            box.border_subtitle = Content(say("Enter lists everything of theirs, Esc closes"))
            yield RowList(id="people", signs=self._signs)

    def on_mount(self) -> None:
        rows: list[Row] = []
        article = self._article
        for credit in article.credits:
            # Initials may be several people's: nothing is listed under them.
            query = "" if credit.initials else quoted("orang", credit.name)
            rows.append(self._row(role_word(credit.role), credit.name, query))
        if article.region is not None:
            what = say("Region (by its category or title)") if article.region.inferred else say("Region")
            rows.append(self._row(what, region_name(article.region), quoted("daerah", article.region.name)))
        outlet = article.headline.outlet_name
        rows.append(self._row(say("Outlet"), outlet, quoted("media", outlet)))
        self.query_one(RowList).styles.height = min(len(rows), TALLEST)
        self.query_one(RowList).show(rows, 0)
        self.query_one(RowList).focus()

    def _row(self, what: str, name: str, query: str) -> Row:
        self._queries.append(query)
        total = self._room.tally(View(ViewKind.SEARCH, query)).total if query else 0
        aside = counted("{n} article", "{n} articles", total) if query else ""
        return Row(f"{what} {self._signs.dot} {name}", self._signs.bullet, aside)

    def action_move(self, by: int) -> None:
        self.query_one(RowList).move(by)

    def action_take(self) -> None:
        query = self._queries[self.query_one(RowList).cursor]
        if query:
            self.dismiss(query)

    @on(LineList.Chosen)
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.action_take()

    def action_leave(self) -> None:
        self.dismiss(None)
