"""Edits of the file of subscriptions: what is wanted is said there, and every other byte is as the person left it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from lampungtui.errors import LampungtuiError, ProfileError, SubscriptionsError
from lampungtui.foreign import Address, Line
from lampungtui.model import FeedKind
from lampungtui.outlets.subscribing import HEAD, Edit, Setting, Subscribing
from lampungtui.outlets.subscriptions import (
    read_subscriptions,
)

KOPI = Address("https://kopi.example/feed")

FILE = """\
# Bacaan pagi saya.

outlets = [
  "lampungpro",   # rumah
  'antara-lampung', # kantor berita
]

[[feeds]]
id   =   "pasar"      # yang lama
url = 'http://pasar.example/feed'
# paused = true

# Koran sore, hanya hari kerja.
[[feeds]]
id = "sore"
url = "http://sore.example/feed"
\tname = "Koran Sore"
[feeds.headers]
X-Key = "rahasia"    # dari redaksi


[settings."lampungpro/politik"]
# Terlalu ramai sampai pemilu.
paused = true

  [ settings . 'lampungpro/ekbis' ]  # pasar modal
  muted=true

# Akhir.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "subscriptions.toml"


@pytest.fixture
def file(path: Path) -> Subscribing:
    """The file of a person who writes by hand."""
    path.write_text(FILE, encoding="utf-8")
    return Subscribing(path)


def written(path: Path, text: str) -> Subscribing:
    path.write_bytes(text.encode())
    return Subscribing(path)


def add_kopi(file: Subscribing) -> Edit:
    _, edit = file.add(KOPI, kind=FeedKind.RSS, name=Line("Kabar Kopi"))
    return edit


Change = Callable[[Subscribing], Edit]
CHANGES: Mapping[str, Change] = {
    "choosing": lambda file: file.choose_outlets(["lampungpro", "sekura"]),
    "adding": add_kopi,
    "setting": lambda file: file.set("own/sore", {"keep": 50}),
    "setting-a-listed-one": lambda file: file.set("lampungpro/opini", {"paused": True}),
    "removing": lambda file: file.remove("own/pasar"),
}
each_change = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())


