"""From what a person types to what can be followed: each step, its order, its manners, and what hostile sites get."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, replace

import pytest
from tests.newsroom.site_to_discover import (
    HTML,
    JSON,
    NOON,
    RSS,
    TITLES,
    XML,
    Reply,
    Site,
    atom,
    headline_links,
    jsonfeed,
    names_feed,
    page,
    posts,
    rss,
    sitemap,
    sitemap_index,
)

from lampungtui.fetch import Client
from lampungtui.foreign import Line, clean_address
from lampungtui.model import Feed, FeedKind, ListingRules, Outlet
from lampungtui.newsroom.discovery import Candidate, Discovery, Looking, Missed, NothingFound, Step
from lampungtui.newsroom.typed_address import NoAddress, Unusable, typed_addresses
from lampungtui.workbench import PointersJob
from lampungtui.workshop import Workshop

MOST_REQUESTS = 12


@dataclass
class Finder:
    """The discovery under test, and what the last one told on its way."""

    client: Client
    workshop: Workshop
    looked: list[str]
    missed: list[Missed]

    async def find(self, typed: str, outlets: Sequence[Outlet] = ()) -> list[Candidate]:
        """What is found; raises what discovery raises."""
        self.looked, self.missed = [], []
        found: list[Candidate] = []
        discovery = Discovery(self.client, self.workshop, outlets, clock=lambda: NOON)
        async for sight in discovery.watch(typed):
            match sight:
                case Candidate():
                    found.append(sight)
                case Looking():
                    self.looked.append(str(sight.url))
                case Missed():
                    self.missed.append(sight)
        return found

    async def first(self, typed: str, outlets: Sequence[Outlet] = ()) -> Candidate:
        """The surest of what is found."""
        return (await self.find(typed, outlets))[0]

    async def nothing(self, typed: str) -> NothingFound:
        """The failure of a discovery that finds nothing."""
        with pytest.raises(NothingFound) as caught:
            await self.find(typed)
        return caught.value


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    """One parsing process for all of these."""
    workshop = Workshop(children=1)
    yield workshop
    workshop.close()


@pytest.fixture
async def finder(workshop: Workshop) -> AsyncIterator[Finder]:
    """Discovery with the reader's own client."""
    client = Client(version="1.0", clock=lambda: NOON)
    yield Finder(client, workshop, [], [])
    await client.close()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """The site that is typed; at first it has nothing at all."""
    site = await Site().open()
    yield site
    await site.close()


@pytest.fixture
async def other() -> AsyncIterator[Site]:
    """A site of another origin, on a private address like everything here."""
    other = await Site().open()
    yield other
    await other.close()


def described(site: Site, *feeds: tuple[str, FeedKind], listing: ListingRules | None = None) -> Outlet:
    """A catalogue's outlet on the site, with feeds at these paths."""
    return Outlet(
        id="kabar-siger",
        name=Line("Kabar Siger"),
        home=site.at("/"),
        feeds=tuple(
            Feed(f"kabar-siger/{number}", "kabar-siger", kind, site.at(path), Line(f"Sumber {number}"))
            for number, (path, kind) in enumerate(feeds, 1)
        ),
        listing=listing,
    )


# ------------------------------------------------------------------------ 1. what was typed


@pytest.mark.parametrize(
    ("body", "media", "kind"),
    [
        (rss(*TITLES), RSS, FeedKind.RSS),
        (rss(*TITLES), HTML, FeedKind.RSS),
        (atom(*TITLES), "application/atom+xml", FeedKind.RSS),
        (jsonfeed(*TITLES), JSON, FeedKind.JSONFEED),
        (posts(*TITLES), JSON, FeedKind.WORDPRESS),
        (sitemap(*TITLES), XML, FeedKind.SITEMAP),
    ],
    ids=["RSS", "RSS served as a page", "Atom", "JSON Feed", "WordPress posts", "sitemap"],
)
async def test_a_feed_that_is_typed_is_the_candidate_and_nothing_more_is_asked(
    finder: Finder, site: Site, body: str, media: str, kind: FeedKind
) -> None:
    site.print("/umpan", body, media)
    (candidate,) = await finder.find(str(site.at("/umpan")))
    assert (candidate.kind, candidate.url, candidate.found) == (kind, site.at("/umpan"), Step.TYPED)
    assert len(candidate.reading.entries) == len(TITLES)
    assert site.asked == ["/umpan"]


