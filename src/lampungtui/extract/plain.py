"""Plain article text, one paragraph a line, as somebody pasted or saved it."""

from __future__ import annotations

from lampungtui.errors import ReadingError
from lampungtui.foreign import Address, Foreign, clean_line
from lampungtui.model import BodyOrigin, Outlet, PageReading
from lampungtui.press.reading import read_plain


def read_text(text: Foreign, *, url: Address | None = None, outlet: Outlet | None = None) -> PageReading:
    """The article of a text without markup. It has no title: the first line is its first paragraph.

    Raises ReadingError for a text with no words.
    """
    names = (outlet.name, *outlet.names) if outlet is not None else ()
    reading = read_plain(text.markup, names=names)
    if not reading.blocks:
        raise ReadingError("the text holds no words")
    return PageReading(
        title=None,
        blocks=reading.blocks,
        origin=BodyOrigin.GENERAL,
        credits=reading.credits,
        dateline=reading.dateline,
        region=reading.region,
        language=clean_line(outlet.language) if outlet is not None else None,
        canonical=url,
    )
