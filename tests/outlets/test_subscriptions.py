"""What a person's file of subscriptions says is what is followed; a mistake in it is one line that names file and line."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from lampungtui.errors import ProfileError
from lampungtui.foreign import Address, Line
from lampungtui.model import Feed, FeedKind, FeedSettings, Outlet, Scope
from lampungtui.outlets import subscriptions
from lampungtui.outlets.loader import PROFILE_LIMIT
from lampungtui.outlets.subscriptions import Override, Subscriptions, followed, place_of, read_subscriptions


def feed(outlet_id: str, name: str, **given: object) -> Feed:
    plain = Feed(
        id=f"{outlet_id}/{name}",
        outlet_id=outlet_id,
        kind=FeedKind.RSS,
        url=Address(f"https://{outlet_id}.example/{name}"),
        title=Line(name.title()),
        category="politik",
    )
    return replace(plain, **given)  # type: ignore[arg-type]


def outlet(outlet_id: str, *feeds: str, **given: object) -> Outlet:
    plain = Outlet(
        id=outlet_id,
        name=Line(outlet_id.title()),
        home=Address(f"https://www.{outlet_id}.example/"),
        feeds=tuple(feed(outlet_id, name) for name in feeds or ("terkini",)),
    )
    return replace(plain, **given)  # type: ignore[arg-type]


CATALOGUE = (outlet("siger", "terkini", "politik"), outlet("sekura"), outlet("tapis", on=False))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "subscriptions.toml"


def read(path: Path, text: str | bytes) -> Subscriptions:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_subscriptions(path)


def read_outlets(path: Path, text: str, *chosen: str) -> tuple[Outlet, ...]:
    return followed(read(path, text), CATALOGUE, chosen)


def only_feed(path: Path, keys: str) -> Feed:
    """A feed of one's own with these keys, as it is followed."""
    head = 'outlets = []\n[[feeds]]\nid = "kabar"\nurl = "https://kabar.example/feed"\n'
    (found,) = read_outlets(path, head + keys)
    (only,) = found.feeds
    return only


def listed_feed(path: Path, keys: str) -> Feed:
    """A feed of the catalogue with these settings, as it is followed."""
    found = read_outlets(path, f'outlets = ["siger"]\n[settings."siger/politik"]\n{keys}')
    return next(feed for feed in found[0].feeds if feed.id == "siger/politik")


# --------------------------------------------------------------------------- what it says


def test_the_file_that_the_documentation_shows_is_read_as_it_says(path: Path) -> None:
    shown = textwrap.dedent((subscriptions.__doc__ or "").split("\n\n", 1)[1].rsplit("\n\nA person", 1)[0])
    said = read(path, shown)
    assert said.outlets == ("lampungpro", "antara-lampung")
    (own,) = said.feeds
    assert (own.feed_id, own.url) == ("own/kabar-way-seputih", "https://kabar.example/feed/")
    assert own.override == Override(name=Line("Kabar Way Seputih"), category="lampung-raya/lampung-tengah")
    assert said.settings == {"lampungpro/politik": Override(settings=FeedSettings(paused=True))}


@pytest.mark.parametrize("text", ["", "\n\n", "# Belum ada.\n", "\ufeff", "\ufeff# Belum ada.\r\n"])
def test_a_file_that_says_nothing_leaves_everything_as_it_was(path: Path, text: str) -> None:
    assert read(path, text) == Subscriptions()


def test_no_file_is_no_mistake(path: Path) -> None:
    assert read_subscriptions(path) == Subscriptions()


def test_a_file_that_cannot_be_reached_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="cannot be read: File name too long"):
        read_subscriptions(tmp_path / ("x" * 300) / "subscriptions.toml")


def test_an_editor_of_another_system_may_have_saved_it(path: Path) -> None:
    said = read(path, '\ufeffoutlets = [\r\n  "siger",\r\n]\r\n[[feeds]]\r\nid = "a"\r\nurl = "http://a.example"\r\n')
    assert said.outlets == ("siger",)
    assert said.feeds[0].url == "http://a.example"


