"""What rubrics, side lists and views are called."""

from __future__ import annotations

from lampungtui.language import INDONESIAN, current_language, say
from lampungtui.model import Category, Region, ShelfName, View, ViewKind
from lampungtui.newsroom.decide import region_category
from lampungtui.outlets.categories import ancestors, category


def category_name(path: str) -> str:
    """A rubric's name in the language of the screen; an unknown path is shown as it is."""
    found = category(path)
    return name_of(found) if found is not None else path


def name_of(found: Category) -> str:
    return found.name_id if current_language() == INDONESIAN else found.name_en


def category_names(path: str) -> list[str]:
    """The names of a rubric and of those it is nested in, outermost first; nothing for no rubric."""
    if not path:
        return []
    return [*(name_of(above) for above in ancestors(path)), category_name(path)]


def region_name(region: Region) -> str:
    """What a region is called in the language of the screen: as its rubric is, where it has one."""
    path = region_category(region)
    return category_name(path) if path is not None else region.name


def shelf_word(name: str) -> str:
    """The name of a side list: Terpopuler, Sorotan, Kopi Pahit."""
    match name:
        case ShelfName.POPULAR:
            return say("Most read")
        case ShelfName.HIGHLIGHT:
            return say("Highlights")
        case ShelfName.COLUMN:
            return "Kopi Pahit"
        case _:
            return say("Latest")


def view_name(view: View) -> str:
    """What a view is called on screen."""
    match view.kind:
        case ViewKind.ALL:
            return say("All")
        case ViewKind.UNREAD:
            return say("Unread")
        case ViewKind.SAVED:
            return say("Saved")
        case ViewKind.LATER:
            return say("To read later")
        case ViewKind.CATEGORY:
            return category_name(view.argument)
        case ViewKind.SHELF:
            return shelf_word(view.argument)
        case ViewKind.SEARCH:
            return say("Search: {words}").format(words=view.argument)
        case ViewKind.TODAY:
            return say("Today")
        case ViewKind.SINCE_VISIT:
            return say("Since your last visit")
        case ViewKind.TAG:
            return f"#{view.argument}"
        case ViewKind.HIDDEN:
            return say("Hidden")
        case ViewKind.MUTED:
            return say("Muted")
        case ViewKind.VIEW:
            # Whoever lists saved views gives their names.
            return say("Saved view")