# --------------------------------------------------------------------------- one edit, and nothing else


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        pytest.param(
            lambda file: file.choose_outlets(["lampungpro", "sekura"]),
            "  'antara-lampung', # kantor berita\n]",
            '  "sekura",\n]',
            id="another-outlet-stands-where-one-was-let-go",
        ),
        pytest.param(
            add_kopi,
            '"rahasia"    # dari redaksi\n',
            '"rahasia"    # dari redaksi\n\n[[feeds]]\nid = "kabar-kopi"\nurl = "https://kopi.example/feed"\n'
            'name = "Kabar Kopi"\n',
            id="a-new-feed-stands-behind-the-others",
        ),
        pytest.param(
            lambda file: file.set("own/pasar", {"name": 'Pasar "Induk"', "keep": 5}),
            "# paused = true\n",
            '# paused = true\nname = "Pasar \\"Induk\\""\nkeep = 5\n',
            id="new-settings-stand-at-the-end-of-their-feed",
        ),
        pytest.param(
            lambda file: file.set("own/sore", {"muted": True}),
            '\tname = "Koran Sore"\n',
            '\tname = "Koran Sore"\nmuted = true\n',
            id="a-setting-comes-before-the-headers-of-its-feed",
        ),
        pytest.param(
            lambda file: file.set("own/sore", {"name": "Sore"}),
            '"Koran Sore"',
            '"Sore"',
            id="a-name-is-changed-in-its-place",
        ),
        pytest.param(
            lambda file: file.set("own/sore", {"name": None}), '\tname = "Koran Sore"\n', "", id="a-name-is-taken-away"
        ),
        pytest.param(
            lambda file: file.set("lampungpro/politik", {"keep": 9}),
            "paused = true\n\n  [ settings",
            "paused = true\nkeep = 9\n\n  [ settings",
            id="settings-of-the-catalogue",
        ),
        pytest.param(
            lambda file: file.set("lampungpro/ekbis", {"muted": False}),
            "  muted=true",
            "  muted=false",
            id="a-value-without-spaces",
        ),
        pytest.param(
            lambda file: file.set("lampungpro/politik", {"paused": None}),
            "pemilu.\npaused = true\n",
            "pemilu.\n",
            id="the-last-setting-goes-and-what-was-said-of-it-stays",
        ),
        pytest.param(
            lambda file: file.set("lampungpro/opini", {"paused": True}),
            "  muted=true\n",
            '  muted=true\n\n[settings."lampungpro/opini"]\npaused = true\n',
            id="the-first-setting-of-a-feed",
        ),
        pytest.param(
            lambda file: file.remove("own/sore"),
            '\n# Koran sore, hanya hari kerja.\n[[feeds]]\nid = "sore"\nurl = "http://sore.example/feed"\n'
            '\tname = "Koran Sore"\n[feeds.headers]\nX-Key = "rahasia"    # dari redaksi\n',
            "",
            id="a-feed-goes-with-its-headers-and-its-comment",
        ),
        pytest.param(
            lambda file: file.remove("own/pasar"),
            "[[feeds]]\nid   =   \"pasar\"      # yang lama\nurl = 'http://pasar.example/feed'\n# paused = true\n\n",
            "",
            id="the-comment-of-the-next-feed-stays",
        ),
        pytest.param(
            lambda file: file.remove("lampungpro/iklan"),
            "  muted=true\n",
            '  muted=true\n\n[settings."lampungpro/iklan"]\npaused = true\n',
            id="a-feed-of-the-catalogue-is-paused-instead",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_an_edit_changes_its_place_and_no_other_byte(
    path: Path, change: Change, before: str, after: str, ends: str, mark: str
) -> None:
    as_saved = (mark + FILE).replace("\n", ends)
    file = written(path, as_saved)
    edit = change(file)
    assert FILE.count(before) == 1
    expected = (mark + FILE.replace(before, after)).replace("\n", ends).encode()
    assert path.read_bytes().decode() == expected.decode()
    read_subscriptions(path)
    file.redo(edit.undone)
    assert path.read_bytes() == as_saved.encode()


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        pytest.param(
            'feeds = [\n  {id = "a", url = "http://a.example/"}, # satu\n]\n',
            add_kopi,
            'feeds = [\n  {id = "a", url = "http://a.example/"}, # satu\n'
            '  {id = "kabar-kopi",url = "https://kopi.example/feed",name = "Kabar Kopi"},\n]\n',
            id="feeds-in-a-list",
        ),
        pytest.param(
            'feeds = [{id = "a", url = "http://a.example/"}] # satu\n',
            lambda file: file.set("own/a", {"muted": True}),
            'feeds = [{id = "a", url = "http://a.example/", muted = true}] # satu\n',
            id="a-setting-in-a-list",
        ),
        pytest.param(
            'feeds = [{id = "a", url = "http://a.example/"}] # satu\n',
            lambda file: file.remove("own/a"),
            "feeds = [] # satu\n",
            id="the-last-one-of-a-list",
        ),
        pytest.param(
            'settings = {"x/y" = {paused = true}} # semua\n',
            lambda file: file.set("x/z", {"muted": True}),
            'settings = {"x/y" = {paused = true},"x/z" = {muted = true}} # semua\n',
            id="settings-on-one-line",
        ),
        pytest.param(
            'settings."x/y".paused = true # dulu\noutlets = ["a"]\n',
            lambda file: file.set("x/y", {"muted": True}),
            'settings."x/y".paused = true # dulu\nsettings."x/y".muted = true\noutlets = ["a"]\n',
            id="dotted-settings",
        ),
        pytest.param(
            '[settings]\n"x/y".paused = true # dulu\n"x/z" = {muted = true}\n',
            lambda file: file.set("x/z", {"muted": None}),
            '[settings]\n"x/y".paused = true # dulu\n',
            id="settings-in-one-table",
        ),
        pytest.param(
            '[settings."x/y"]\npaused = true\n\n[[feeds]]\nid = "a"\nurl = "http://a.example/"\n\n'
            '[settings."x/z"]\nmuted = true\n\n[[feeds]]\nid = "b"\nurl = "http://b.example/"\n',
            lambda file: file.remove("own/a"),
            '[settings."x/y"]\npaused = true\n\n[settings."x/z"]\nmuted = true\n\n'
            '[[feeds]]\nid = "b"\nurl = "http://b.example/"\n',
            id="tables-of-one-kind-stand-apart",
        ),
        pytest.param(
            '[settings."x/y".headers]\nX-Key = "a"\n',
            lambda file: file.set("x/y", {"paused": True}),
            '[settings."x/y".headers]\nX-Key = "a"\n\n[settings."x/y"]\npaused = true\n',
            id="headers-alone",
        ),
        pytest.param(
            '[settings."x/y"]\npaused = true\n\n[settings."x/y".headers]\nX-Key = "a"\n\n# Akhir.\n',
            lambda file: file.set("x/y", {"headers": {"X-Key": "b", "X-Two": "c"}}),
            '[settings."x/y"]\npaused = true\nheaders = {X-Key = "b", X-Two = "c"}\n\n# Akhir.\n',
            id="other-headers-stand-in-the-table-of-their-feed",
        ),
        pytest.param(
            '[settings."x/y".headers]\nX-Key = "a"\n',
            lambda file: file.set("x/y", {"headers": None}),
            "",
            id="no-headers-leave-nothing",
        ),
        pytest.param(
            '[settings]\n"x/y" = {headers = {X-Key = "a"}} # kunci\n',
            lambda file: file.set("x/y", {"headers": {"X-Key": "b"}}),
            '[settings]\n"x/y" = {headers = {X-Key = "b"}} # kunci\n',
            id="headers-within-a-line",
        ),
        pytest.param(
            '[[feeds]]\nid = "a"\nurl = "http://a.example/"\n\n[[feeds]]\nid = "b"\nurl = "http://b.example/"\n'
            '[feeds.headers]\nX-Key = "b"\n',
            lambda file: file.set("own/a", {"headers": {"X-Key": "a"}}),
            '[[feeds]]\nid = "a"\nurl = "http://a.example/"\nheaders = {X-Key = "a"}\n\n'
            '[[feeds]]\nid = "b"\nurl = "http://b.example/"\n[feeds.headers]\nX-Key = "b"\n',
            id="headers-of-another-feed-stay",
        ),
        pytest.param(
            '[[feeds]]\nid = "a"\nurl = "http://a.example/"',
            add_kopi,
            '[[feeds]]\nid = "a"\nurl = "http://a.example/"\n\n'
            '[[feeds]]\nid = "kabar-kopi"\nurl = "https://kopi.example/feed"\nname = "Kabar Kopi"\n',
            id="no-line-break-at-the-end",
        ),
        pytest.param(
            '[[feeds]]\nid = "a"\nurl = "http://a.example/"\nname = """\\\n  [[feeds]] # A"""\n',
            lambda file: file.set("own/a", {"keep": 5}),
            '[[feeds]]\nid = "a"\nurl = "http://a.example/"\nname = """\\\n  [[feeds]] # A"""\nkeep = 5\n',
            id="a-name-that-looks-like-a-table",
        ),
        pytest.param(
            "# Baris satu.\u2028[[feeds]]\u2028bukan baris\n",
            lambda file: file.choose_outlets(["a"]),
            '# Baris satu.\u2028[[feeds]]\u2028bukan baris\noutlets = ["a"]\n',
            id="line-separators-in-a-comment",
        ),
        pytest.param(
            '# Yang lama.\n[[feeds]]\nid = "a"\nurl = "http://a.example/"\n',
            lambda file: file.choose_outlets(["a"]),
            'outlets = ["a"]\n\n# Yang lama.\n[[feeds]]\nid = "a"\nurl = "http://a.example/"\n',
            id="the-first-comment-is-about-a-feed",
        ),
        pytest.param(
            '# Kepala.\n\n[[feeds]]\nid = "a"\nurl = "http://a.example/"\n',
            lambda file: file.choose_outlets(["a"]),
            '# Kepala.\n\noutlets = ["a"]\n\n[[feeds]]\nid = "a"\nurl = "http://a.example/"\n',
            id="the-first-comment-is-about-the-file",
        ),
        pytest.param(
            'outlets = "a" # satu\n',
            lambda file: file.choose_outlets(["a", "b"]),
            'outlets = ["a", "b"] # satu\n',
            id="a-single-outlet-becomes-a-list",
        ),
        pytest.param(
            'outlets = ["a", "b", "a"]\n',
            lambda file: file.choose_outlets(["b"]),
            'outlets = ["b"]\n',
            id="an-outlet-named-twice-goes-twice",
        ),
        pytest.param(
            '# satu\n\noutlets = ["a", "b"]\r\n\n# dua\r\n',
            lambda file: file.choose_outlets(["a"]),
            '# satu\n\noutlets = ["a"]\r\n\n# dua\r\n',
            id="two-kinds-of-line-ends",
        ),
    ],
)  # fmt: skip
def test_whatever_form_of_toml_a_person_chose_is_kept(path: Path, before: str, change: Change, after: str) -> None:
    file = written(path, before)
    edit = change(file)
    assert path.read_bytes().decode() == after
    read_subscriptions(path)
    file.redo(edit.undone)
    assert path.read_bytes().decode() == before