async def test_a_candidate_brings_all_that_following_it_needs(finder: Finder, site: Site) -> None:
    site.print("/umpan", rss(*TITLES, whole=True), RSS, ETag='"kopi-1"')
    candidate = await finder.first(str(site.at("/umpan")))
    assert candidate.title == "Kabar Siger"
    assert candidate.language == "id"
    assert candidate.home == "https://kabar.example/"
    assert candidate.newest == TITLES[:5]
    assert candidate.whole
    assert candidate.per_week == pytest.approx(8, abs=0.2)
    assert candidate.answer.validators.etag == '"kopi-1"'
    assert candidate.answer.body.startswith(b"<?xml")


async def test_a_feed_that_is_empty_yet_can_be_followed_by_who_names_it(finder: Finder, site: Site) -> None:
    site.print("/umpan", rss(name="Warta Baru"), RSS)
    candidate = await finder.first(str(site.at("/umpan")))
    assert (candidate.title, candidate.newest, candidate.per_week) == ("Warta Baru", (), None)


async def test_a_sitemap_index_that_is_typed_leads_to_its_news(finder: Finder, site: Site) -> None:
    parts = [site.at(f"/peta/{name}.xml") for name in ("halaman", "gambar-image", "berita", "tag-sitemap")]
    site.print("/sitemap_index.xml", sitemap_index(*parts), XML)
    site.print("/peta/berita.xml", sitemap(*TITLES), XML)
    (candidate,) = await finder.find(str(site.at("/sitemap_index.xml")))
    assert candidate.url == site.at("/peta/berita.xml")
    assert site.asked == ["/sitemap_index.xml", "/peta/berita.xml"]


async def test_the_root_of_a_wordpress_api_leads_to_its_posts(finder: Finder, site: Site) -> None:
    site.print("/wp-json/", '{"name": "Kabar Siger", "namespaces": ["oembed/1.0", "wp/v2"], "routes": {}}', JSON)
    site.print("/wp-json/wp/v2/posts?per_page=30&_embed", posts(*TITLES), JSON)
    candidate = await finder.first(str(site.at("/wp-json/")))
    assert (candidate.kind, candidate.title) == (FeedKind.WORDPRESS, "Kabar Siger")
    assert len(site.asked) == 2


# ------------------------------------------------------------------------ 2. what the page declares


async def test_the_feeds_of_a_page_come_in_its_order_comments_last(finder: Finder, site: Site) -> None:
    head = names_feed("/komentar/feed/", "Umpan Komentar") + names_feed("/feed/", "Kabar") + names_feed("olahraga.xml")
    site.print("/", page(head))
    site.print("/feed/", rss(*TITLES), RSS)
    site.print("/olahraga.xml", rss("Tim voli Metro juara", "Lari pagi di Pahoman"), RSS)
    site.print("/komentar/feed/", rss("Budi menanggapi harga kopi", "Sari menanggapi"), RSS)
    found = await finder.find(str(site.at()))
    assert [(each.url, each.comments) for each in found] == [
        (site.at("/feed/"), False),
        (site.at("/olahraga.xml"), False),
        (site.at("/komentar/feed/"), True),
    ]
    assert {each.found for each in found} == {Step.NAMED}
    assert site.asked == ["/", "/feed/", "/olahraga.xml", "/komentar/feed/"]


async def test_one_feed_in_two_forms_is_offered_once_in_the_better_one(finder: Finder, site: Site) -> None:
    site.print("/", page(names_feed("/rss") + names_feed("/atom", kind="application/atom+xml")))
    site.print("/rss", rss(*TITLES), RSS)
    site.print("/atom", atom(*TITLES[:5], whole=True), "application/atom+xml")
    (candidate,) = await finder.find(str(site.at()))
    assert (candidate.url, candidate.whole) == (site.at("/atom"), True)


async def test_one_feed_at_two_addresses_is_asked_and_offered_once(finder: Finder, site: Site) -> None:
    site.print("/", page(names_feed("/feed/") + names_feed("/feed") + names_feed("/feed/#isi") + names_feed("/umpan")))
    site.print("/feed/", rss(*TITLES), RSS)
    site.print("/umpan", rss(*TITLES), RSS)
    (candidate,) = await finder.find(str(site.at()))
    assert candidate.url == site.at("/feed/")
    assert site.asked == ["/", "/feed/", "/umpan"]


