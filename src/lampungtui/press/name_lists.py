"""The names behind a label: `Arif Ferdianto, Yohana Uly dan Tri Hadi`, `Bambang Wiyono, S.Sos., M.M.`, `Rina (Magang)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lampungtui.foreign import clean_line
from lampungtui.model import Credit, Role
from lampungtui.press.outlets_named import is_outlet
from lampungtui.press.people import DEGREE, INITIALS, TITLED, is_affiliation, is_desk, is_name, is_picture_source

_BETWEEN: Final = re.compile(r"\s*(,(?:\s*dan\s)?|/|;|\||\n|\s+dan\s+|&)\s*")
_REMARK_BEHIND: Final = re.compile(r"(?<=[\w.])\s*(?:\([^()]{2,60}\)|\*{1,3}\)?)$")
"""What may stand behind a name: `Rina Sari (Magang)`, the star of a note on the writer: `Rina Sari *)`."""


def names_behind(value: str, role: Role, outlet_names: Sequence[str]) -> tuple[Credit, ...] | None:
    """The names that a label's value lists, () when it lists desks or outlets only; None when any of it is prose.

    A degree belongs to the name before it (`Bambang, S.Sos.`); behind a comma, slash or bar may stand what a person is,
    whom with, or where posted.
    """
    value = _REMARK_BEHIND.sub("", value.strip()).strip("()").strip()
    if role is Role.SOURCE:
        return source_named(value) or None
    found: list[tuple[str, bool]] = []
    pieces = _BETWEEN.split(value)
    for before, part in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        if not part:
            continue
        if is_outlet(part, outlet_names) and not (role is Role.EDITOR and is_name(part) and " " in part):
            continue
        if role is Role.PHOTOGRAPHER and is_picture_source(part):
            return ()
        if is_desk(part):
            # A desk does edit; as a writer it is nobody.
            if role is Role.EDITOR and "redaksi" in part.casefold():
                found.append((part, False))
            continue
        if before == "," and found and DEGREE.fullmatch(part):
            found[-1] = (f"{found[-1][0]}, {part}", False)
        elif (
            found and before in (",", "/", "|") and len(part) <= 60 and (is_affiliation(part) or _is_told(part, found))
        ):
            continue
        elif INITIALS.fullmatch(part) and len(part) <= 4 and is_name(part):
            found.append((part, True))
        elif is_name(part) and (role is not Role.PHOTOGRAPHER or TITLED.fullmatch(part)):
            found.append((part, False))
        elif not (found and before in ("/", "|") and len(part) <= 60):
            return None
    return tuple(Credit(role, clean_line(name.rstrip(".")), initials=initials) for name, initials in found)


def _is_told(part: str, found: Sequence[tuple[str, bool]]) -> bool:
    """Whether `part` tells of the one before it: words in lower case behind a name with capitals, `alumnus ITB`."""
    return part[0].islower() and " " in part and is_name(part) and found[-1][0][0].isupper()


def source_named(value: str) -> tuple[Credit, ...]:
    """A source is a site or a body, in few words and without a sentence."""
    words = value.split()
    if not 1 <= len(words) <= 7 or len(value) > 70 or (value.endswith((".", "!", "?")) and len(words) > 3):
        return ()
    if {word.casefold().strip(".,") for word in words} & _SENTENCE_WORDS or ":" in value:
        return ()
    return (Credit(Role.SOURCE, clean_line(value.rstrip("."))),)


_SENTENCE_WORDS: Final = frozenset(
    {
        "yang", "untuk", "dengan", "ini", "itu", "adalah", "kata", "ujar", "mengatakan", "menyebut", "menyebutkan",
        "tersebut", "karena", "pada", "akan", "telah", "sudah", "tidak", "bisa", "harus", "juga", "sebagai", "dalam",
        "kepada", "saat", "para", "lebih", "belum", "seorang", "sebuah", "sumur", "dana", "daya", "air", "energi",
    }
)  # fmt: skip
"""Words of a sentence, which the name of a source never holds."""
