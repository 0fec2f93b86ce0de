"""Reading profiles: what a person wrote becomes an outlet, or one clear line that names file and line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lampungtui.errors import ProfileError
from lampungtui.model import Confidence, FeedKind, Role, ShelfName
from lampungtui.outlets.loader import PROFILE_LIMIT, load_outlets, load_profile

WHOLE = """\
# A profile with every key.
id = "kabar-way-seputih"
name = "Kabar Way Seputih"
home = "https://kabar.example/"
language = "id"
zone = "Asia/Jakarta"
confidence = "likely"
on = false
names = ["Kabar Way Seputih", "KWS"]
hosts = ["m.kabar.example"]
comments = "komentar"
wordpress_editors = "penulis"
author_role = "reporter"

[[feeds]]
id = "terbaru"
kind = "rss"
url = "https://kabar.example/feed/"
title = "Terbaru"
category = "lampung-raya"

[[feeds]]
id = "metro"
kind = "page"
url = "https://kabar.example/metro"
title = "Metro"
category = "lampung-raya/metro"
interval = 180
pages = 2

[listing]
item = "article.kartu"
title = "h2 a"
title_attribute = "title"
title_prefix = "Baca"
date = "time"
views = ".dilihat"
label = ".rubrik"
summary = "p"
image = "img"
next = "a[rel=next]"
skip = ".iklan"

[[listing.shelves]]
name = "popular"
heading = "Terpopuler"
container = "aside"
item = "li"
title = "a"
views = "small"

[page]
title = "h1"
body = ["div.isi", "article"]
date = "time"
drop = [
  ".iklan",
  ".baca-juga",
]

[categories]
"Kabar Kota" = "lampung-raya/metro"
"Daerah" = "lampung-raya"

[[partners]]
name = "Kampus"
url = "https://kampus.example/"

[[network]]
name = "Jaringan"
url = "https://jaringan.example/"
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "kabar-way-seputih.toml"


def test_every_key_reaches_the_outlet(profile: Path) -> None:
    profile.write_text(WHOLE, "utf-8")
    outlet = load_profile(profile)
    assert (outlet.id, outlet.name, outlet.home) == (
        "kabar-way-seputih",
        "Kabar Way Seputih",
        "https://kabar.example/",
    )
    assert (outlet.confidence, outlet.on, outlet.author_role) == (Confidence.LIKELY, False, Role.REPORTER)
    assert outlet.names == ("Kabar Way Seputih", "KWS")
    assert (outlet.hosts, outlet.comments, outlet.wordpress_editors) == (("m.kabar.example",), "komentar", "penulis")
    first, second = outlet.feeds
    assert (first.id, first.outlet_id, first.kind) == (
        "kabar-way-seputih/terbaru",
        "kabar-way-seputih",
        FeedKind.RSS,
    )
    assert (first.interval_minutes, first.pages) == (60, 1), "an hour and one page where nothing is said"
    assert (second.category, second.interval_minutes, second.pages) == ("lampung-raya/metro", 180, 2)
    assert outlet.listing is not None
    assert outlet.listing.skip == (".iklan",)
    (shelf,) = outlet.listing.shelves
    assert (shelf.name, shelf.heading, shelf.views) == (ShelfName.POPULAR, "Terpopuler", "small")
    assert outlet.page.body == ("div.isi", "article")
    assert outlet.page.title == ("h1",)
    assert [link.url for link in (*outlet.partners, *outlet.network)] == [
        "https://kampus.example/",
        "https://jaringan.example/",
    ]


def test_labels_are_matched_without_capitals_and_common_ones_need_no_mapping(profile: Path) -> None:
    profile.write_text(WHOLE, "utf-8")
    outlet = load_profile(profile)
    assert outlet.category_of("KABAR KOTA ") == "lampung-raya/metro"
    assert outlet.category_of("Lampung Selatan") == "lampung-raya/lampung-selatan"
    assert outlet.category_of("Rubrik Entah") is None


def test_an_own_label_goes_before_a_common_one(profile: Path) -> None:
    profile.write_text(WHOLE.replace('"Kabar Kota"', '"Politik"'), "utf-8")
    assert load_profile(profile).category_of("politik") == "lampung-raya/metro"