# --------------------------------------------------------------------------- mistakes

FEED = '[[feeds]]\nid = "kabar"\nurl = "https://kabar.example/"\n'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param('outlets = ["siger"\n\n[settings]\n', 3, "not valid TOML", id="no-toml"),
        pytest.param("outlet = []\n", 1, "did you mean 'outlets'?", id="misspelt-at-the-top"),
        pytest.param(FEED + 'nama = "Kabar"\n', 4, "'nama'; did you mean 'name'?", id="misspelt-in-a-feed"),
        pytest.param('[settings."siger/politik"]\npause = true\n', 2, "did you mean 'paused'?", id="misspelt-setting"),
        pytest.param("outlets = [1]\n", 1, "text in quotes", id="outlets-of-numbers"),
        pytest.param('feeds = "a"\n', 1, "'feeds' must be a list", id="feeds-no-list"),
        pytest.param('feeds = ["a"]\n', 1, "[[feeds]]", id="feeds-of-texts"),
        pytest.param("[settings]\nx = 1\n", 2, "'x' must be a table", id="settings-no-tables"),
        pytest.param('[[feeds]]\nurl = "https://a.example/"\n', 1, "'id' is missing", id="no-id"),
        pytest.param('[[feeds]]\nid = "a"\n', 1, "'url' is missing", id="no-url"),
        pytest.param('[[feeds]]\nid = "Kabar Kota"\n', 2, "small letters, digits and hyphens", id="id-with-spaces"),
        pytest.param(FEED + "\n" + FEED, 6, "'kabar' is used twice", id="id-twice"),
        pytest.param('[[feeds]]\nid = "a"\nurl = "file:///etc/passwd"\n', 3, "http or https", id="file-address"),
        pytest.param('[[feeds]]\nid = "a"\nurl = "https://u:p@a.example/"\n', 3, "http or https", id="password"),
        pytest.param('[[feeds]]\nid = "a"\nurl = 5\n', 3, "text in quotes", id="address-of-digits"),
        pytest.param(FEED + 'kind = "atom"\n', 4, "one of rss, jsonfeed", id="unknown-kind"),
        pytest.param(FEED + 'category = "metro"\n', 4, "unknown category 'metro'", id="unknown-rubric"),
        pytest.param(FEED + 'name = "Kabar\\u001b[31m"\n', 4, "cannot be shown", id="name-that-steers"),
        pytest.param(FEED + 'name = """Kabar\nKota"""\n', 4, "stray spaces", id="name-of-two-lines"),
        pytest.param(FEED + 'name = ""\n', 4, "'name' is empty", id="no-name"),
        pytest.param(FEED + "interval = 10081\n", 4, "between 0 and 10080", id="interval-too-long"),
        pytest.param(FEED + "interval = -1\n", 4, "between 0 and 10080", id="interval-before-now"),
        pytest.param(FEED + "interval = 7.5\n", 4, "a whole number", id="interval-of-a-fraction"),
        pytest.param(FEED + "interval = true\n", 4, "a whole number", id="interval-of-a-word"),
        pytest.param(FEED + "keep = 1000001\n", 4, "between 0 and 1000000", id="keep-too-much"),
        pytest.param(FEED + 'paused = "yes"\n', 4, "true or false", id="paused-in-quotes"),
        pytest.param(FEED + 'user_agent = "pembaca é"\n', 4, "plain ASCII", id="agent-not-ascii"),
        pytest.param(FEED + '[feeds.headers]\nCookie = "a=b"\n', 5, "'Cookie' cannot be set", id="cookie"),
        pytest.param(FEED + '[feeds.headers]\nHOST = "a"\n', 5, "'HOST' cannot be set", id="host"),
        pytest.param(FEED + '[feeds.headers]\n"X Key" = "a"\n', 5, "'X Key' cannot be set", id="header-with-space"),
        pytest.param(FEED + '[feeds.headers]\n"X:" = "a"\n', 5, "cannot be set", id="header-with-colon"),
        pytest.param(FEED + '[feeds.headers]\nX-Key = "é"\n', 5, "plain ASCII", id="header-value"),
        pytest.param(FEED + '[feeds.headers]\nX-Key = "a\\r\\nX: b"\n', 5, "stray spaces", id="header-smuggled"),
        pytest.param('[settings."own/kabar"]\npaused = true\n', 1, "[[feeds]] table", id="own-among-settings"),
        pytest.param(b'outlets = []\n# caf\xe9\n', 2, "not UTF-8", id="latin-1"),
        pytest.param("x = " + "[" * 3_000, None, "nested too deeply", id="too-deep"),
        pytest.param("#" * (PROFILE_LIMIT + 1), None, "larger than", id="too-large"),
    ],
)  # fmt: skip
def test_a_mistake_names_file_and_line_and_what_is_wrong(
    path: Path, text: str | bytes, line: int | None, words: str
) -> None:
    with pytest.raises(ProfileError) as caught:
        read(path, text)
    place = f"{path}:{line}: " if line is not None else f"{path}: "
    assert str(caught.value).startswith(place)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_what_it_says_of_an_outlet_or_feed_that_is_gone_is_passed_over(path: Path) -> None:
    (only,) = read_outlets(path, 'outlets = ["lenyap", "sekura"]\n[settings."lenyap/a"]\npaused = true\n')
    assert only.id == "sekura"


