"""A feed's texts made ready for the store where they were parsed: the reader's own process only hands them on.

Packing 50 bodies takes as long as everything else that storing a feed does; beside the parser it is done on another core.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lampungtui.blockform import pack
from lampungtui.feeds.item import has_words
from lampungtui.model import WHOLE_WORDS, BodyOrigin, Entry, FeedReading, Outlet, PackedBody, blocks_text
from lampungtui.press.reading import read_body
from lampungtui.stems import derived


def findable(reading: FeedReading) -> FeedReading:
    """The reading with the derived words of its texts, packed or not."""
    entries = [*reading.entries, *(entry for shelf in reading.shelves for entry in shelf.entries)]
    return replace(reading, derived=derived(text for entry in entries for text in _texts(entry)))


def _texts(entry: Entry) -> Iterator[str]:
    yield entry.title
    if entry.packed is not None:
        yield entry.packed.text
    else:
        yield blocks_text(entry.content or entry.summary)


def packed(reading: FeedReading, outlet: Outlet | None) -> FeedReading:
    """The reading with its entries' bodies packed."""
    names = (outlet.name, *outlet.names) if outlet is not None else ()
    return replace(
        reading,
        entries=tuple(
            replace(entry, content=(), summary=(), packed=packed_body(entry, names)) for entry in reading.entries
        ),
    )


def packed_body(entry: Entry, names: Sequence[str] = ()) -> PackedBody:
    """The best text that a feed itself gives of an entry, ready for the store, and the digest of its words.

    A whole text is read as its page would be: dateline, credits and furniture are no part of it. `names` are the forms in
    which its outlet names itself.
    """
    text = blocks_text(entry.content)
    if entry.content and has_words(text, WHOLE_WORDS):
        press = read_body(entry.content, names=names)
        body = PackedBody(
            pack(press.blocks),
            blocks_text(press.blocks),
            BodyOrigin.FEED,
            _digest(entry, text),
            press.credits,
            press.dateline,
            press.region,
        )
        if body.text:
            return body
    blocks = entry.content or entry.summary
    words = text if entry.content else blocks_text(entry.summary)
    return PackedBody(pack(blocks) if blocks else b"", words, BodyOrigin.SUMMARY, _digest(entry, words))


def _digest(entry: Entry, words: str) -> str:
    """By what an edit is known. A title that the page cut short may be cut elsewhere the next time, and is left out."""
    title = "" if entry.title_cut else entry.title
    return hashlib.sha256(f"{title}\n{words}".encode()).hexdigest()[:24]
