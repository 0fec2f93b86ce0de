"""The guide for people who write profiles: its examples work as they are printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lampungtui.errors import ProfileError
from lampungtui.outlets.loader import load_profile

GUIDE = Path(__file__).parents[2] / "docs" / "adding-an-outlet.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


def test_the_smallest_profile_loads_as_printed(tmp_path: Path) -> None:
    path = tmp_path / "kabar-way-seputih.toml"
    path.write_text(EXAMPLES[0], "utf-8")
    assert load_profile(path).name == "Kabar Way Seputih"


def test_all_examples_together_are_one_good_profile(tmp_path: Path) -> None:
    path = tmp_path / "kabar-way-seputih.toml"
    path.write_text("\n".join(EXAMPLES), "utf-8")
    outlet = load_profile(path)
    assert outlet.category_of("Ruwa Jurai") == "lampung-raya"
    assert outlet.listing is not None
    assert outlet.listing.shelves[0].heading == "Terpopuler"


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
        ("### `[page]`", EXAMPLES[0] + "[page]\nzzz = 1\n"),
    ],
)
def test_every_key_that_a_profile_may_have_is_explained(tmp_path: Path, section: str, wrong: str) -> None:
    path = tmp_path / "salah.toml"
    path.write_text(wrong, "utf-8")
    with pytest.raises(ProfileError, match="known here: ") as caught:
        load_profile(path)
    known = set(str(caught.value).partition("known here: ")[2].split(", "))
    tables = {"feeds", "listing", "page", "categories", "partners", "network", "shelves"}
    assert documented(section) == known - tables