def line_of(text: str, needle: str) -> int:
    """The line (from 1) of the one place where `needle` stands in `text`."""
    assert text.count(needle) == 1, needle
    return text[: text.index(needle)].count("\n") + 1


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('title_prefix = "Baca"', 'titel_prefix = "Baca"', "did you mean 'title_prefix'?"),
        ('confidence = "likely"', 'confidense = "likely"', "did you mean 'confidence'?"),
        ("interval = 180", "intervall = 180", "did you mean 'interval'?"),
        ('views = "small"', 'view = "small"', "did you mean 'views'?"),
        ("on = false", 'on = "false"', "must be true or false"),
        ("interval = 180", 'interval = "180"', "must be a whole number"),
        ("interval = 180", "interval = true", "must be a whole number"),
        ("interval = 180", "interval = 0", "between 1 and 10080"),
        ("pages = 2", "pages = 2000", "between 1 and 20"),
        ('id = "metro"', 'id = "terbaru"', "used twice"),
        ('id = "metro"', 'id = "Kota Metro"', "small letters"),
        ('kind = "page"', 'kind = "html"', "must be one of rss, jsonfeed, wordpress, page"),
        ('url = "https://kabar.example/metro"', 'url = "kabar.example/metro"', "not an http or https address"),
        ('url = "https://kabar.example/metro"', 'url = "file:///etc/passwd"', "not an http or https address"),
        ('category = "lampung-raya/metro"', 'category = "lampung-raya/mtero"', "did you mean 'lampung-raya/metro'?"),
        ('"Daerah" = "lampung-raya"', '"Daerah" = "lampung"', "unknown category 'lampung'"),
        ('"Daerah" = "lampung-raya"', '"KABAR KOTA" = "lampung-raya"', "mapped twice"),
        ('zone = "Asia/Jakarta"', 'zone = "WIB"', "not a time zone"),
        ('zone = "Asia/Jakarta"', 'zone = "../../etc/passwd"', "not a time zone"),
        ('language = "id"', 'language = "Bahasa"', "language code"),
        ('hosts = ["m.kabar.example"]', 'hosts = ["https://m.kabar.example"]', "not a host name"),
        ('names = ["Kabar Way Seputih", "KWS"]', 'names = ["Kabar Way Seputih", 7]', "not text in quotes"),
        ('name = "Kabar Way Seputih"', 'name = "  "', "is empty"),
        ('name = "Kabar Way Seputih"', 'name = "Kabar\\u001b[2J"', "cannot be shown"),
        ('date = "time"\ndrop', 'date = "time["\ndrop', "not a CSS selector: 'time['"),
        ('  ".baca-juga",', '  ".baca-juga >",', "not a CSS selector"),
        ('item = "article.kartu"', 'item = "article..kartu"', "not a CSS selector"),
        ('container = "aside"', 'container = "aside:kosong(1)"', "not a CSS selector"),
        ('author_role = "reporter"', 'author_role = "wartawan"', "must be one of editor, writer, reporter"),
        ('heading = "Terpopuler"', "heading = 3", "must be text in quotes"),
    ],
)
def test_a_mistake_is_named_with_its_line(profile: Path, right: str, wrong: str, said: str) -> None:
    profile.write_text(WHOLE.replace(right, wrong), "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(profile)
    assert said in caught.value.what
    assert caught.value.line == line_of(WHOLE, right)
    assert str(caught.value).startswith(f"{profile}:{caught.value.line}: ")
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    ("gone", "said", "near"),
    [
        ('home = "https://kabar.example/"\n', "'home' is missing", None),
        ('title = "Metro"\n', "'title' is missing", 'id = "metro"'),
        ('heading = "Terpopuler"\n', "'heading' is missing", 'name = "popular"'),
        ('item = "article.kartu"\n', "'item' is missing", 'title = "h2 a"'),
    ],
)
def test_what_is_missing_is_named_at_its_table(profile: Path, gone: str, said: str, near: str | None) -> None:
    text = WHOLE.replace(gone, "")
    assert text != WHOLE
    profile.write_text(text, "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(profile)
    assert said in caught.value.what
    assert caught.value.line == (None if near is None else line_of(text, near) - 1), "the table's heading"


def test_an_outlet_without_feeds_is_refused(profile: Path) -> None:
    profile.write_text('id = "a"\nname = "A"\nhome = "https://a.example/"\n', "utf-8")
    with pytest.raises(ProfileError, match=r"no \[\[feeds\]\]"):
        load_profile(profile)


def test_feeds_written_as_one_table_are_explained(profile: Path) -> None:
    profile.write_text('id = "a"\nname = "A"\nhome = "https://a.example/"\n[feeds]\nid = "x"\n', "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(profile)
    assert caught.value.line == 4
    assert "'feeds' must be a list" in caught.value.what


def test_text_that_looks_like_a_key_inside_long_text_is_not_one(profile: Path) -> None:
    text = WHOLE.replace('name = "Kabar Way Seputih"', 'name = """\nzone = "x"\n"""').replace("Asia/Jakarta", "WIB")
    profile.write_text(text, "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(profile)
    assert caught.value.line == line_of(text, 'name = """')


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('id = "a"\nname = A\n', 2),
        ('id = "a"\nname = "A\n', 2),
        ('id = "a"\n\n\n[[feeds]\n', 4),
        ('id = "a"\nid = "b"\n', 2),
        ('id = "a"\nnames = [\n  "x",\n', 4),
    ],
)
def test_what_is_not_toml_is_named_with_its_line(profile: Path, text: str, line: int) -> None:
    profile.write_text(text, "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(profile)
    assert caught.value.line == line
    assert caught.value.what.startswith("is not valid TOML")


def test_a_file_in_another_encoding_is_named_with_its_line(profile: Path) -> None:
    profile.write_bytes(b'id = "a"\nname = "Caf\xe9"\n')
    with pytest.raises(ProfileError) as caught:
        load_profile(profile)
    assert (caught.value.line, caught.value.what) == (2, "is not UTF-8 text; save it as UTF-8")


def test_a_file_from_windows_is_read(profile: Path) -> None:
    profile.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert load_profile(profile).id == "kabar-way-seputih"


@pytest.mark.parametrize("text", ["x = " + "[" * 20_000, "#" * (PROFILE_LIMIT + 1)], ids=["nested", "huge"])
def test_a_hostile_file_is_refused_not_fatal(profile: Path, text: str) -> None:
    profile.write_text(text, "utf-8")
    with pytest.raises(ProfileError):
        load_profile(profile)


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="cannot be read: No such file or directory"):
        load_profile(tmp_path / "tidak-ada.toml")


def test_a_profile_of_the_reader_is_added_to_ours(tmp_path: Path, profile: Path) -> None:
    profile.write_text(WHOLE, "utf-8")
    (tmp_path / "catatan.txt").write_text("bukan profil", "utf-8")
    ours = {outlet.id for outlet in load_outlets()}
    assert {outlet.id for outlet in load_outlets(tmp_path)} == ours | {"kabar-way-seputih"}


def test_a_profile_of_the_reader_replaces_ours_of_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "punya-saya.toml").write_text(WHOLE.replace("kabar-way-seputih", "lampungpro"), "utf-8")
    outlets = load_outlets(tmp_path)
    assert [outlet.name for outlet in outlets if outlet.id == "lampungpro"] == ["Kabar Way Seputih"]
    assert len(outlets) == len(load_outlets())


def test_two_profiles_of_the_reader_with_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("satu.toml", "dua.toml"):
        (tmp_path / name).write_text(WHOLE, "utf-8")
    with pytest.raises(ProfileError, match=r"also in dua\.toml"):
        load_outlets(tmp_path)


def test_a_broken_profile_of_the_reader_is_named(tmp_path: Path) -> None:
    (tmp_path / "rusak.toml").write_text('id = "a"\nbody = [', "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_outlets(tmp_path)
    assert caught.value.path == tmp_path / "rusak.toml"


def test_a_folder_that_is_not_there_is_an_empty_one(tmp_path: Path) -> None:
    assert load_outlets(tmp_path / "outlets") == load_outlets()


def test_our_outlets_load_without_the_html_engine() -> None:
    script = (
        "import sys; from lampungtui.outlets.loader import load_outlets; "
        "assert load_outlets(); print('selectolax' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