# --------------------------------------------------------------------------- what is followed


@pytest.mark.parametrize(
    ("text", "chosen", "ids"),
    [
        pytest.param("", (), ["siger", "sekura"], id="those-on-by-default"),
        pytest.param("", ("tapis", "siger"), ["tapis", "siger"], id="the-settings"),
        pytest.param('outlets = ["sekura"]\n', ("tapis",), ["sekura"], id="the-file-over-the-settings"),
        pytest.param('outlets = "sekura"\n', (), ["sekura"], id="a-single-one"),
        pytest.param('outlets = ["tapis", "siger", "tapis"]\n', (), ["tapis", "siger"], id="in-its-order-each-once"),
        pytest.param("outlets = []\n", ("tapis",), [], id="none"),
        pytest.param(FEED, (), ["siger", "sekura", "own-kabar"], id="own-beside-the-default"),
        pytest.param("outlets = []\n" + FEED, (), ["own-kabar"], id="own-alone"),
    ],
)
def test_the_outlets_that_are_read(path: Path, text: str, chosen: tuple[str, ...], ids: list[str]) -> None:
    assert [outlet.id for outlet in read_outlets(path, text, *chosen)] == ids


@pytest.mark.parametrize("of", [only_feed, listed_feed])
@pytest.mark.parametrize(
    ("keys", "settings"),
    [
        ("full_text = false", FeedSettings(full_text=False)),
        ("images = false", FeedSettings(images=False)),
        ("muted = true", FeedSettings(muted=True)),
        ("paused = true", FeedSettings(paused=True)),
        ("keep = 200", FeedSettings(keep=200)),
        ("keep = 0", FeedSettings()),
        ('user_agent = "Pembaca/1"', FeedSettings(user_agent="Pembaca/1")),
        ('headers = { X-Key = "rahasia" }', FeedSettings(headers=(("X-Key", "rahasia"),))),
        ('headers."X-Key" = "rahasia"', FeedSettings(headers=(("X-Key", "rahasia"),))),
    ],
)
def test_each_setting_is_the_feeds(path: Path, of: object, keys: str, settings: FeedSettings) -> None:
    assert callable(of)
    assert of(path, keys + "\n").settings == settings


