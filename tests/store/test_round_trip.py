"""What is stored comes out as it went in, whatever is written in it; what was not cleaned comes out clean."""

from __future__ import annotations

import asyncio
import re
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hostile.stream import troubles
from tests.store.newsdesk import ALL, keep, story

from lampungtui.errors import StoreError
from lampungtui.foreign import Address, Line, clean_address, clean_code, clean_line, clean_run
from lampungtui.identity import canonical
from lampungtui.model import (
    Blocks,
    BodyOrigin,
    Code,
    Credit,
    Dateline,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Role,
    Span,
    Table,
    blocks_text,
)
from lampungtui.store import Store

HARM = st.sampled_from(
    ["\x1b]2;PALSU\x07", "\x9b31m", "\u202e", "\x00", "\ud800", "[@click=app.quit]x[/]", "'; DROP TABLE article; --", '"', "NEAR(", "%s", "{0}", "\u0301" * 9]
)  # fmt: skip
SURROGATE = re.compile("[\ud800-\udfff]")
TEXTS = st.lists(st.one_of(HARM, st.text(max_size=20)), min_size=1, max_size=6).map("".join)
LINES = TEXTS.map(clean_line).filter(bool)
SPANS = st.lists(
    st.builds(Span, TEXTS.map(clean_run).filter(lambda text: bool(text.strip())), st.booleans(), st.booleans()),
    min_size=1,
    max_size=3,
).map(tuple)
PLAIN = st.one_of(
    st.builds(Paragraph, SPANS), st.builds(Heading, st.integers(1, 6), SPANS), st.builds(Code, TEXTS.map(clean_code).filter(lambda t: bool(t.strip())))
)  # fmt: skip
BLOCKS = st.lists(
    st.one_of(
        PLAIN,
        st.builds(Quote, st.lists(PLAIN, min_size=1, max_size=2).map(tuple)),
        st.builds(Listing, st.booleans(), st.lists(st.lists(PLAIN, min_size=1, max_size=1).map(tuple), min_size=1, max_size=3).map(tuple), st.integers(1, 9)),
        st.builds(Table, st.just(()), st.lists(st.lists(SPANS, min_size=2, max_size=2).map(tuple), min_size=1, max_size=2).map(tuple), st.none()),
    ),
    min_size=1,
    max_size=4,
).map(tuple)  # fmt: skip
CREDITS = st.lists(
    st.builds(Credit, st.sampled_from(list(Role)), LINES), max_size=3, unique_by=lambda each: (each.role, each.name)
).map(tuple)


@settings(max_examples=60)
@given(LINES, BLOCKS, CREDITS, st.lists(LINES, max_size=3, unique=True).map(tuple), LINES)
def test_an_article_comes_out_of_the_cache_as_it_went_in(
    title: Line, body: Blocks, credits: tuple[Credit, ...], labels: tuple[Line, ...], place: Line
) -> None:
    new = replace(
        story(1),
        title=title,
        body=body,
        credits=credits,
        labels=labels,
        dateline=Dateline(place, None),
        origin=BodyOrigin.FEED,
    )

    async def there_and_back(folder: Path) -> None:
        store = Store.open(folder)
        try:
            await keep(store, new)
        finally:
            store.close()
        again = Store.open(folder)
        try:
            article = again.article(1)
        finally:
            again.close()
        assert article is not None
        assert article.headline.title == title
        assert article.blocks == body
        assert article.credits == credits
        assert article.labels == labels
        assert article.dateline == Dateline(place, None)

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(there_and_back(Path(folder)))


@settings(max_examples=40)
@given(TEXTS.filter(lambda text: bool(text.strip())), TEXTS)
def test_what_came_in_uncleaned_comes_out_clean_and_can_be_searched(title: str, name: str) -> None:
    new = replace(
        story(1),
        title=Line(title),
        outlet_name=Line(name),
        credits=(Credit(Role.EDITOR, Line(name)),),
        labels=(Line(name),),
    )

    async def there_and_back(folder: Path) -> None:
        store = Store.open(folder)
        try:
            try:
                await keep(store, new)
            except StoreError:
                # Half a character is no text that SQLite takes; a cleaned line has none.
                assert SURROGATE.search(title + name)
                return
            article = store.article(1)
            listed = store.headlines(ALL, as_of=store.newest_id(), limit=10)
        finally:
            store.close()
        assert article is not None
        shown = [
            article.headline.title,
            *(each.name for each in article.credits),
            *article.labels,
            blocks_text(article.blocks),
        ]
        shown += [listed[0].title, listed[0].outlet_name]
        for text in shown:
            assert list(troubles(clean_line(text).encode())) == []

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(there_and_back(Path(folder)))


@given(
    st.text(max_size=60),
    st.sampled_from(["https://kabar.example/", "http://www.kabar.example:8080/a?", "//kabar.example/"]),
)
def test_what_an_address_is_known_by_stays_when_it_is_asked_again(rest: str, start: str) -> None:
    address = clean_address(start + rest, Address("https://kabar.example/"))
    if address is not None:
        known = canonical(address)
        assert canonical(known) == known
        assert clean_address(known) == known
