"""JSON APIs by the expressions of a profile: the shapes of public collectors of Indonesian news, and whatever else comes."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.feeds.desk import MORNING, NOON, SIGER, WHOLE_STORY, at, only, post, read, text, titles
from tests.feeds.test_broken import ATTACKS, everything, steers

from lampungtui.errors import ReadingError
from lampungtui.feeds.reading import NotAFeed
from lampungtui.foreign import Address, Line, clean_address
from lampungtui.model import ApiRules, Credit, DateSource, Feed, FeedKind, FeedReading, Outlet, Role
from lampungtui.workbench import FeedJob
from lampungtui.workshop import Workshop

API = Address("https://api.kumpulan.example/v1/kabar")

COLLECTOR = ApiRules(
    items="data",
    title="title",
    url="link",
    date="isoDate || pubDate",
    summary="contentSnippet || description",
    content="content",
    image="image",
    labels="categories",
    authors="creator",
)
"""For the shape of the Berita Indo API."""

ARCHIVE = ApiRules(
    items="data.posts", title="title", url="link", date="pubDate", summary="description", image="thumbnail"
)
"""For the shape of the API Berita Indonesia."""

FULL = replace(
    COLLECTOR,
    id="id",
    updated="updated",
    editors="penyunting",
    publisher="sumber",
    views="dilihat",
    comments="komentar",
    next="paging.next",
)


def mapped(rules: ApiRules) -> Outlet:
    """The outlet with these rules for its API."""
    return replace(SIGER, api=rules)


def answer(document: object, rules: ApiRules = FULL, url: Address | None = API) -> FeedReading:
    """What an API's answer holds."""
    written = document if isinstance(document, str) else json.dumps(document)
    return read(written, kind=FeedKind.API, url=url, outlet=mapped(rules), content_type="application/json")


def one(item: object, rules: ApiRules = FULL) -> FeedReading:
    """What an answer with one item holds."""
    return answer({"data": [item]}, rules)


def item(**changes: object) -> dict[str, object]:
    return {"title": "Harga lada naik", "link": "https://kabar.example/lada", **changes}


# ------------------------------------------------------------------------ the shapes of public collectors


def test_the_shape_of_the_berita_indo_api() -> None:
    reading = answer(
        {
            "messages": "Result of all news in Kabar Siger",
            "total": 2,
            "data": [
                {
                    "creator": "Rina Sari",
                    "title": "Harga lada naik",
                    "link": "https://kabar.example/lada?utm_source=rss",
                    "content": f"<p>{WHOLE_STORY}</p>",
                    "contentSnippet": "Petani lega.",
                    "categories": ["Ekonomi", {"_": "Lampung Timur", "$": {"domain": ""}}],
                    "isoDate": "2026-11-23T01:30:00.000Z",
                    "image": {
                        "small": "https://kabar.example/lada.jpg?w=360",
                        "large": "https://kabar.example/lada.jpg?w=1080",
                    },
                },
                {
                    "title": "Kopi robusta laris",
                    "link": "https://kabar.example/kopi",
                    "image": "https://kabar.example/k.png",
                },
            ],
        },
        COLLECTOR,
    )
    assert (reading.kind, reading.title, reading.home, reading.troubles) == (
        FeedKind.API,
        "Kabar Siger",
        "https://kabar.example/",
        (),
    )
    lada, kopi = reading.entries
    assert (lada.id, lada.url, lada.title) == (*["https://kabar.example/lada"] * 2, "Harga lada naik")
    assert lada.published is not None
    assert (lada.published.at, lada.published.source) == (MORNING, DateSource.FEED)
    assert (lada.authors, lada.labels) == (("Rina Sari",), ("Ekonomi", "Lampung Timur"))
    assert (text(lada.summary), text(lada.content)) == ("Petani lega.", WHOLE_STORY)
    assert lada.image is not None
    assert lada.image.url == "https://kabar.example/lada.jpg?w=1080"
    assert kopi.image is not None
    assert (kopi.image.url, kopi.published, kopi.summary) == ("https://kabar.example/k.png", None, ())


def test_the_shape_of_the_api_berita_indonesia() -> None:
    posts = [
        {
            "link": "https://kabar.example/lada",
            "title": "Harga lada naik",
            "pubDate": "2026-11-23T01:30:00.000Z",
            "description": "Petani lega.",
            "thumbnail": "https://kabar.example/lada.jpg",
        }
    ]
    data = {"link": "https://kabar.example/", "description": "Terbaru", "title": "Kabar", "image": "x", "posts": posts}
    entry = only(answer({"success": True, "message": None, "data": data}, ARCHIVE))
    assert (entry.title, entry.url, at(entry)) == ("Harga lada naik", "https://kabar.example/lada", MORNING)
    assert text(entry.summary) == "Petani lega."
    assert entry.image is not None
    assert entry.image.url == "https://kabar.example/lada.jpg"