async def test_a_page_where_its_feed_should_be_is_told_and_passed_over(finder: Finder, site: Site) -> None:
    site.print("/", page(names_feed("/rss")))
    site.print("/rss", page(body="Segera hadir"), RSS)
    site.print("/feed/", rss(*TITLES), RSS)
    found = await finder.find(str(site.at()))
    assert [each.url for each in found] == [site.at("/feed/")]
    told = {each.url: each.sentence for each in finder.missed}
    assert told[site.at("/rss")] == "the server sent a web page where a feed should be"


@pytest.mark.parametrize(("status", "kept"), [(301, "/akhir"), (308, "/akhir"), (302, "/umpan"), (307, "/umpan")])
async def test_a_feed_behind_a_redirect_is_kept_where_it_moved_for_good(
    finder: Finder, site: Site, status: int, kept: str
) -> None:
    site.print("/", page(names_feed("/umpan")))
    site.move("/umpan", "/akhir", status)
    site.print("/akhir", rss(*TITLES), RSS)
    candidate = await finder.first(str(site.at()))
    assert candidate.url == site.at(kept)
    assert site.asked == ["/", "/umpan", "/akhir"]


async def test_a_feed_declared_under_the_scheme_of_readers_is_one(finder: Finder, site: Site) -> None:
    site.print("/", page(names_feed(f"feed:{site.at('/umpan.xml')}")))
    site.print("/umpan.xml", rss(*TITLES), RSS)
    assert (await finder.first(str(site.at()))).url == site.at("/umpan.xml")


async def test_relative_addresses_count_from_the_base_that_a_page_names(finder: Finder, site: Site) -> None:
    site.print("/kanal/metro", page('<base href="/lama/">' + names_feed("umpan.xml")))
    site.print("/lama/umpan.xml", rss(*TITLES), RSS)
    assert (await finder.first(str(site.at("/kanal/metro")))).url == site.at("/lama/umpan.xml")


# ------------------------------------------------------------------------ the catalogue


async def test_what_the_catalogue_knows_comes_before_what_the_page_declares(finder: Finder, site: Site) -> None:
    outlet = described(site, ("/kanal.xml", FeedKind.RSS), ("/hilang.xml", FeedKind.RSS))
    site.print("/", page(names_feed("/feed/")))
    site.print("/kanal.xml", rss(*TITLES), RSS)
    site.print("/feed/", rss("Tim voli Metro juara", "Lari pagi di Pahoman"), RSS)
    known, named = await finder.find(str(site.at()), [outlet])
    assert (known.url, known.found, known.outlet, known.feed) == (
        site.at("/kanal.xml"),
        Step.KNOWN,
        outlet,
        outlet.feeds[0],
    )
    assert (named.url, named.found, named.outlet, named.feed) == (site.at("/feed/"), Step.NAMED, outlet, None)


async def test_the_outlet_of_an_address_is_told_without_asking(finder: Finder, site: Site) -> None:
    outlet = described(site)
    discovery = Discovery(finder.client, finder.workshop, [outlet])
    assert discovery.known(f"{site.host}/berita/lada") == outlet
    assert discovery.known("kabar.example") is None
    assert site.asked == []


async def test_a_page_that_the_catalogue_follows_is_read_by_its_rules_with_one_request(
    finder: Finder, site: Site
) -> None:
    outlet = described(site, ("/kanal/metro", FeedKind.PAGE), listing=ListingRules("li", "a"))
    site.print("/kanal/metro/", page(body='<ul><li><a href="/b/1">Dua kata</a></li></ul>'))
    candidate = await finder.first(str(site.at("/kanal/metro/")), [outlet])
    assert (candidate.feed, candidate.newest) == (outlet.feeds[0], ("Dua kata",))
    assert site.asked == ["/kanal/metro/"]


async def test_few_of_an_outlets_many_feeds_are_asked(finder: Finder, site: Site) -> None:
    paths = [f"/rubrik-{number}.xml" for number in range(20)]
    outlet = described(site, *((path, FeedKind.RSS) for path in paths))
    for number, path in enumerate(paths):
        site.print(path, rss(f"Kabar nomor {number} dari Metro"), RSS)
    site.print("/", page())
    found = await finder.find(site.host, [outlet])
    assert [each.url for each in found] == [site.at(path) for path in paths[:3]]