def test_a_new_file_says_what_it_is_and_more_than_four_outlets_get_a_line_each(path: Path) -> None:
    file = Subscribing(path)
    file.choose_outlets(["a", "b", "c", "d", "e"])
    assert path.read_text().startswith(HEAD + 'outlets = [\n    "a",\n    "b",')
    add_kopi(file)
    file.set("a/politik", {"paused": True})
    said = read_subscriptions(path)
    assert said.outlets == ("a", "b", "c", "d", "e")
    assert [feed.feed_id for feed in said.feeds] == ["own/kabar-kopi"]
    assert list(said.settings) == ["a/politik"]


def test_what_is_taken_back_bit_by_bit_leaves_no_trace(path: Path) -> None:
    file = written(path, FILE)
    file.set("lampungpro/opini", {"paused": True})
    add_kopi(file)
    file.remove("own/kabar-kopi")
    file.set("lampungpro/opini", {"paused": None})
    assert path.read_text() == FILE


# --------------------------------------------------------------------------- adding


@pytest.mark.parametrize(
    ("name", "feed_id"),
    [
        ("Kabar Kopi", "own/kabar-kopi"),
        ("Kabar -- Kopi!", "own/kabar-kopi"),
        ("Sore", "own/sore-2"),
        ("…", "own/kopi-example"),
        ("Кофе", "own/kopi-example"),
        ("a" * 70, "own/" + "a" * 40),
    ],
)
def test_a_feed_gets_a_short_id_of_its_own(file: Subscribing, name: str, feed_id: str) -> None:
    found, _ = file.add(KOPI, kind=FeedKind.RSS, name=Line(name))
    assert found == feed_id
    assert read_subscriptions(file.path).feeds[-1].feed_id == feed_id


