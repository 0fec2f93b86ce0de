"""The guide for people who write profiles: its examples work as they are printed."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lampungtui.errors import ProfileError
from lampungtui.feeds import read_feed
from lampungtui.model import FeedKind
from lampungtui.outlets.loader import load_profile

GUIDE = Path(__file__).parents[2] / "docs" / "adding-an-outlet.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
PROFILES = [example for example in EXAMPLES if example.startswith("id = ")]
PARTS = [example for example in EXAMPLES if not example.startswith("id = ")]


def test_the_smallest_profile_loads_as_printed(tmp_path: Path) -> None:
    path = tmp_path / "kabar-way-seputih.toml"
    path.write_text(EXAMPLES[0], "utf-8")
    assert load_profile(path).name == "Kabar Way Seputih"


@pytest.mark.parametrize("example", PROFILES)
def test_every_whole_profile_loads_as_printed(tmp_path: Path, example: str) -> None:
    path = tmp_path / "contoh.toml"
    path.write_text(example, "utf-8")
    assert load_profile(path).feeds


def test_all_examples_together_are_one_good_profile(tmp_path: Path) -> None:
    path = tmp_path / "kabar-way-seputih.toml"
    path.write_text("\n".join([PROFILES[0], *PARTS]), "utf-8")
    outlet = load_profile(path)
    assert outlet.category_of("Ruwa Jurai") == "lampung-raya"
    assert outlet.listing is not None
    assert outlet.listing.shelves[0].heading == "Terpopuler"
    assert outlet.api is not None


def test_the_answer_that_is_shown_is_read_by_the_rules_that_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "kabar-way-seputih.toml"
    path.write_text("\n".join([PROFILES[0], *PARTS]), "utf-8")
    (answer,) = re.findall(r"```json\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    outlet = load_profile(path)
    (feed,) = (feed for feed in outlet.feeds if feed.kind is FeedKind.API)
    (entry,) = read_feed(
        answer.encode(),
        url=feed.url,
        content_type="application/json",
        kind=feed.kind,
        outlet=outlet,
        fetched_at=datetime(2026, 11, 23, 5, 0, tzinfo=UTC),
    ).entries
    assert (entry.title, entry.url) == ("Pasar baru dibuka", "https://kabar.example/pasar-baru-dibuka/")
    assert entry.published is not None
    assert entry.published.at == datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
    assert entry.image is not None
    assert entry.image.url == "https://kabar.example/pasar-l.jpg"


def test_every_expression_that_is_explained_is_one(tmp_path: Path) -> None:
    text = GUIDE.read_text("utf-8")
    table = text[text.index("| expression | gives |") :].partition("\n\n")[0]
    shown = [cell.replace("\\|", "|") for cell in re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)]
    assert len(shown) == 10
    path = tmp_path / "contoh.toml"
    for expression in shown:
        path.write_text(f"{PROFILES[0]}\n[api]\nitems = '''{expression}'''\ntitle = \"title\"\n", "utf-8")
        assert load_profile(path).api is not None, expression


def documented(section: str) -> set[str]:
    """The keys that the guide's table under the heading `section` explains."""
    text = GUIDE.read_text("utf-8")
    part = text[text.index(section) :]
    part = part[: part.index("\n##", 1) if "\n##" in part[1:] else None]
    return set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE))


@pytest.mark.parametrize(
    ("section", "wrong"),
    [
        ("### The outlet", "zzz = 1\n" + EXAMPLES[0]),
        ("### `[[feeds]]`", EXAMPLES[0] + "zzz = 1\n"),
        ("### `[listing]`", EXAMPLES[0] + '[listing]\nitem = "a"\ntitle = "a"\nzzz = 1\n'),
        ("### `[api]`", EXAMPLES[0] + '[api]\nitems = "a"\ntitle = "a"\nzzz = 1\n'),
        ("### `[page]`", EXAMPLES[0] + "[page]\nzzz = 1\n"),
    ],
)
def test_every_key_that_a_profile_may_have_is_explained(tmp_path: Path, section: str, wrong: str) -> None:
    path = tmp_path / "salah.toml"
    path.write_text(wrong, "utf-8")
    with pytest.raises(ProfileError, match="known here: ") as caught:
        load_profile(path)
    known = set(str(caught.value).partition("known here: ")[2].split(", "))
    tables = {"feeds", "listing", "api", "page", "categories", "partners", "network", "shelves"}
    assert documented(section) == known - tables