@pytest.mark.parametrize(
    ("refusal", "rules", "reason"),
    [
        ({"message": "Something error"}, COLLECTOR, "Something error"),
        ({"data": None, "message": "Not found", "success": False}, ARCHIVE, "Not found"),
        ({"error": {"code": 429, "message": "Terlalu banyak permintaan"}}, COLLECTOR, "Terlalu banyak permintaan"),
        ({"errors": ["kunci tidak sah"]}, COLLECTOR, "kunci tidak sah"),
        ({"status": {"pesan": "tutup"}}, replace(COLLECTOR, error="status.pesan"), "tutup"),
        ({"message": "\x1b]0;x\x07<b>Galat</b>\u202e " + "a" * 900}, COLLECTOR, "]0;x"),
    ],
)
def test_a_refusal_is_told_in_the_apis_own_words(refusal: object, rules: ApiRules, reason: str) -> None:
    with pytest.raises(ReadingError, match="the site's API refused: ") as caught:
        answer(refusal, rules)
    assert reason in str(caught.value)
    assert len(str(caught.value)) < 250
    assert steers(str(caught.value)) == []


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ({"hasil": []}, "no list of items where the outlet's profile looks"),
        ({"data": {"1": {}}}, "no list of items where the outlet's profile looks"),
        ([1, 2], "no list of items where the outlet's profile looks"),
        ({"data": [{"judul": "Kopi"}]}, "have no titles where the outlet's profile looks"),
        ({"data": ["Kopi", None, 5, []]}, "have no titles where the outlet's profile looks"),
        ("kuota habis", "broken JSON"),
        ('{"data": [', "broken JSON"),
        ("[" * 100_000, "broken JSON"),
        (" " * (10 * 2**20) + "{}", "larger than 10 MiB"),
    ],
)
def test_an_answer_of_another_form_is_refused_in_a_sentence(document: object, sentence: str) -> None:
    with pytest.raises(ReadingError, match=sentence):
        answer(document, COLLECTOR)


def test_an_answer_without_news_is_an_empty_list() -> None:
    reading = answer({"messages": "ok", "data": []})
    assert (reading.kind, reading.entries, reading.troubles) == (FeedKind.API, (), ())


def test_a_web_page_in_place_of_the_answer_is_told() -> None:
    with pytest.raises(NotAFeed, match="web page where a feed should be"):
        answer("<!doctype html><title>Periksa</title>")


def test_json_that_nobody_described_says_what_is_needed() -> None:
    for kind in (None, FeedKind.API):
        with pytest.raises(NotAFeed, match=r"\[api\] table"):
            read('{"data": [{"title": "Kopi"}]}', kind=kind, url=API, outlet=SIGER)


# ------------------------------------------------------------------------ every field