def test_kind_and_rubric_are_written_where_they_say_something(file: Subscribing, path: Path) -> None:
    file.add_all(
        [
            (KOPI, FeedKind.RSS, Line("Kopi"), None),
            (Address("https://lada.example/"), FeedKind.PAGE, Line("Lada"), "ekbis"),
        ]
    )
    *_, kopi, lada = read_subscriptions(path).feeds
    assert (kopi.kind, kopi.override.category) == (FeedKind.RSS, None)
    assert (lada.kind, lada.override.category) == (FeedKind.PAGE, "ekbis")
    assert path.read_text().count("kind =") == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://pasar.example/feed",
        "https://pasar.example/feed",
        "http://www.pasar.example/feed/",
        "http://pasar.example/feed?utm_source=x",
    ],
)
def test_one_address_is_followed_once_however_it_is_written(file: Subscribing, url: str) -> None:
    with pytest.raises(SubscriptionsError, match="is followed already, as 'pasar'"):
        file.add(Address(url), kind=FeedKind.RSS, name=Line("Pasar"))
    assert file.path.read_text() == FILE


def test_several_feeds_come_all_or_none(file: Subscribing) -> None:
    twice = [(KOPI, FeedKind.RSS, Line("Kopi"), None), (Address(KOPI + "/"), FeedKind.RSS, Line("Kopi lagi"), None)]
    with pytest.raises(SubscriptionsError, match="followed already"):
        file.add_all(twice)
    assert file.path.read_text() == FILE