# ------------------------------------------------------------------------ 3. WordPress

POSTS = "/wp-json/wp/v2/posts?per_page=30&_embed"


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ('<link rel="https://api.w.org/" href="/wp-json/">', POSTS),
        (
            '<link rel="https://api.w.org/" href="/index.php?rest_route=/">',
            "/index.php?rest_route=/wp/v2/posts&per_page=30&_embed",
        ),
        ('<script src="/wp-content/themes/jnews/a.js"></script>', POSTS),
        ('<meta name="generator" content="WordPress 6.8.2">', POSTS),
        ('<link rel="stylesheet" href="/blog/wp-includes/a.css">', f"/blog{POSTS}"),
        (
            '<link rel="https://api.w.org/" href="/wp-json/">'
            '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/categories/17">',
            "/wp-json/wp/v2/posts?categories=17&per_page=30&_embed",
        ),
    ],
    ids=["declared", "plain addresses", "by a script", "by its generator", "in a folder", "of one category"],
)
async def test_a_wordpress_page_without_feeds_leads_to_its_posts(
    finder: Finder, site: Site, head: str, path: str
) -> None:
    site.print("/", page(head))
    site.print(path, posts(*TITLES), JSON)
    candidate = await finder.first(str(site.at()))
    assert (candidate.kind, candidate.found, candidate.url) == (FeedKind.WORDPRESS, Step.API, site.at(path))
    assert candidate.title == "Kabar Siger"
    assert site.asked == ["/", path]


async def test_a_wordpress_that_keeps_its_api_shut_is_asked_for_its_feed(finder: Finder, site: Site) -> None:
    site.print("/", page('<link rel="https://api.w.org/" href="/wp-json/">'))
    site.refuse(POSTS, 401)
    site.print("/feed/", rss(*TITLES), RSS)
    (candidate,) = await finder.find(str(site.at()))
    assert (candidate.url, candidate.found) == (site.at("/feed/"), Step.USUAL)
    assert site.asked == ["/", POSTS, "/feed/"]


async def test_the_api_is_left_alone_where_a_feed_brings_the_articles(finder: Finder, site: Site) -> None:
    site.print("/", page('<link rel="https://api.w.org/" href="/wp-json/">' + names_feed("/feed/")))
    site.print("/feed/", rss(*TITLES), RSS)
    await finder.find(str(site.at()))
    assert site.asked == ["/", "/feed/"]


async def test_comments_alone_are_not_the_articles(finder: Finder, site: Site) -> None:
    head = '<link rel="https://api.w.org/" href="/wp-json/">' + names_feed("/comments/feed/", "Comments Feed")
    site.print("/", page(head))
    site.print("/comments/feed/", rss("Budi menanggapi harga kopi"), RSS)
    site.print(POSTS, posts(*TITLES), JSON)
    assert [each.kind for each in await finder.find(str(site.at()))] == [FeedKind.RSS, FeedKind.WORDPRESS]


# ------------------------------------------------------------------------ the home page, 4. usual places


async def test_an_article_leads_to_what_its_sites_home_page_declares(finder: Finder, site: Site) -> None:
    site.print("/berita/lada", page('<meta property="og:type" content="article">', headline_links(*TITLES)))
    site.print("/", page(names_feed("/feed/")))
    site.print("/feed/", rss(*TITLES), RSS)
    (candidate,) = await finder.find(str(site.at("/berita/lada")))
    assert (candidate.url, candidate.found) == (site.at("/feed/"), Step.HOME)
    assert site.asked == ["/berita/lada", "/", "/feed/"]


async def test_an_address_that_is_gone_still_leads_to_its_site(finder: Finder, site: Site) -> None:
    site.print("/", page(names_feed("/feed/")))
    site.print("/feed/", rss(*TITLES), RSS)
    assert (await finder.first(str(site.at("/lama/umpan.php")))).url == site.at("/feed/")


@pytest.mark.parametrize("path", ["/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"])
async def test_the_usual_places_are_asked_up_to_the_first_that_works(finder: Finder, site: Site, path: str) -> None:
    site.print("/", page())
    body = jsonfeed(*TITLES) if path.endswith("json") else rss(*TITLES)
    site.print(path, body, JSON if path.endswith("json") else RSS)
    (candidate,) = await finder.find(str(site.at()))
    assert (candidate.url, candidate.found) == (site.at(path), Step.USUAL)
    assert site.asked[-1] == path
    assert len(site.asked) == len(set(site.asked)) <= 8


