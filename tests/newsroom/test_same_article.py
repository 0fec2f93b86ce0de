"""One article stays one, whatever its outlet does to ids, links, schemes, titles and texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from tests.demo.press_house import Clock, headlines, prefetched, refreshed
from tests.fetch.outletserver import answer
from tests.newsroom.newsstand import (
    LISTING_RULES,
    NOON,
    PARAGRAPHS,
    Opener,
    Paper,
    asked_again,
    headline,
    listing_answer,
    only,
    opened,
    text_of,
    titles,
)

from lampungtui.model import View, ViewKind, blocks_text
from lampungtui.newsroom.room import Newsroom

SITE = "https://kabar.example"
PLAIN = "http://kabar.example/{slug}"
SLUGS = ("pasar", "padi", "kopi")
SENTENCES = (
    "Kelompok tani di Trimurjo memanen padi lebih awal karena hujan turun sejak pertengahan bulan lalu.",
    "Harga gabah di tingkat petani bertahan, sementara penggilingan menambah jam kerja sampai malam.",
    "Penyuluh meminta petani mengeringkan gabah di lantai jemur sebelum hujan sore turun lagi.",
)

Items = Sequence[str]


def whole_text(*, opening: str = "") -> str:
    """A text that is long enough for a whole article, in markup."""
    paragraphs = [opening, *(sentence for sentence in SENTENCES for _ in range(4))]
    return "".join(f"<p>{paragraph} ({number})</p>" for number, paragraph in enumerate(paragraphs))


async def read_one_save_another(room: Newsroom) -> list[tuple[int, bool, bool]]:
    """Marks the first article read, saves the second; the marks of all."""
    first, second, *_ = (each.id for each in headlines(room))
    await room.mark_read([first], read=True)
    await room.save([second], saved=True)
    return marks(room)


def marks(room: Newsroom) -> list[tuple[int, bool, bool]]:
    return [(each.id, each.read, each.saved) for each in headlines(room)]


# --------------------------------------------------------------------------- ids and links

Edition = Callable[[Paper], Items]


def edition(*, guid: str = "siger-{slug}", link: str = SITE + "/{slug}", title: str | None = None) -> Edition:
    """What a feed prints: ids and links by these patterns."""

    def printed(paper: Paper) -> Items:
        return [
            paper.item(
                slug, title, minutes=number, guid=guid.format(slug=slug), link=link.format(slug=slug)
            )
            for number, slug in enumerate(SLUGS)
        ]  # fmt: skip

    return printed


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(edition(guid="baru-{slug}"), id="all ids change"),
        pytest.param(edition(link=SITE + "/arsip/{slug}"), id="all links change"),
        pytest.param(edition(link=PLAIN, guid=PLAIN), id="https becomes http"),
        pytest.param(edition(link="https://www.kabar.example/{slug}", guid="baru-{slug}"), id="the host takes a www"),
        pytest.param(edition(link="https://kabar.example:443/{slug}", guid="baru-{slug}"), id="the port is written out"),
        pytest.param(edition(link=SITE + "/{slug}?utm_source=rss", guid="baru-{slug}"), id="links that track"),
        pytest.param(edition(guid="sama"), id="one id for all"),
    ],
)  # fmt: skip
async def test_nothing_doubles_and_no_mark_is_lost(
    paper: Paper, clock: Clock, open_room: Opener, later: Edition
) -> None:
    paper.prints(*edition()(paper))
    room = open_room(paper.profile())
    await refreshed(room)
    before = await read_one_save_another(room)
    paper.prints(*later(paper))
    for _ in range(2):
        progress = await asked_again(room, clock)
        assert sum(each.new for each in progress) == 0
        assert marks(room) == before


async def test_from_http_to_https_nothing_doubles(paper: Paper, clock: Clock, open_room: Opener) -> None:

    paper.prints(*edition(link=PLAIN, guid=PLAIN)(paper))
    room = open_room(paper.profile())
    await refreshed(room)
    before = await read_one_save_another(room)
    secure = SITE + "/{slug}"
    paper.prints(*edition(link=secure, guid=secure)(paper))
    await asked_again(room, clock)
    assert marks(room) == before


async def test_one_link_in_all_items_names_none_of_them(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.prints(*edition(link=SITE + "/beranda")(paper))
    room = open_room(paper.profile())
    await refreshed(room)
    await asked_again(room, clock)
    assert titles(room) == [headline(slug) for slug in SLUGS]


async def test_two_feeds_of_one_outlet_that_carry_one_article_list_it_once(paper: Paper, open_room: Opener) -> None:
    paper.prints(paper.item("pasar", guid="nasional-1"), path="/satu")
    paper.prints(paper.item("pasar", guid="lampung-77"), path="/dua")
    room = open_room(paper.profile("/satu", "/dua"))
    await refreshed(room)
    assert titles(room) == [headline("pasar")]


async def test_a_feed_that_moves_to_another_address_doubles_nothing(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(*edition()(paper), path="/lama")
    room = open_room(paper.profile("/lama"))
    await refreshed(room)
    before = await read_one_save_another(room)
    paper.prints(*edition()(paper), path="/baru")
    room.follow([paper.profile("/baru")])
    await asked_again(room, clock)
    assert paper.asked() == ["/lama", "/baru"]
    assert marks(room) == before


async def test_a_headline_that_also_stands_among_the_popular_ones_is_listed_once_when_https_comes(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    plain = [(f"http://kabar.example/{slug}", headline(slug)) for slug in SLUGS]
    secure = [(f"https://kabar.example/{slug}", headline(slug)) for slug in SLUGS]
    paper.answers("/metro", listing_answer(plain, plain[:2]), listing_answer(secure, secure[:2]))
    room = open_room(paper.profile("/metro", kind="page", rules=LISTING_RULES))
    await refreshed(room)
    before = await read_one_save_another(room)
    await asked_again(room, clock)
    assert marks(room) == before


async def test_a_headline_among_the_popular_ones_is_known_again_in_a_feed_with_ids_of_its_own(
    paper: Paper, rival: Paper, open_room: Opener
) -> None:
    cards = [(f"{SITE}/{slug}", headline(slug)) for slug in SLUGS]
    paper.answers("/metro", listing_answer(cards, cards[:2]))
    rival.prints(*edition()(rival))
    room = open_room(paper.profile("/metro", kind="page", rules=LISTING_RULES), rival.profile())
    await refreshed(room)
    assert sorted(titles(room)) == sorted(headline(slug) for slug in SLUGS)


async def test_a_headline_that_slides_to_the_second_page_while_it_is_read_is_known_again(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    cards = {
        scheme: [(f"{scheme}://kabar.example/{slug}", headline(slug)) for slug in SLUGS] for scheme in ("http", "https")
    }
    on = '<a class="berikut" href="/metro?page=2">Lagi</a>'
    paper.answers("/metro", *(listing_answer(cards[scheme][:2], more=on) for scheme in ("http", "https")))
    paper.answers("/metro?page=2", *(listing_answer(cards[scheme][1:]) for scheme in ("http", "https")))
    room = open_room(paper.profile("/metro", kind="page", rules=LISTING_RULES, feed_keys="pages = 2"))
    await refreshed(room)
    assert sorted(titles(room)) == sorted(headline(slug) for slug in SLUGS)
    await asked_again(room, clock)
    assert sorted(titles(room)) == sorted(headline(slug) for slug in SLUGS)


async def test_a_link_that_is_given_to_other_news_does_not_make_the_two_one(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    live = f"{SITE}/langsung"
    paper.prints(paper.item("senin", "Langsung: banjir hari Senin", minutes=1, link=live))
    room = open_room(paper.profile())
    await refreshed(room)
    paper.prints(
        paper.item("selasa", "Langsung: banjir hari Selasa", link=live),
        paper.item("senin", "Langsung: banjir hari Senin", minutes=1, link=f"{SITE}/arsip-senin"),
    )
    for _ in range(3):
        progress = await asked_again(room, clock)
        assert [changed for each in progress for changed in each.changed_ids] == []
        assert titles(room) == ["Langsung: banjir hari Selasa", "Langsung: banjir hari Senin"]


# --------------------------------------------------------------------------- edits


async def test_an_edited_title_is_shown_and_the_marks_stay(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.prints(*edition()(paper))
    room = open_room(paper.profile())
    await refreshed(room)
    before = await read_one_save_another(room)
    paper.prints(paper.item("pasar", "Pasar Margorejo Batal Ditata", link=f"{SITE}/pasar"), *edition()(paper)[1:])
    progress = await asked_again(room, clock)
    assert [changed for each in progress for changed in each.changed_ids] == [before[0][0]]
    assert sum(each.new for each in progress) == 0
    assert marks(room) == before
    assert titles(room)[0] == "Pasar Margorejo Batal Ditata"
    (found,) = headlines(room, View(ViewKind.SEARCH, "batal"))
    assert found.id == before[0][0]
    assert opened(room, found.id).updated == clock.now
    # The same edition once more is no further edit.
    assert [changed for each in await asked_again(room, clock) for changed in each.changed_ids] == []
    assert opened(room, found.id).versions == 1


async def test_an_edited_text_of_a_feed_is_shown_and_the_earlier_one_kept(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(paper.item("padi", content=whole_text(opening="Panen dimulai Senin.")))
    room = open_room(paper.profile())
    await refreshed(room)
    article_id = only(room).id
    assert opened(room, article_id).whole
    paper.prints(paper.item("padi", "Panen Padi Ditunda", content=whole_text(opening="Panen ditunda sampai Kamis.")))
    await asked_again(room, clock)
    assert only(room).title == "Panen Padi Ditunda"
    assert "ditunda sampai Kamis" in text_of(room, article_id)
    assert opened(room, article_id).versions == 1
    earlier = room.version(article_id, 0)
    assert earlier is not None
    assert earlier.title == headline("padi")
    assert "Panen dimulai Senin." in blocks_text(earlier.blocks)
    assert earlier.replaced_at == clock.now
    assert room.version(article_id, 1) is None


async def test_an_edit_makes_the_page_wanted_again_and_keeps_what_it_said_before(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(paper.item("pasar"))
    paper.runs("pasar")
    room = open_room(paper.profile())
    await refreshed(room)
    await prefetched(room)
    article_id = only(room).id
    paper.prints(paper.item("pasar", "Pasar Margorejo Batal Ditata", summary="Rencana dibatalkan wali kota."))
    paper.runs("pasar", "Wali kota membatalkan penataan pasar setelah bertemu para pedagang di balai kota.")
    await asked_again(room, clock)
    assert only(room).title == "Pasar Margorejo Batal Ditata"
    assert PARAGRAPHS[0] in text_of(room, article_id)
    assert await prefetched(room) == [article_id]
    assert "membatalkan penataan pasar" in text_of(room, article_id)
    assert opened(room, article_id).versions == 1
    earlier = room.version(article_id, 0)
    assert earlier is not None
    assert earlier.title == headline("pasar")
    assert PARAGRAPHS[0] in blocks_text(earlier.blocks)


async def test_an_edit_that_is_dated_ahead_is_fetched_at_once(paper: Paper, clock: Clock, open_room: Opener) -> None:
    paper.prints(paper.item("pasar"))
    paper.runs("pasar")
    room = open_room(paper.profile())
    await refreshed(room)
    await prefetched(room)
    edited = paper.item("pasar", "Pasar Margorejo Batal Ditata")
    # As an outlet writes it that calls its own time Greenwich's.
    ahead = '<updated xmlns="http://www.w3.org/2005/Atom">2026-11-23T12:05:00Z</updated></item>'
    paper.prints(edited.replace("</item>", ahead))
    await asked_again(room, clock)
    assert opened(room, only(room).id).updated == clock.now
    assert await prefetched(room) == [only(room).id]


async def test_an_edited_summary_is_shown_where_the_page_cannot_be_had(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.answers("/berita/pasar", answer(404, b""))
    paper.prints(paper.item("pasar"))
    room = open_room(paper.profile())
    await refreshed(room)
    article_id = only(room).id
    paper.prints(paper.item("pasar", summary="Rencana dibatalkan wali kota sesudah bertemu pedagang."))
    await asked_again(room, clock)
    assert await prefetched(room) == []
    assert text_of(room, article_id) == "Rencana dibatalkan wali kota sesudah bertemu pedagang."
    earlier = room.version(article_id, 0)
    assert earlier is not None
    assert blocks_text(earlier.blocks) != text_of(room, article_id)


async def test_two_feeds_that_word_one_article_differently_are_no_edit(
    paper: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(paper.item("pasar", guid="a", summary="Pedagang pindah sementara."), path="/satu")
    paper.prints(paper.item("pasar", "Pasar Ditata", guid="b", summary="Pasar ditata pekan depan."), path="/dua")
    room = open_room(paper.profile("/satu", "/dua"))
    await refreshed(room)
    first = only(room)
    for _ in range(2):
        progress = await asked_again(room, clock)
        assert [changed for each in progress for changed in each.changed_ids] == []
    assert only(room) == first
    assert opened(room, first.id).versions == 0


async def test_a_title_that_a_listing_cuts_short_does_not_replace_the_whole_one(
    paper: Paper, rival: Paper, clock: Clock, open_room: Opener
) -> None:
    paper.prints(*edition()(paper))
    cut = [(f"{SITE}/{slug}", "Berita " + slug[:3].title() + "...") for slug in SLUGS]
    rival.answers("/metro", listing_answer(cut), listing_answer(cut, more="<p>iklan</p>"))
    first = paper.profile()
    room = open_room(first)
    await refreshed(room)
    room.follow([first, rival.profile("/metro", kind="page", rules=LISTING_RULES)])
    for _ in range(2):
        await asked_again(room, clock)
        assert titles(room) == [headline(slug) for slug in SLUGS]


async def test_a_surer_date_of_a_later_document_is_shown_without_moving_the_article(
    paper: Paper, rival: Paper, clock: Clock, open_room: Opener
) -> None:
    cards = [(f"{SITE}/{slug}", headline(slug)) for slug in SLUGS]
    rival.answers("/metro", listing_answer(cards))
    listing = rival.profile("/metro", kind="page", rules=LISTING_RULES)
    room = open_room(listing)
    await refreshed(room)
    before = headlines(room)
    assert [each.published for each in before] == [None, None, None]
    paper.prints(*(paper.item(slug, link=f"{SITE}/{slug}", minutes=90 - number) for number, slug in enumerate(SLUGS)))
    room.follow([listing, paper.profile()])
    await asked_again(room, clock)
    after = headlines(room)
    assert [each.id for each in after] == [each.id for each in before]
    assert [each.published.at for each in after if each.published] == [
        NOON - timedelta(minutes=90 - number) for number in range(3)
    ]
    await room.settle()
    assert titles(room) == [headline(slug) for slug in reversed(SLUGS)]