def test_more_feeds_than_a_file_can_hold_are_refused_as_a_whole(file: Subscribing) -> None:
    many = [(Address(f"https://kabar{n}.example/{'x' * 500}"), FeedKind.RSS, Line("K"), None) for n in range(2_500)]
    with pytest.raises(SubscriptionsError, match="would be larger than 1048576 bytes"):
        file.add_all(many)
    assert file.path.read_text() == FILE


# --------------------------------------------------------------------------- what is refused


BROKEN = {
    "no-toml": ('outlets = ["a"\n[[feeds]]\n', ":2: "),
    "unknown-key": (FILE.replace("muted", "mutedd"), ":27: "),
    "no-address": ('[[feeds]]\nid = "pasar"\n', ":1: "),
    "address-of-digits": ('[[feeds]]\nid = "pasar"\nurl = 5\n', ":3: "),
    "settings-of-no-feed": ("settings = 5\n", ":1: "),
}


@each_change
@pytest.mark.parametrize(("text", "place"), BROKEN.values(), ids=BROKEN.keys())
def test_a_file_that_a_person_broke_is_not_written_over(path: Path, change: Change, text: str, place: str) -> None:
    with pytest.raises(ProfileError) as caught:
        change(written(path, text))
    assert str(caught.value).startswith(f"{path}{place}")
    assert path.read_text() == text


@each_change
def test_a_file_of_another_charset_is_not_written_over(path: Path, change: Change) -> None:
    latin = FILE.replace("Bacaan", "Café").encode("latin-1")
    path.write_bytes(latin)
    with pytest.raises(SubscriptionsError, match="is not UTF-8 text"):
        change(Subscribing(path))
    assert path.read_bytes() == latin


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"category": "metro"}, "unknown category 'metro'"),
        ({"user_agent": "pembaca é"}, "plain ASCII"),
        ({"name": "Kabar\x1b]0;x\x07"}, "cannot be shown"),
        ({"interval": 99_999}, "between 0 and 10080"),
        ({"judul": "Kabar"}, "unknown key 'judul'"),
    ],
)
@pytest.mark.parametrize("feed_id", ["own/sore", "lampungpro/politik", "lampungpro/baru"])
def test_what_could_not_be_read_again_is_not_written(
    file: Subscribing, feed_id: str, values: Mapping[str, Setting], words: str
) -> None:
    with pytest.raises(ProfileError, match=words):
        file.set(feed_id, values)
    assert file.path.read_text() == FILE


@pytest.mark.parametrize("change", [lambda file: file.set("own/x", {"keep": 5}), lambda file: file.remove("own/x")])
def test_a_feed_that_is_not_in_the_file_is_named(file: Subscribing, change: Change) -> None:
    with pytest.raises(SubscriptionsError, match="there is no feed 'own/x' of your own"):
        change(file)
    assert file.path.read_text() == FILE


def test_what_is_so_already_is_not_written_again(file: Subscribing) -> None:
    before = file.path.stat().st_ino
    for edit in (
        file.choose_outlets(["antara-lampung", "lampungpro"]),
        file.set("lampungpro/politik", {"paused": True}),
        file.set("lampungpro/none", {"paused": None}),
    ):
        assert edit.changes_nothing
    assert file.path.stat().st_ino == before


def test_nothing_to_say_makes_no_file(path: Path) -> None:
    assert Subscribing(path).set("a/b", {"paused": None}).changes_nothing
    assert not path.exists()


# --------------------------------------------------------------------------- undo


@each_change
def test_an_edit_is_taken_back_and_made_again_byte_for_byte(file: Subscribing, change: Change) -> None:
    edit = change(file)
    after = file.path.read_bytes()
    file.redo(edit.undone)
    assert file.path.read_text() == FILE
    file.redo(edit)
    assert file.path.read_bytes() == after


def test_taking_the_first_edit_back_leaves_no_file(path: Path) -> None:
    file = Subscribing(path)
    edit = file.choose_outlets(["a"])
    file.redo(edit.undone)
    assert not path.exists()
    file.redo(edit)
    assert read_subscriptions(path).outlets == ("a",)


@each_change
def test_an_edit_is_not_taken_back_over_somebody_elses(file: Subscribing, change: Change) -> None:
    edit = change(file)
    later = file.path.read_text() + "# tambahan\n"
    file.path.write_text(later)
    with pytest.raises(SubscriptionsError, match="was changed since"):
        file.redo(edit.undone)
    assert file.path.read_text() == later


