"""What stands in the sections: views, categories that hold something, side lists, sources in trouble."""

from __future__ import annotations

from lampungtui.language import say
from lampungtui.model import ShelfName, Tally, View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.outlets.categories import category_tree
from lampungtui.telling.views import category_name, category_names, name_of, shelf_word, view_name
from lampungtui.ui.widgets.sections import Section

__all__ = ["category_name", "category_names", "sections_of", "shelf_word", "view_name"]

ALWAYS_SHOWN = "lampung-raya"
"""The rubric that stands there even while it is empty: the province's own."""


def sections_of(room: Newsroom) -> list[Section]:
    """The rows of the sections, with counts. Rubrics that hold nothing are left out."""
    tallies = room.tallies()

    def row(view: View, depth: int = 0, *, name: str | None = None) -> Section:
        return Section(name or view_name(view), view, depth, tallies.get(view.slug, Tally()))

    rows = [row(View(ViewKind.ALL)), row(View(ViewKind.UNREAD)), row(View(ViewKind.SAVED))]
    if tallies.get(View(ViewKind.LATER).slug, Tally()).total:
        rows.append(row(View(ViewKind.LATER)))
    rows.append(Section(say("CATEGORIES")))
    for each in category_tree():
        view = View(ViewKind.CATEGORY, each.path)
        if tallies.get(view.slug, Tally()).total or each.path == ALWAYS_SHOWN:
            rows.append(row(view, each.depth, name=name_of(each)))
    shelves = [View(ViewKind.SHELF, name) for name in (ShelfName.POPULAR, ShelfName.HIGHLIGHT, ShelfName.COLUMN)]
    held = [view for view in shelves if tallies.get(view.slug, Tally()).total]
    if held:
        rows.append(Section(say("ON THE FRONT PAGE")))
        rows.extend(row(view) for view in held)
    failing = room.failing_outlets()
    if failing:
        rows.append(Section(say("SOURCES IN TROUBLE")))
        rows.extend(Section(outlet.name, trouble=outlet.id) for outlet in failing)
    return rows