def test_every_field_reaches_the_entry() -> None:
    reading = answer(
        {
            "paging": {"next": "?hal=2"},
            "data": [
                item(
                    id=71,
                    isoDate="2026-11-23T08:30:00+07:00",
                    updated="2026-11-23 09:00:00",
                    penyunting=["Febri", {"name": "Nur Jannah"}],
                    creator=[{"name": "Rina Sari"}, "Rina Sari", "Budi Utomo, S.Sos."],
                    sumber="Kabar Lain",
                    dilihat="1.520 kali",
                    komentar="#komentar",
                    categories="Ekonomi, Metro &amp; sekitar",
                )
            ],
        }
    )
    assert reading.next_page == "https://api.kumpulan.example/v1/kabar?hal=2"
    entry = only(reading)
    assert (entry.id, entry.guid) == ("71", "71")
    assert (at(entry), entry.updated) == (MORNING, datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    assert entry.credits == tuple(Credit(Role.EDITOR, name) for name in ("Febri", "Nur Jannah"))  # type: ignore[arg-type]
    assert entry.authors == ("Rina Sari", "Budi Utomo, S.Sos.")
    assert entry.labels == ("Ekonomi", "Metro & sekitar")
    assert (entry.source_name, entry.publisher) == ("Kabar Lain", "Kabar Lain")
    assert (entry.views, entry.comments_url) == (1_520, "https://kabar.example/lada#komentar")


def test_an_item_of_the_outlet_itself_has_no_other_publisher() -> None:
    assert only(one(item(sumber="kabar SIGER"))).publisher is None


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-23T01:30:00.000Z", MORNING),
        ("Mon, 23 Nov 2026 08:30:00 +0700", MORNING),
        ("Senin, 23 November 2026 | 08.30 WIB", MORNING),
        ("2026-11-23 08:30:00", MORNING),
        (int(MORNING.timestamp()), MORNING),
        (MORNING.timestamp() + 0.5, MORNING),
        (int(MORNING.timestamp()) * 1000, MORNING),
        (str(int(MORNING.timestamp())), MORNING),
        ({"date": "2026-11-23 08:30:00.000000", "timezone": "Asia/Jakarta"}, MORNING),
        (["2026-11-23T01:30:00Z"], MORNING),
        ("2031-01-01T00:00:00Z", None),
        (9_999_999_999_999, None),
        (10**300, None),
        (-5, None),
        (0, None),
        (True, None),
        ({}, None),
        ([], None),
        ("entah kapan", None),
        ("2026-13-45", None),
    ],
)
def test_a_date_is_believed_in_any_form_where_it_can_be(written: object, moment: datetime | None) -> None:
    assert at(only(one(item(isoDate=written)))) == moment


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://kabar.example/a.jpg", "https://kabar.example/a.jpg"),
        ("/a.jpg", "https://kabar.example/a.jpg"),
        ("//gambar.example/a.jpg", "https://gambar.example/a.jpg"),
        ({"small": "/k.jpg"}, "https://kabar.example/k.jpg"),
        (
            {"small": "/k.jpg", "medium": "/m.jpg", "large": "/l.jpg", "extraLarge": "/xl.jpg"},
            "https://kabar.example/xl.jpg",
        ),
        ({"url": "/a.jpg", "width": 300}, "https://kabar.example/a.jpg"),
        ({"large": {"src": "/a.jpg"}, "small": "/k.jpg"}, "https://kabar.example/a.jpg"),
        ([{"url": "/a.jpg"}, {"url": "/b.jpg"}], "https://kabar.example/a.jpg"),
        (["", None, "/b.jpg"], "https://kabar.example/b.jpg"),
        ("<img src='/a.jpg' alt='Lada'>", "https://kabar.example/a.jpg"),
        ("-", None),
        ("null", None),
        ("javascript:alert(1)", None),
        (5, None),
        ({"small": 5, "large": None}, None),
        ({}, None),
    ],
)
def test_a_picture_may_be_an_address_an_object_of_sizes_or_a_list(written: object, shown: str | None) -> None:
    image = only(one(item(image=written))).image
    assert (image.url if image is not None else None) == shown


def test_without_a_picture_of_its_own_an_item_shows_its_texts_first() -> None:
    entry = only(one(item(content="<img src='/a.jpg'><p>Isi.</p>")))
    assert entry.image is not None
    assert entry.image.url == "https://kabar.example/a.jpg"
    assert text(entry.content) == "Isi."


@pytest.mark.parametrize(
    ("written", "count"),
    [
        (7, 7),
        (7.0, 7),
        ("7", 7),
        ("12.480", 12_480),
        ("1,2rb", None),
        (-1, None),
        (1e300, None),
        (True, None),
        ([7], None),
    ],
)
def test_a_count_may_be_a_number_or_words(written: object, count: int | None) -> None:
    assert only(one(item(dilihat=written))).views == count


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<b>Kopi</b> &amp;amp; lada", "Kopi & lada"),
        ({"rendered": "Kopi &amp; lada"}, "Kopi & lada"),
        (["Kopi & lada", "lain"], "Kopi & lada"),
        ({"_": "Kopi & lada"}, "Kopi & lada"),
        (2026, "2026"),
        ("\ud800Kopi", "�Kopi"),
    ],
)
def test_a_title_may_hold_markup_or_stand_in_an_object(written: object, shown: str) -> None:
    assert only(one({"title": written})).title == shown


@pytest.mark.parametrize("nothing", [None, "", "  ", [], {}, "<br>", True])
def test_an_item_without_a_title_is_named_by_its_text_and_without_both_left_out(nothing: object) -> None:
    named = item(title=nothing, contentSnippet="Hujan deras di Kotaagung.")
    reading = answer({"data": [named, item(title=nothing), item()]})
    assert titles(reading) == ["Hujan deras di Kotaagung.", "Harga lada naik"]
    assert reading.troubles == ("1 of 3 items have no title and were left out",)