async def test_links_that_look_like_feeds_are_asked_before_guesses(finder: Finder, site: Site) -> None:
    links = '<a href="/rss/terkini.xml">RSS</a> <a href="/berita/rss-di-kampus">Berita</a> <a href="/kontak">Kontak</a>'
    site.print("/", page(body=links))
    site.print("/rss/terkini.xml", rss(*TITLES), RSS)
    candidate = await finder.first(str(site.at()))
    assert (candidate.url, candidate.found) == (site.at("/rss/terkini.xml"), Step.LINKED)
    assert site.asked == ["/", "/rss/terkini.xml"]


async def test_a_site_with_a_page_for_every_address_is_not_asked_for_each(finder: Finder, site: Site) -> None:
    site.otherwise = Reply(page(body="Halaman tidak ada"))
    await finder.nothing(site.host)
    assert site.asked == ["/", "/feed/", "/rss", "/robots.txt", "/sitemap.xml", "/news-sitemap.xml"]


# ------------------------------------------------------------------------ 5. sitemaps


async def test_the_news_sitemap_of_a_robots_txt_is_preferred(finder: Finder, site: Site) -> None:
    site.print("/", page())
    named = "\n".join(f"sitemap: {site.at(path)}" for path in ("/peta.xml", "/tag-news.xml", "/peta-news.xml"))
    site.print("/robots.txt", f"User-agent: *\nDisallow: /admin\n{named}\n", "text/plain")
    site.print("/peta-news.xml", sitemap(*TITLES), XML)
    candidate = await finder.first(str(site.at()))
    assert (candidate.kind, candidate.found) == (FeedKind.SITEMAP, Step.SITEMAP)
    assert (candidate.url, candidate.title) == (site.at("/peta-news.xml"), "Kabar Siger")
    assert candidate.newest[0] == "Harga kopi robusta naik di liwa"
    assert site.asked[-2:] == ["/robots.txt", "/peta-news.xml"]


async def test_an_index_of_sitemaps_leads_to_its_latest_part(finder: Finder, site: Site) -> None:
    site.print("/", page())
    parts = [site.at(f"/peta/{month}.xml") for month in ("2026-09", "2026-10", "2026-11")]
    site.print("/sitemap.xml", sitemap_index(*parts), XML)
    site.print("/peta/2026-11.xml", sitemap(*TITLES), XML)
    assert (await finder.first(str(site.at()))).url == site.at("/peta/2026-11.xml")


async def test_a_sitemap_without_dates_is_no_news(finder: Finder, site: Site) -> None:
    site.print("/", page())
    site.print("/sitemap.xml", sitemap(*TITLES, dated=False), XML)
    failure = await finder.nothing(str(site.at()))
    assert "/sitemap.xml: the sitemap gives no dates" in str(failure)


async def test_a_thousand_sitemaps_cost_a_few_requests(finder: Finder, site: Site) -> None:
    site.print("/", page())
    named = "\n".join(f"Sitemap: {site.at(f'/peta-{number}.xml')}" for number in range(1_000))
    site.print("/robots.txt", named, "text/plain")
    await finder.nothing(str(site.at()))
    assert [path for path in site.asked if path.startswith("/peta")] == ["/peta-0.xml", "/peta-1.xml"]
    assert len(site.asked) <= MOST_REQUESTS


# ------------------------------------------------------------------------ 6. the page itself


async def test_a_page_of_headlines_can_be_followed_itself(finder: Finder, site: Site) -> None:
    site.print("/kanal/metro", page(body=headline_links(*TITLES), title="Metro - Kabar Siger"))
    (candidate,) = await finder.find(str(site.at("/kanal/metro")))
    assert (candidate.kind, candidate.found) == (FeedKind.PAGE, Step.LISTING)
    assert (candidate.url, candidate.title) == (site.at("/kanal/metro"), "Metro - Kabar Siger")
    assert candidate.newest == TITLES[:5]
    assert candidate.per_week is None
    assert site.asked.count("/kanal/metro") == 1


