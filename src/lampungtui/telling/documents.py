"""What `lampungtui probe` and `lampungtui extract` say of a document to a person, line by line.

Times and kinds are told as a profile would have them: who reads these lines writes one.
"""

from __future__ import annotations

from collections.abc import Iterator

from lampungtui.language import counted, later, number, say
from lampungtui.model import (
    Block,
    BodyOrigin,
    FeedReading,
    Heading,
    Image,
    Listing,
    PageReading,
    Quote,
    ShelfName,
    Table,
    blocks_text,
)
from lampungtui.newsroom.probe import timestamp
from lampungtui.telling.articles import role_word
from lampungtui.telling.sentences import sentence_words
from lampungtui.telling.views import region_name, shelf_word

ORIGIN_WORDS = {
    BodyOrigin.RULES: later("by the outlet's profile"),
    BodyOrigin.GENERAL: later("by what is common to all pages"),
    BodyOrigin.FEED: later("from the feed"),
    BodyOrigin.SUMMARY: later("from the feed, a summary"),
}


def feed_lines(reading: FeedReading) -> Iterator[str]:
    """A feed: its kind and title, then a line or two an entry."""
    entries = counted("{n} entry", "{n} entries", len(reading.entries))
    yield f"{reading.title or '-'} ({reading.kind}, {entries})"
    for trouble in reading.troubles:
        yield f"! {sentence_words(trouble)}"
    for entry in reading.entries:
        yield ""
        yield entry.title
        facts = [
            timestamp(entry.published.at) if entry.published else say("no date"),
            ", ".join(entry.labels),
            counted("{n} view", "{n} views", entry.views) if entry.views is not None else "",
            ", ".join(entry.authors),
        ]
        yield "  " + " | ".join(fact for fact in facts if fact)
        if entry.url:
            yield f"  {entry.url}"
    if reading.next_page:
        yield ""
        yield say("next page: {url}").format(url=reading.next_page)
    for shelf in reading.shelves:
        yield ""
        yield f"[{shelf_word(ShelfName(shelf.name))}]"
        for entry in shelf.entries:
            yield f"  {entry.title}" + (f" ({number(entry.views)})" if entry.views is not None else "")


def page_lines(reading: PageReading) -> Iterator[str]:
    """An article: its facts in two columns, then its text."""
    yield reading.title or say("(no title)")
    facts = list(_facts(reading))
    width = max(len(name) for name, _ in facts)
    for name, words in facts:
        yield f"{name:<{width}}  {words}"
    yield ""
    for block in reading.blocks:
        yield from _block_lines(block)
        yield ""


def _facts(reading: PageReading) -> Iterator[tuple[str, str]]:
    if reading.published:
        source = say("(from {source})").format(source=reading.published.source)
        yield say("published"), f"{timestamp(reading.published.at)} {source}"
    if reading.dateline:
        yield say("dateline"), f"{reading.dateline.place or '-'} ({reading.dateline.agency or '-'})"
    if reading.region:
        inferred = say("(inferred)") if reading.region.inferred else ""
        yield say("region"), f"{region_name(reading.region)} {inferred}".rstrip()
    for credit in reading.credits:
        initials = say("(initials)") if credit.initials else ""
        yield role_word(credit.role), f"{credit.name} {initials}".rstrip()
    words = counted("{n} word", "{n} words", len(blocks_text(reading.blocks).split()))
    origin = say(ORIGIN_WORDS[reading.origin])
    yield say("text"), f"{origin}, {words}"
    if reading.next_page:
        yield say("next page"), reading.next_page


def _block_lines(block: Block, indent: str = "") -> Iterator[str]:
    match block:
        case Heading():
            yield f"{indent}## {blocks_text((block,))}"
        case Quote(blocks):
            for inner in blocks:
                yield from _block_lines(inner, f"{indent}> ")
        case Listing():
            for place, item in enumerate(block.items, block.start):
                mark = f"{place}. " if block.ordered else "- "
                yield f"{indent}{mark}{blocks_text(item)}"
        case Table():
            yield from (f"{indent}{line}" for line in blocks_text((block,)).split("\n"))
        case Image():
            word, words = say("Picture"), block.caption or block.alt or ""
            yield f"{indent}[{word}] {words} {block.url}"
        case _:
            yield from (f"{indent}{line}" for line in blocks_text((block,)).split("\n"))