def test_numbers_that_json_does_not_know_are_nothing() -> None:
    document = (
        '{"data":[{"title":"Kopi","id":NaN,"dilihat":Infinity,"isoDate":NaN,"categories":[-Infinity],"creator":1e999}]}'
    )
    entry = only(answer(document))
    assert (entry.guid, entry.views, entry.published, entry.labels, entry.authors) == (None, None, None, (), ())


def test_items_with_one_id_are_all_read_and_told_apart() -> None:
    reading = answer({"data": [item(id=1), item(id=1, link="/kopi", title="Kopi"), item(id=1)]})
    assert titles(reading) == ["Harga lada naik", "Kopi"]
    assert len({entry.id for entry in reading.entries}) == 2


def test_an_item_without_id_and_address_is_known_again_by_title_and_day() -> None:
    first, second, other = (
        only(one({"title": "Kopi", "isoDate": day})).id for day in ("3 jam lalu", "4 jam lalu", "2026-11-22T01:30:00Z")
    )
    assert first == second != other


def test_relative_addresses_count_from_the_outlets_home() -> None:
    assert only(one(item(link="/berita/lada"))).url == "https://kabar.example/berita/lada"
    assert only(one(item(link="berita/lada?utm_medium=api#google_vignette"))).url == "https://kabar.example/berita/lada"


@pytest.mark.parametrize("link", ["javascript:alert(1)", 71, "71", None, "http://[", "mailto:a@b.id"])
def test_what_is_no_address_is_none(link: object) -> None:
    entry = only(one(item(link=link)))
    assert (entry.url, entry.title) == (None, "Harga lada naik")


@pytest.mark.parametrize(
    ("following", "address"),
    [
        ("https://api.kumpulan.example/v1/kabar?hal=2", "https://api.kumpulan.example/v1/kabar?hal=2"),
        ({"href": "/v1/kabar?hal=2"}, "https://api.kumpulan.example/v1/kabar?hal=2"),
        (2, None),
        ("2", None),
        (None, None),
    ],
)
def test_the_next_page_is_an_address(following: object, address: str | None) -> None:
    assert answer({"data": [item()], "paging": {"next": following}}).next_page == address


def test_a_next_page_of_another_host_is_not_followed() -> None:
    reading = answer({"data": [item()], "paging": {"next": "https://lain.example/2"}})
    assert reading.next_page is None
    assert reading.troubles == ("the next page is on another host and was not followed",)


# ------------------------------------------------------------------------ expressions


def test_expressions_choose_join_and_filter() -> None:
    rules = ApiRules(
        items="rubrik[].artikel[?jenis == 'berita'][]",
        title="judul.id || judul",
        url="join('', ['https://kabar.example/baca/', slug])",
        labels="tag[*].nama",
        next="berikut && join('', ['https://api.kumpulan.example/v1/kabar?hal=', to_string(berikut)])",
    )
    document = {
        "berikut": 2,
        "rubrik": [
            {"artikel": [{"jenis": "berita", "judul": {"id": "Kopi"}, "slug": "kopi", "tag": [{"nama": "Metro"}]}]},
            {"artikel": [{"jenis": "iklan", "judul": "Motor"}, {"jenis": "berita", "judul": "Lada", "slug": "lada"}]},
        ],
    }
    reading = answer(document, rules)
    assert [(entry.title, entry.url, entry.labels) for entry in reading.entries] == [
        ("Kopi", "https://kabar.example/baca/kopi", ("Metro",)),
        ("Lada", "https://kabar.example/baca/lada", ()),
    ]
    assert reading.next_page == "https://api.kumpulan.example/v1/kabar?hal=2"
    assert answer({**document, "berikut": None}, rules).next_page is None


def test_an_expression_that_does_not_fit_the_data_costs_one_field() -> None:
    rules = replace(COLLECTOR, labels="sort(categories)", authors="join(', ', creator)")
    reading = answer(
        {"data": [item(categories=[1, "dua"], creator=5), item(link="/2", categories=["Metro"], creator=[])]}, rules
    )
    assert [entry.labels for entry in reading.entries] == [(), ("Metro",)]
    assert sorted(reading.troubles) == [
        "the profile's expression 'authors' did not fit 1 of 2 items",
        "the profile's expression 'labels' did not fit 1 of 2 items",
    ]


# ------------------------------------------------------------------------ too much, and hostile


def test_very_many_items_labels_and_people_are_read_up_to_a_bound() -> None:
    many = [item(link=f"/{n}", categories=[f"R{m}" for m in range(300)], creator=["N" * 300] * 5) for n in range(2_100)]
    reading = answer({"data": many})
    assert len(reading.entries) == 2_000
    assert reading.troubles == ("only the first 2000 of 2100 items were read",)
    assert len(reading.entries[0].labels) == 30
    assert [len(name) for name in reading.entries[0].authors] == [200]