async def test_four_headlines_are_no_list(finder: Finder, site: Site) -> None:
    site.print("/", page(body=headline_links(*TITLES[:4])))
    await finder.nothing(str(site.at()))


async def test_feeds_come_before_the_page_itself(finder: Finder, site: Site) -> None:
    site.print("/", page(names_feed("/feed/"), headline_links(*TITLES)))
    site.print("/feed/", rss(*TITLES), RSS)
    assert [each.found for each in await finder.find(str(site.at()))] == [Step.NAMED, Step.LISTING]


# ------------------------------------------------------------------------ nothing found, manners


async def test_a_page_without_anything_says_what_was_tried(finder: Finder, site: Site) -> None:
    site.print("/", page(body="Selamat datang"))
    failure = await finder.nothing(str(site.at()))
    for words in (
        f"nothing to follow was found at http://{site.host}",
        "/: the page names no feed",
        "/feed/, /rss, /rss.xml, /feed.xml, /atom.xml, /index.xml, /feed.json, /robots.txt",
        "the server has nothing at this address (HTTP 404)",
    ):
        assert words in str(failure)
    assert {each.trouble for each in failure.missed} >= {"names-none", "not-found"}
    assert len(site.asked) == len(set(site.asked)) <= MOST_REQUESTS


async def test_no_address_is_asked_twice_and_each_is_told_before(finder: Finder, site: Site) -> None:
    site.print(
        "/a",
        page(
            names_feed("/feed/") + names_feed("/rss") + '<link rel="https://api.w.org/" href="/wp-json/">',
            '<a href="/rss">RSS</a> <a href="/feed/">Umpan</a>',
        ),
    )
    site.print("/", page(names_feed("/rss")))
    await finder.nothing(str(site.at("/a")))
    assert len(site.asked) == len(set(site.asked))
    assert finder.looked == [site.at(path) for path in site.asked]


@pytest.mark.parametrize("status", [403, 429])
async def test_a_site_that_refuses_is_left_alone(finder: Finder, site: Site, status: int) -> None:
    site.otherwise = Reply(status=status)
    site.print("/", page(names_feed("/satu.xml") + names_feed("/dua.xml")))
    failure = await finder.nothing(str(site.at()))
    assert site.asked == ["/", "/satu.xml"]
    assert f"(HTTP {status})" in str(failure)


async def test_another_host_is_asked_all_the_same(finder: Finder, site: Site, other: Site) -> None:
    site.refuse("/", 403)
    other.print("/umpan", rss(*TITLES), RSS)
    outlet = replace(described(other, ("/umpan", FeedKind.RSS)), home=site.at("/"))
    finder.client.trust(f"http://{other.host}")
    assert (await finder.first(str(site.at()), [outlet])).url == other.at("/umpan")
    assert site.asked == ["/"]


async def test_a_host_that_is_not_there_is_tried_once(finder: Finder) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    failure = await finder.nothing(f"http://127.0.0.1:{port}/")
    assert str(failure) == (
        f"nothing to follow was found at http://127.0.0.1:{port} (/: the server refuses connections)"
    )


async def test_without_a_scheme_http_follows_where_https_cannot_connect(finder: Finder, site: Site) -> None:
    site.print("/umpan", rss(*TITLES), RSS)
    (candidate,) = await finder.find(f" {site.host}/umpan ")
    assert candidate.url == site.at("/umpan")
    assert finder.looked == [f"https://{site.host}/umpan", f"http://{site.host}/umpan"]


async def test_a_discovery_that_is_left_early_asks_no_more(finder: Finder, site: Site) -> None:
    site.print("/", page(names_feed("/satu.xml") + names_feed("/dua.xml")))
    discovery = Discovery(finder.client, finder.workshop, [])
    sights = discovery.watch(str(site.at()))
    async for sight in sights:
        if isinstance(sight, Missed):
            break
    await sights.aclose()
    assert site.asked == ["/", "/satu.xml"]


async def test_two_people_may_discover_at_once(finder: Finder, site: Site, other: Site) -> None:
    for each, titles in ((site, TITLES[:4]), (other, TITLES[4:])):
        each.print("/", page(names_feed("/feed/")))
        each.print("/feed/", rss(*titles), RSS)
    discovery = Discovery(finder.client, finder.workshop, [])

    async def newest(typed: str) -> list[str]:
        return [each.newest[0] async for each in discovery.candidates(typed)]

    here, there = await asyncio.gather(newest(str(site.at())), newest(str(other.at())))
    assert (here, there) == ([TITLES[0]], [TITLES[4]])