# --------------------------------------------------------------------------- the disk, and others who write


def run(script: str, *words: str) -> subprocess.Popen[str]:
    """A Python of its own, with this module's names."""
    head = (
        "import sys\nfrom pathlib import Path\nfrom lampungtui.foreign import Address, Line\n"
        "from lampungtui.model import FeedKind\nfrom lampungtui.outlets.subscribing import Subscribing\n"
        "from lampungtui.outlets.subscriptions import read_subscriptions\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", head + script, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


ADDER = """
file, name = Subscribing(Path(sys.argv[1])), sys.argv[2]
for n in range(12):
    file.add(Address(f"https://{name}{n}.example/"), kind=FeedKind.RSS, name=Line(f"{name} {n}"))
"""
LOOKER = """
path = Path(sys.argv[1])
print("siap", flush=True)
before = 0
while before < 24:
    feeds = read_subscriptions(path).feeds
    assert len(feeds) >= before >= 0, (len(feeds), before)
    before = len(feeds)
"""


def test_two_programs_that_write_at_once_lose_nothing_and_a_third_never_reads_half_a_file(path: Path) -> None:
    Subscribing(path).choose_outlets(["a"])
    looker = run(LOOKER, str(path))
    assert looker.stdout is not None
    assert looker.stdout.readline() == "siap\n"
    for program in [run(ADDER, str(path), "kopi"), run(ADDER, str(path), "lada"), looker]:
        _, errors = program.communicate(timeout=60)
        assert errors == ""
        assert program.returncode == 0
    assert {feed.id for feed in read_subscriptions(path).feeds} == {
        f"{w}-{n}" for w in ("kopi", "lada") for n in range(12)
    }


FULL_DISK = """
import resource
from lampungtui.errors import LampungtuiError
file = Subscribing(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
try:
    file.add(Address("https://kopi.example/"), kind=FeedKind.RSS, name=Line("Kopi"))
except LampungtuiError as error:
    print(error)
"""


def test_where_the_disk_takes_no_more_the_file_stays_whole(file: Subscribing) -> None:
    out, errors = run(FULL_DISK, str(file.path)).communicate(timeout=60)
    assert errors == ""
    assert out == f"{file.path}: cannot be written: File too large\n"
    assert file.path.read_text() == FILE
    assert [each.name for each in file.path.parent.iterdir() if each.suffix == ".new"] == []


def a_file_instead_of_the_folder(folder: Path) -> Path:
    folder.write_text("")
    return folder


def a_folder_instead_of_the_file(folder: Path) -> Path:
    (folder / "subscriptions.toml").mkdir(parents=True)
    return folder


def a_folder_in_the_way(folder: Path) -> Path:
    (folder / ".subscriptions.toml.new").mkdir(parents=True)
    return folder


def a_read_only_folder(folder: Path) -> Path:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    folder.mkdir(mode=0o500)
    return folder


@each_change
@pytest.mark.parametrize(
    "trouble", [a_file_instead_of_the_folder, a_folder_instead_of_the_file, a_folder_in_the_way, a_read_only_folder]
)
def test_what_cannot_be_written_is_one_sentence(
    tmp_path: Path, change: Change, trouble: Callable[[Path], Path]
) -> None:
    file = Subscribing(trouble(tmp_path / "config") / "subscriptions.toml")
    with pytest.raises(LampungtuiError) as caught:
        change(file)
        file.set("a/b", {"paused": True})
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.startswith(f"{file.path}: cannot be ") or "there is no feed" in sentence


def test_a_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "subs.toml"
    real.parent.mkdir()
    real.write_text(FILE)
    link = tmp_path / "subscriptions.toml"
    link.symlink_to(real)
    add_kopi(Subscribing(link))
    assert link.is_symlink()
    assert "kopi.example" in real.read_text()


def test_a_file_for_ones_own_eyes_stays_so(file: Subscribing) -> None:
    file.path.chmod(0o600)
    add_kopi(file)
    assert file.path.stat().st_mode & 0o777 == 0o600


def test_the_folder_is_made_where_it_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config" / "subscriptions.toml"
    Subscribing(path).choose_outlets(["a"])
    assert read_subscriptions(path).outlets == ("a",)
