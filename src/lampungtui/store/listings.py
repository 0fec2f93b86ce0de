"""What an article is listed under: rubrics by their path, tags by their key behind a `#`. One table has both, in list order.

A listing is the value of `listed.category`; its view and its slug in the tallies follow from it.
"""

from __future__ import annotations

from typing import Final

from lampungtui.model import View, ViewKind
from lampungtui.stems import fold

TAG_SIGN: Final = "#"
LONGEST_TAG: Final = 40
"""Characters of a tag."""


def tag_key(name: str) -> str:
    """What makes two spellings one tag: without case, accents, a leading `#` and doubled spaces. Empty for no tag."""
    return " ".join(fold(name).replace("/", " ").lstrip(f" {TAG_SIGN}").split())[:LONGEST_TAG].strip()


def tag_listing(name: str) -> str:
    """A tag's listing."""
    return TAG_SIGN + tag_key(name)


def listing_of(view: View) -> str | None:
    """The listing whose articles a view shows; None for a view of another kind."""
    match view.kind:
        case ViewKind.CATEGORY:
            return view.argument
        case ViewKind.TAG:
            return tag_listing(view.argument)
    return None


def slug_of(listing: str) -> str:
    """The slug under which a listing's articles are counted."""
    if listing.startswith(TAG_SIGN):
        return View(ViewKind.TAG, listing.removeprefix(TAG_SIGN)).slug
    return View(ViewKind.CATEGORY, listing).slug
