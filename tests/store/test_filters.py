"""Searching by people, outlet, rubric and region, beside words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.newsdesk import METRO, keep, page, story, whole_view

from lampungtui.foreign import Line
from lampungtui.model import Credit, PageReading, Region, Role, View, ViewKind
from lampungtui.store import Store


def search(store: Store, typed: str) -> list[str]:
    """The titles that a query finds, newest first."""
    ids = store.ids_of(View(ViewKind.SEARCH, typed)) or []
    return [headline.title for headline in store.headlines_of(ids)]


def credit(role: Role, name: str) -> Credit:
    return Credit(role, Line(name))


@pytest.fixture
async def stocked(store: Store) -> Store:
    """Four articles by different people, about different places, of two outlets."""
    await keep(
        store,
        replace(
            story(1),
            title=Line("Pasar Margorejo ditata"),
            credits=(credit(Role.EDITOR, "Febri Arianto"),),
            region=Region("metro", Line("Metro")),
        ),
        replace(
            story(2, outlet="lampung-kini"),
            title=Line("Harga kopi naik"),
            credits=(credit(Role.WRITER, "Rina Wulandari"), credit(Role.EDITOR, "Oki Budiman")),
            region=Region("lampung-barat", Line("Lampung Barat")),
        ),
        replace(
            story(3),
            title=Line("Dermaga Krui diperbaiki"),
            credits=(credit(Role.REPORTER, "Febri Arianto"), Credit(Role.EDITOR, Line("dai"), initials=True)),
            region=Region("pesisir-barat", Line("Pesisir Barat"), inferred=True),
            categories=("politik",),
        ),
        replace(story(4, outlet="lampung-kini"), title=Line("Rapat anggaran kopi"), categories=("politik", METRO)),
    )
    by_title = {headline.title: headline.id for headline in whole_view(store, View(ViewKind.ALL))}
    await store.set_saved([by_title[Line("Harga kopi naik")]], True)
    await store.set_read([by_title[Line("Pasar Margorejo ditata")]], True)
    await store.set_later([by_title[Line("Dermaga Krui diperbaiki")]], True)
    return store


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("editor:febri", ["Pasar Margorejo ditata"]),
        ("editor:arianto", ["Pasar Margorejo ditata"]),
        ("editor:rian", []),
        ('editor:"Febri Arianto"', ["Pasar Margorejo ditata"]),
        ('editor:"Febri Ari"', []),
        ("penulis:febri", ["Dermaga Krui diperbaiki"]),
        ("writer:rina", ["Harga kopi naik"]),
        ("orang:FEBRI", ["Dermaga Krui diperbaiki", "Pasar Margorejo ditata"]),
        ("editor:dai", []),
        ("daerah:metro", ["Pasar Margorejo ditata"]),
        ("daerah:krui", ["Dermaga Krui diperbaiki"]),
        ('region:"Lampung Barat"', ["Harga kopi naik"]),
        ("daerah:liwa", ["Harga kopi naik"]),
        ("daerah:jakarta", []),
        ('media:"lampung kini"', ["Rapat anggaran kopi", "Harga kopi naik"]),
        ("media:lampung-kini kopi", ["Rapat anggaran kopi", "Harga kopi naik"]),
        ("rubrik:politik", ["Rapat anggaran kopi", "Dermaga Krui diperbaiki"]),
        ("category:Politics", ["Rapat anggaran kopi", "Dermaga Krui diperbaiki"]),
        ('rubrik:"Lampung Raya"', ["Rapat anggaran kopi", "Harga kopi naik", "Pasar Margorejo ditata"]),
        ("kopi -media:lampung-kini", []),
        ("kopi -anggaran", ["Harga kopi naik"]),
        ("-kopi -krui", ["Pasar Margorejo ditata"]),
        ("judul:kopi -orang:oki", ["Rapat anggaran kopi"]),
        ("-daerah:metro -daerah:krui -kopi", []),
        ("krui OR margorejo", ["Dermaga Krui diperbaiki", "Pasar Margorejo ditata"]),
        ("kopi anggaran OR editor:febri OR kopi", ["Rapat anggaran kopi", "Harga kopi naik", "Pasar Margorejo ditata"]),
        ("status:saved", ["Harga kopi naik"]),
        ("status:sudah OR status:nanti", ["Dermaga Krui diperbaiki", "Pasar Margorejo ditata"]),
        ("kopi status:belum -status:simpan", ["Rapat anggaran kopi"]),
        ("sejak:2020-01-01 kopi", ["Rapat anggaran kopi", "Harga kopi naik"]),
        ("sampai:2020-01-01", []),
        ("umur:<1m", []),
        ("umur:>1m kopi", ["Rapat anggaran kopi", "Harga kopi naik"]),
        ("ada:gambar", []),
        ("ada:lengkap", []),
    ],
)
async def test_a_filter_finds_what_it_says(stocked: Store, typed: str, titles: list[str]) -> None:
    assert search(stocked, typed) == titles


async def test_what_the_page_says_of_its_people_replaces_what_the_feed_said(stocked: Store) -> None:
    (article_id,) = stocked.ids_of(View(ViewKind.SEARCH, "margorejo ditata")) or []
    reading: PageReading = replace(
        page("Isi berita yang baru."),
        credits=(credit(Role.EDITOR, "Sri Mulatsih"),),
        region=Region("pesawaran", Line("Pesawaran")),
    )
    await stocked.keep_body(article_id, reading, fetched_at=story(9).sort_at)
    assert search(stocked, "editor:febri") == []
    assert search(stocked, "editor:sri daerah:pesawaran") == ["Pasar Margorejo ditata"]


@pytest.mark.parametrize(
    "typed",
    ["editor:'", "editor:%", 'orang:"a\' OR 1=1 --"', "media:_", 'daerah:"\'; DROP TABLE article"', "judul:NEAR("],
)
async def test_no_filter_is_a_piece_of_sql(stocked: Store, typed: str) -> None:
    search(stocked, typed)
    assert len(whole_view(stocked, View(ViewKind.ALL))) == 4
