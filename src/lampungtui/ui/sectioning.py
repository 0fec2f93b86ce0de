"""What stands in the sections: views, categories that hold something, side lists, sources in trouble."""

from __future__ import annotations

from dataclasses import replace

from lampungtui.language import say
from lampungtui.model import ShelfName, Tally, View, ViewKind
from lampungtui.newsroom.room import Newsroom
from lampungtui.outlets.categories import category_tree
from lampungtui.telling.views import category_name, category_names, name_of, shelf_word, view_name
from lampungtui.ui.widgets.sections import Section

__all__ = ["category_name", "category_names", "sections_of", "shelf_word", "view_name"]

ALWAYS_SHOWN = "lampung-raya"
"""The rubric that stands there even while it is empty: the province's own."""


FIGURES = 9
"""Rubrics that a figure leads to."""


def sections_of(room: Newsroom) -> list[Section]:
    """The rows of the sections, with counts. Rubrics that hold nothing are left out."""
    tallies = room.tallies()

    def row(view: View, depth: int = 0, *, name: str | None = None) -> Section:
        return Section(name or view_name(view), view, depth, tallies.get(view.slug, Tally()))

    def where_any(*kinds: ViewKind) -> list[Section]:
        return [row(View(kind)) for kind in kinds if tallies.get(View(kind).slug, Tally()).total]

    rows = [row(View(ViewKind.ALL)), row(View(ViewKind.UNREAD)), row(View(ViewKind.SAVED))]
    rows += where_any(ViewKind.LATER, ViewKind.TODAY, ViewKind.SINCE_VISIT)
    saved = room.saved_views()
    if saved:
        rows.append(Section(say("YOUR VIEWS")))
        rows.extend(row(each.view, name=each.name) for each in saved)
    rows.append(Section(say("CATEGORIES")))
    number = 0
    for each in category_tree():
        view = View(ViewKind.CATEGORY, each.path)
        if tallies.get(view.slug, Tally()).total or each.path == ALWAYS_SHOWN:
            number += each.depth == 0
            figure = number if each.depth == 0 and number <= FIGURES else 0
            rows.append(replace(row(view, each.depth, name=name_of(each)), number=figure))
    shelves = [View(ViewKind.SHELF, name) for name in (ShelfName.POPULAR, ShelfName.HIGHLIGHT, ShelfName.COLUMN)]
    held = [view for view in shelves if tallies.get(view.slug, Tally()).total]
    if held:
        rows.append(Section(say("ON THE FRONT PAGE")))
        rows.extend(row(view) for view in held)
    tags = room.tags()
    if tags:
        rows.append(Section(say("TAGS")))
        rows.extend(Section(f"#{tag.name}", tag.view, 0, tag.tally) for tag in tags)
    away = where_any(ViewKind.HIDDEN, ViewKind.MUTED)
    if away:
        rows.append(Section(say("OUT OF SIGHT")))
        rows.extend(away)
    failing = room.failing_outlets()
    if failing:
        rows.append(Section(say("SOURCES IN TROUBLE")))
        rows.extend(Section(outlet.name, trouble=outlet.id) for outlet in failing)
    return rows
