"""Searching as Indonesian is written: a word finds its family, a quoted one only itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from tests.store.newsdesk import NOON, page, prose, story

from lampungtui.foreign import Line
from lampungtui.model import Order, View, ViewKind, blocks_text
from lampungtui.stems import derived
from lampungtui.store import Store
from lampungtui.store.connection import FILE_NAME
from lampungtui.store.records import AddArticle, FeedState
from lampungtui.store.schema import MIGRATIONS

TITLES = (
    "Polisi mengamankan arus mudik",
    "Keamanan pasar ditingkatkan",
    "Kafé rakyat dibuka di Metro",
    "Warga menanam pohon",
    "Penangkapan ikan dibatasi",
)


async def keep_read(store: Store, *stories: AddArticle) -> None:
    """Stores articles as a refresh does, with what the workshop made of their words."""
    texts = [text for each in stories for text in (each.title, blocks_text(each.body))]
    await store.keep_feed(
        "kabar-siger/utama",
        keys=[],
        decide=lambda known: stories,
        state=FeedState(feed_id="kabar-siger/utama"),
        derived=derived(texts),
    )


def titled(titles: Sequence[str]) -> list[AddArticle]:
    return [
        replace(story(number), title=Line(title), body=prose("Isi berita.")) for number, title in enumerate(titles, 1)
    ]


def search(store: Store, typed: str) -> set[str]:
    ids = store.ids_of(View(ViewKind.SEARCH, typed)) or []
    return {str(headline.title) for headline in store.headlines_of(ids)}


SECURITY = {"Polisi mengamankan arus mudik", "Keamanan pasar ditingkatkan"}


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("aman ", SECURITY),
        ("Mengamankan ", SECURITY),
        ("pengamanan pasar", {"Keamanan pasar ditingkatkan"}),
        ('"mengamankan"', {"Polisi mengamankan arus mudik"}),
        ('"aman"', set()),
        ('"arus mudik"', {"Polisi mengamankan arus mudik"}),
        ("judul:aman", SECURITY),
        ("-aman -kafe -tanam", {"Penangkapan ikan dibatasi"}),
        ("kafe", {"Kafé rakyat dibuka di Metro"}),
        ("KAFÉ ", {"Kafé rakyat dibuka di Metro"}),
        ("pembukaan ", {"Kafé rakyat dibuka di Metro"}),
        ("tanaman ", {"Warga menanam pohon"}),
        ("tangkap ", {"Penangkapan ikan dibatasi"}),
        ("perikanan ", {"Penangkapan ikan dibatasi"}),
        ("keam", {"Keamanan pasar ditingkatkan"}),
    ],
)
async def test_a_word_finds_its_family(store: Store, typed: str, titles: set[str]) -> None:
    await keep_read(store, *titled(TITLES))
    assert search(store, typed) == titles


async def test_words_of_a_page_are_found_too(store: Store) -> None:
    await keep_read(store, *titled(TITLES[:1]))
    body = replace(page("Petugas memperbaiki jembatan."), derived=derived(["Petugas memperbaiki jembatan."]))
    await store.keep_body(1, body, fetched_at=NOON)
    assert search(store, "perbaikan ") == {TITLES[0]}


async def test_a_word_that_was_not_stored_is_stored_the_next_time(store: Store) -> None:
    def fails(known: object) -> list[AddArticle]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await store.keep_feed(
            "kabar-siger/utama", keys=[], decide=fails, state=FeedState("x"), derived=["aman mengamankan"]
        )
    await keep_read(store, *titled(TITLES[:1]))
    assert search(store, "aman ") == {TITLES[0]}


async def test_a_cache_from_before_there_were_families_learns_them(tmp_path: Path) -> None:
    old = apsw.Connection(str(tmp_path / FILE_NAME))
    for script in MIGRATIONS[:3]:
        old.execute(script)
    old.execute("INSERT INTO outlet VALUES ('kabar-siger', 'Kabar Siger')")
    old.execute(
        "INSERT INTO article (id, outlet, title, category, sort_at, first_seen_at) "
        "VALUES (1, 'kabar-siger', 'Polisi mengamankan arus mudik', 'hukum', 1, 1)"
    )
    old.execute("INSERT INTO words (rowid, title, body) VALUES (1, 'Polisi mengamankan arus mudik', '')")
    old.pragma("user_version", 3)
    old.pragma("application_id", 0x4C505449)
    old.close()
    store = Store.open(tmp_path)
    try:
        assert search(store, "pengamanan ") == {"Polisi mengamankan arus mudik"}
    finally:
        store.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("pas", True), ("pa", False), ("p", False), ("di", True), ("d", False)],
    ids=["three letters", "two", "one", "a whole word of two", "one of its letters"],
)
async def test_a_word_still_being_typed_finds_what_begins_so_from_its_third_letter_on(
    store: Store, typed: str, found: bool
) -> None:
    await keep_read(store, *titled(["Keamanan pasar di Metro"]))
    assert bool(search(store, typed)) is found


async def test_of_very_many_hits_the_latest_are_weighed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lampungtui.store.search.WEIGHED", 3)
    await keep_read(store, *titled([*(f"Pasar ke-{number}" for number in range(8)), "Kopi", "Kopi dan pasar"]))
    weighed = store.ids_of(View(ViewKind.SEARCH, "pasar"), order=Order.RELEVANT) or []
    assert {headline.title for headline in store.headlines_of(weighed)} >= {
        "Kopi dan pasar",
        "Pasar ke-7",
        "Pasar ke-6",
    }
    assert len(weighed) == 4