# ------------------------------------------------------------------------ hostile sites


async def test_ten_thousand_declared_feeds_cost_a_few_requests(finder: Finder, site: Site) -> None:
    site.print("/", page("".join(names_feed(f"/umpan-{number}.xml") for number in range(10_000))))
    await finder.nothing(str(site.at()))
    assert len(site.asked) <= MOST_REQUESTS
    assert [path for path in site.asked if path.startswith("/umpan")] == [f"/umpan-{n}.xml" for n in range(5)]


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "file:///etc/passwd", "data:application/rss+xml,<rss/>", "ftp://kabar.example/rss", "//"],
)
async def test_only_web_addresses_are_followed(finder: Finder, site: Site, href: str) -> None:
    site.print("/", page(names_feed(href) + names_feed("/feed/")))
    site.print("/feed/", rss(*TITLES), RSS)
    found = await finder.find(str(site.at()))
    assert [each.url for each in found] == [site.at("/feed/")]
    assert site.asked == ["/", "/feed/"]


async def test_a_title_cannot_steer_the_terminal(finder: Finder, site: Site) -> None:
    hostile = "Kabar&#27;]52;c;aGFsbw==&#7;&#x202e;[@click=app.quit]x[/]"
    site.print("/", page(f'<link rel="alternate" type="{RSS}" href="/feed/" title="{hostile}">'))
    site.print("/feed/", rss(*TITLES, name=""), RSS)
    candidate = await finder.first(str(site.at()))
    assert candidate.title == "Kabar�]52;c;aGFsbw==�[@click=app.quit]x[/]"


async def test_private_addresses_that_a_page_names_are_not_called(finder: Finder, site: Site, other: Site) -> None:
    elsewhere = [str(other.at("/satu.xml")), f"http://localhost:{other.host.split(':')[1]}/dua.xml"]
    api = f'<link rel="https://api.w.org/" href="{other.at("/wp-json/")}">'
    maps = f'<link rel="sitemap" href="{other.at("/peta-news.xml")}">'
    site.print("/", page("".join(names_feed(each) for each in elsewhere) + api + maps))
    site.move("/feed/", str(other.at("/umpan")))
    for path in ("/satu.xml", "/dua.xml", "/umpan", POSTS):
        other.print(path, rss(*TITLES), RSS)
    failure = await finder.nothing(str(site.at()))
    assert other.asked == []
    assert "on a private network, which feeds may not call" in str(failure)


async def test_what_lies_on_the_origin_that_was_typed_may_be_private(finder: Finder, site: Site) -> None:
    site.print("/", page(names_feed(str(site.at("/feed/")))))
    site.print("/feed/", rss(*TITLES), RSS)
    assert (await finder.first(str(site.at()))).url == site.at("/feed/")


@pytest.mark.parametrize(
    "index",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><sitemapindex><sitemap><loc>/x.xml</loc></sitemap></sitemapindex>',
        "<sitemapindex><sitemap><loc>javascript:alert(1)</loc></sitemap><sitemap><loc>",
        "<sitemapindex>" + "<sitemap>" * 200_000,
    ],
    ids=["entities", "a script, cut short", "deep"],
)
async def test_a_broken_index_of_sitemaps_ends_well(finder: Finder, site: Site, index: str) -> None:
    site.print("/sitemap.xml", index, XML)
    await finder.nothing(str(site.at("/sitemap.xml")))
    assert len(site.asked) <= MOST_REQUESTS


async def test_an_index_that_names_itself_is_asked_once(finder: Finder, site: Site) -> None:
    site.print("/", page())
    site.print("/sitemap.xml", sitemap_index(site.at("/sitemap.xml")), XML)
    await finder.nothing(str(site.at()))
    assert site.asked.count("/sitemap.xml") == 1


# ------------------------------------------------------------------------ the Link header