def test_name_rubric_and_interval_of_a_feed_of_ones_own(path: Path) -> None:
    plain = only_feed(path, "")
    assert (plain.title, plain.category, plain.kind) == ("kabar.example", None, FeedKind.RSS)
    assert (plain.interval_minutes, plain.adaptive) == (60, True)
    told = only_feed(
        path, 'name = "Kabar \\"Kota\\""\ncategory = "lampung-raya/metro"\ninterval = 15\nkind = "wordpress"'
    )
    assert (told.title, told.category, told.kind) == ('Kabar "Kota"', "lampung-raya/metro", FeedKind.WORDPRESS)
    assert (told.interval_minutes, told.adaptive) == (15, False)


def test_name_rubric_and_interval_of_a_feed_of_the_catalogue(path: Path) -> None:
    assert listed_feed(path, "") == CATALOGUE[0].feeds[1]
    told = listed_feed(path, 'name = "Politik Lampung"\ncategory = "lampung-raya"\ninterval = 240\n')
    assert (told.title, told.category) == ("Politik Lampung", "lampung-raya")
    assert (told.interval_minutes, told.adaptive) == (240, False)
    assert (told.id, told.url) == (CATALOGUE[0].feeds[1].id, CATALOGUE[0].feeds[1].url)


def test_settings_of_one_feed_leave_its_neighbours_alone(path: Path) -> None:
    (siger,) = read_outlets(path, 'outlets = ["siger"]\n[settings."siger/politik"]\npaused = true\n')
    assert [feed.settings.paused for feed in siger.feeds] == [False, True]


@pytest.mark.parametrize("url", ["https://siger.example/opini/feed", "http://www.siger.example/opini/feed"])
def test_a_feed_of_ones_own_on_a_known_site_is_that_outlets(path: Path, url: str) -> None:
    own = f'[[feeds]]\nid = "opini"\nurl = "{url}"\nname = "Opini"\n'
    (siger, *_) = read_outlets(path, own)
    assert [feed.id for feed in siger.feeds] == ["siger/terkini", "siger/politik", "own/opini"]
    assert siger.feeds[2].outlet_id == "siger"
    (alone,) = read_outlets(path, "outlets = []\n" + own)
    assert (alone.id, alone.name, [feed.id for feed in alone.feeds]) == ("siger", "Siger", ["own/opini"])


def test_other_hosts_of_an_outlet_are_its_site_too(path: Path) -> None:
    catalogue = (outlet("siger", hosts=("m.siger-berita.example",)),)
    said = read(path, 'outlets = []\n[[feeds]]\nid = "m"\nurl = "https://m.siger-berita.example/feed"\n')
    assert [outlet.id for outlet in followed(said, catalogue)] == ["siger"]


def test_a_site_that_nobody_described_is_an_outlet_of_its_own(path: Path) -> None:
    (kabar,) = read_outlets(path, 'outlets = []\n[[feeds]]\nid = "k"\nurl = "http://www.kabar.example:8080/a/feed"\n')
    assert (kabar.id, kabar.name, kabar.scope) == ("own-k", "kabar.example:8080", Scope.OWN)
    assert kabar.home == "http://www.kabar.example:8080/"
    assert kabar.category_of("Olahraga") == "olahraga"


@pytest.mark.parametrize(
    "other",
    [
        "http://kabar.example/feed",
        "https://www.kabar.example/feed",
        "https://kabar.example/feed/",
        "http://www.kabar.example/feed/?utm_source=x#atas",
    ],
)
def test_spellings_of_one_address_are_one_place(other: str) -> None:
    assert place_of(Address(other)) == place_of(Address("https://kabar.example/feed"))


@pytest.mark.parametrize(
    "other", ["https://kabar.example/Feed", "https://kabar.example/feed?p=2", "https://m.kabar.example/feed"]
)
def test_other_addresses_are_other_places(other: str) -> None:
    assert place_of(Address(other)) != place_of(Address("https://kabar.example/feed"))
