"""Trying the CSS selectors of a profile, so that a slip is found when the profile is read, not on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from lampungtui.model import Outlet
from lampungtui.outlets.source import Source, Step

_WORDS = frozenset({"title_attribute", "title_prefix", "name", "heading"})
"""Keys of the rules that are not selectors."""


def check_selectors(outlet: Outlet, source: Source) -> None:
    """Raises `ProfileError` for the first selector of `outlet` that the HTML engine cannot compile."""
    written = tuple(selectors_of(outlet))
    if not written:
        return
    # Most people's own profiles are a name and a feed: the HTML engine is not imported for them.
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    document = LexborHTMLParser("<p></p>")
    for steps, selector in written:
        try:
            document.css(selector)
        except SelectolaxError as error:
            raise source.error(steps, f"{steps[-1]!r} is not a CSS selector: {selector!r}", selector) from error


def selectors_of(outlet: Outlet) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every selector of `outlet`, with its place in the profile."""
    yield from _selectors(("page",), outlet.page)
    if outlet.listing is not None:
        yield from _selectors(("listing",), outlet.listing)
        for place, shelf in enumerate(outlet.listing.shelves):
            yield from _selectors(("listing", "shelves", place), shelf)


def _selectors(at: tuple[Step, ...], rules: object) -> Iterator[tuple[tuple[Step, ...], str]]:
    for field in fields(rules):  # type: ignore[arg-type]
        value = getattr(rules, field.name)
        if field.name in _WORDS or field.name == "shelves" or value is None:
            continue
        for selector in (value,) if isinstance(value, str) else value:
            yield (*at, field.name), selector