def test_values_nested_without_end_are_nothing() -> None:
    deep: object = "https://kabar.example/a.jpg"
    for _ in range(400):
        deep = {"url" if _ % 2 else "name": [deep]}
    entry = only(one(item(image=deep, categories=deep, creator=deep, dilihat=deep, isoDate=deep, content=deep)))
    assert (entry.image, entry.labels, entry.authors, entry.views, entry.published) == (None, (), (), None, None)


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if "&" not in attack])
def test_nothing_in_an_answer_steers_the_terminal(attack: str) -> None:
    every = {each.name: f"Kopi {attack}" for each in fields(ApiRules)}
    rules = ApiRules(**{name: name for name in every} | {"items": "data", "next": None})  # type: ignore[arg-type]
    assert steers(everything(one({**every, "title": f"Kopi {attack}"}, rules))) == []


KEYS = st.sampled_from(["url", "name", "large", "_", "date"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10) | st.just("https://kabar.example/1"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["url", "name", "large", "_"]), inner, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = [
    "title", "link", "id", "isoDate", "pubDate", "updated", "description", "content", "image", "categories", "creator",
    "penyunting", "sumber", "dilihat", "komentar",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), values) | values, max_size=4), values)
def test_an_answer_of_any_values_is_read_cleanly_or_refused(items: list[object], paging: object) -> None:
    try:
        reading = answer({"data": items, "paging": paging})
    except ReadingError:
        return
    assert len(reading.entries) <= len(items)
    assert steers(everything(reading)) == []
    for entry in reading.entries:
        assert entry.url is None or clean_address(entry.url) == entry.url
        assert entry.published is None or entry.published.at <= NOON.replace(day=24)


# ------------------------------------------------------------------------ where it is used


async def test_the_workshop_reads_an_answer_with_the_outlets_rules() -> None:
    workshop = Workshop(children=1)
    document = json.dumps({"data": [item(sumber="Kabar Lain")]}).encode()
    try:
        job = FeedJob(document, API, "application/json", FeedKind.API, mapped(FULL), NOON)
        assert only(await workshop.read_feed(job)) == only(one(item(sumber="Kabar Lain")))
    finally:
        await asyncio.to_thread(workshop.close)


def test_a_saved_answer_is_read_by_the_outlets_rules_and_other_json_by_its_own_form() -> None:
    saved = json.dumps({"data": [item()]})
    assert read(saved, url=SIGER.home, outlet=mapped(FULL)).kind is FeedKind.API
    listed = json.dumps({"version": "1", "items": [{"judul": "Kopi"}]})
    odd = ApiRules(items="items", title="judul")
    assert titles(read(listed, url=SIGER.home, outlet=mapped(odd))) == ["Kopi"]
    both = replace(mapped(odd), feeds=(Feed("kabar-siger/pos", SIGER.id, FeedKind.WORDPRESS, API, Line("Pos")),))
    assert read(json.dumps([post()]), url=SIGER.home, outlet=both).kind is FeedKind.WORDPRESS


PROFILE = """\
id = "kumpulan"
name = "Kumpulan"
home = "https://kabar.example/"
names = ["Kumpulan"]

[[feeds]]
id = "lampung"
kind = "api"
url = "https://api.kumpulan.example/v1/kabar"
title = "Lampung"

[api]
items = "data"
title = "title"
url = "link"
date = "isoDate"
image = "image"
"""


def test_probe_reads_a_saved_answer_with_a_profile(tmp_path: Path) -> None:
    outlets = tmp_path / "config" / "outlets"
    outlets.mkdir(parents=True)
    (outlets / "kumpulan.toml").write_text(PROFILE, "utf-8")
    saved = tmp_path / "jawaban.json"
    saved.write_text(json.dumps({"data": [item(isoDate="2025-11-23T01:30:00Z", image={"small": "/k.jpg"})]}), "utf-8")
    asked = ["--home", str(tmp_path), "probe", str(saved), "--outlet", "kumpulan", "--json"]
    ran = subprocess.run(
        [sys.executable, "-m", "lampungtui", *asked],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = json.loads(ran.stdout)
    (entry,) = found["entries"]
    assert (found["kind"], entry["title"], entry["image"]) == ("api", "Harga lada naik", "https://kabar.example/k.jpg")
    assert entry["published"] == "2025-11-23T01:30:00Z"