@pytest.mark.parametrize(
    "header",
    [
        '<https://kabar.example/wp-json/>; rel="https://api.w.org/"',
        "</style.css>; rel=preload; as=style, <https://kabar.example/wp-json/>; rel=https://api.w.org/",
        '<https://kabar.example/?p=1>; rel=shortlink, <https://kabar.example/wp-json/>; title="a, b"; '
        'rel="https://api.w.org/"',
    ],
)
async def test_a_link_header_names_the_api_as_a_page_does(workshop: Workshop, header: str) -> None:
    url = clean_address("https://kabar.example/")
    pointers = await workshop.read_pointers(PointersJob(page().encode(), url, HTML, header))
    assert pointers.posts == "https://kabar.example/wp-json/wp/v2/posts?per_page=30&_embed"


# ------------------------------------------------------------------------ what is typed

BOTH = ("https://lampungpro.co/", "http://lampungpro.co/")


@pytest.mark.parametrize(
    ("typed", "addresses"),
    [
        ("lampungpro.co", BOTH),
        ("  Lampungpro.CO \n", BOTH),
        ("<lampungpro.co>", BOTH),
        ('"lampungpro.co/"', BOTH),
        ("//lampungpro.co/", BOTH),
        ("lampungpro.co.", BOTH),
        ("feed:lampungpro.co", BOTH),
        ("feed://lampungpro.co/", BOTH),
        ("feed:https://lampungpro.co/", BOTH[:1]),
        ("web+feed:https://lampungpro.co/", BOTH[:1]),
        ("view-source:https://lampungpro.co/", BOTH[:1]),
        ("itpc://lampungpro.co/", BOTH),
        ("<URL:http://lampungpro.co/>", BOTH[1:]),
        ("HTTPS://lampungpro.co", BOTH[:1]),
        ("http:/lampungpro.co", BOTH[1:]),
        ("https://lampungpro.co/#terkini", BOTH[:1]),
        ("https://lampung\npro.co/", BOTH[:1]),
        ("https://lampungpro.co/kategori/news/Lampung Raya", ("https://lampungpro.co/kategori/news/Lampung%20Raya",)),
        ("http://berita.example:8080/umpan?a=1&b=2", ("http://berita.example:8080/umpan?a=1&b=2",)),
        ("berita.example:80/umpan", ("http://berita.example:80/umpan",)),
        ("berita.example:443", ("https://berita.example:443/",)),
        ("localhost:8000", ("https://localhost:8000/", "http://localhost:8000/")),
        ("192.168.1.7/rss", ("https://192.168.1.7/rss", "http://192.168.1.7/rss")),
        ("http://[::1]:8080/rss", ("http://[::1]:8080/rss",)),
        ("http://nas/rss", ("http://nas/rss",)),
        ("https://kafé.example/", ("https://xn--kaf-dma.example/",)),
    ],
)
def test_an_address_may_be_typed_in_many_ways(typed: str, addresses: tuple[str, ...]) -> None:
    assert typed_addresses(typed) == addresses


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Unusable.EMPTY),
        (" <> ", Unusable.EMPTY),
        ("feed:", Unusable.EMPTY),
        ("harga kopi", Unusable.NO_ADDRESS),
        ("lampung", Unusable.NO_ADDRESS),
        ("3.14", Unusable.NO_ADDRESS),
        ("lampungpro,co", Unusable.NO_ADDRESS),
        ("/home/sari/sumber.opml", Unusable.NO_ADDRESS),
        ("https://", Unusable.NO_ADDRESS),
        ("https://kabar.example:99999/", Unusable.NO_ADDRESS),
        ("http://[::1", Unusable.NO_ADDRESS),
        ("javascript:alert(1)", Unusable.SCHEME),
        ("javascript:1", Unusable.SCHEME),
        ("file:///etc/passwd", Unusable.SCHEME),
        ("mailto:redaksi@kabar.example", Unusable.SCHEME),
        ("ftp://kabar.example/rss", Unusable.SCHEME),
        ("https://sari:rahasia@kabar.example/rss", Unusable.PASSWORD),
        ("sari:rahasia@kabar.example/rss", Unusable.PASSWORD),
        ("redaksi@kabar.example", Unusable.PASSWORD),
        ("https://kabar.example/" + "a" * 5_000, Unusable.TOO_LONG),
    ],
)
async def test_what_is_no_address_gets_one_sentence(finder: Finder, typed: str, reason: Unusable) -> None:
    with pytest.raises(NoAddress) as caught:
        await finder.find(typed)
    assert caught.value.reason is reason
    assert "rahasia" not in str(caught.value)
    assert len(str(caught.value)) > 20
