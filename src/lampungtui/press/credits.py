"""Credits: who edited, wrote, reported, translated or photographed, as outlets write it at head and end of a text.

Precision comes first, for a wrong editor is worse than none: a line counts only when all of it is credits, a bracket only
when each part of it is a name, initials, an outlet or one of the house words. What does not is left in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from lampungtui.foreign import clean_line
from lampungtui.model import Credit, Role
from lampungtui.press.outlets_named import DOMAIN, is_outlet, outlet_pattern

LINE_LIMIT: Final = 240
"""Characters of the longest line that can be a line of credits."""

LABELS: Final[dict[str, Role]] = {
    "editor": Role.EDITOR,
    "redaktur": Role.EDITOR,
    "penyunting": Role.EDITOR,
    "red": Role.EDITOR,
    "penulis": Role.WRITER,
    "teks": Role.WRITER,
    "naskah": Role.WRITER,
    "oleh": Role.WRITER,
    "reporter": Role.REPORTER,
    "wartawan": Role.REPORTER,
    "pewarta": Role.REPORTER,
    "jurnalis": Role.REPORTER,
    "rep": Role.REPORTER,
    "laporan": Role.REPORTER,
    "kontributor": Role.CONTRIBUTOR,
    "penerjemah": Role.TRANSLATOR,
    "alih bahasa": Role.TRANSLATOR,
    "fotografer": Role.PHOTOGRAPHER,
    "pewarta foto": Role.PHOTOGRAPHER,
    "foto": Role.PHOTOGRAPHER,
    "uploader": Role.UPLOADER,
    "pengunggah": Role.UPLOADER,
    "sumber berita": Role.SOURCE,
    "sumber": Role.SOURCE,
}
"""What outlets call a role, in lower case."""

_LABEL_WORDS: Final = "|".join(sorted((re.escape(word) for word in LABELS), key=len, reverse=True))
_GAP: Final = r"[ \t\xa0\n]"
_LABEL: Final = re.compile(rf"({_LABEL_WORDS}){_GAP}*:{_GAP}*", re.IGNORECASE)
_LABEL_ALONE: Final = re.compile(rf"({_LABEL_WORDS}){_GAP}*:?", re.IGNORECASE)
_LABEL_DASH: Final = re.compile(rf"(oleh|editor|penulis|reporter|pewarta){_GAP}+-{_GAP}+", re.IGNORECASE)
_COPYRIGHT: Final = re.compile(
    r"(?:copyright|hak cipta)\s*(?:©|\(c\)|Â©|Ã‚Â©|&copy;)?\s*(?P<who>[\w.&\- ]{2,40}?)\s*,?\s*(?:19|20)\d{2}\.?",
    re.IGNORECASE,
)
_REPORT: Final = re.compile(
    r"\(?\s*laporan\s+(?:reporter|wartawan|kontributor|jurnalis)?\s*(?P<rest>\S.{2,120}?)\s*\)?\.?$", re.IGNORECASE
)
_BRACKET_TAIL: Final = re.compile(r"\s*\(\s*([^()]{1,160}?)\s*\)\s*\.?\s*$")
_END_MARK: Final = re.compile(r"\s*(?:\(\s*\*{1,3}\s*\)|(?<=[.!?\"”')])\*{2,3}|\*{3}|\(PRO1\)|\[\*{1,3}\])\s*\.?\s*$")
_STRONG_END: Final = re.compile(r"(?:\(\s*\*{1,3}\s*\)|\*{3}|\(PRO1\))\s*\.?\s*$")
_HOUSE_WORDS: Final = frozenset(
    {
        "*", "**", "***", "red", "redaksi", "rls", "rilis", "adv", "advertorial", "net", "ist", "bbs", "tim", "rel",
        "hms", "humas", "int", "dtk", "okz", "tbn", "kmf", "sb", "ant",
    }
)  # fmt: skip
"""Parts of a closing bracket that name nobody: release, desk, advertisement, other sites' codes."""


def read_credit_line(line: str, names: Sequence[str] = ()) -> tuple[Credit, ...]:
    """The credits of a line that consists of nothing else; () for any other line.

    Forms: `Editor : Febri Arianto`, `Penulis: a | Editor: b`, glued pairs, `Laporan Wartawan ...`, `COPYRIGHT © ANTARA
    2021`, `(Reporter: A | Editor: B)`, `(Tribunlampung.co.id/Name)`, `(dai/dai)`, `Oleh - Name, Editor - Name`.
    """
    text = line.replace("\xa0", " ").strip()
    if not 3 <= len(text) <= LINE_LIMIT:
        return ()
    copyright_ = _COPYRIGHT.fullmatch(text)
    if copyright_ is not None:
        return (Credit(Role.AGENCY, clean_line(copyright_["who"])),)
    if text.startswith("(") and text.endswith((")", ").")):
        inner = text.rstrip(".")[1:-1].strip()
        if "(" not in inner:
            return read_bracket(inner, names, alone=True)
    report = _report(text, names)
    if report:
        return report
    if _LABEL_DASH.match(text):
        return _labelled(_LABEL_DASH, text, names)
    return _labelled(_LABEL, text, names)


def _labelled(label: re.Pattern[str], text: str, names: Sequence[str]) -> tuple[Credit, ...]:
    """A line of labels, each with its names; the next label may be glued to the name before it."""
    first = label.match(text)
    if first is None:
        return ()
    credits: list[Credit] = []
    marks = list(label.finditer(text))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following is not None else len(text)
        value = _without_bar(text[mark.end() : end])
        role = LABELS[mark[1].casefold()]
        if not value:
            # A label with nothing behind it, such as `Sumber:`: a line of credits with no credit in it.
            continue
        # `COPYRIGHT © ANTARA 2026` glued behind the last name.
        glued = re.search(r"\s*(copyright|hak cipta)\b.*$", value, re.IGNORECASE)
        if glued is not None:
            credits.extend(read_credit_line(glued[0].strip(), names))
            value = value[: glued.start()].strip()
        found = _names(value, role, names)
        if not found:
            return ()
        credits.extend(found)
    return _once(sorted(credits, key=lambda credit: credit.role is Role.AGENCY))


def _without_bar(value: str) -> str:
    """A value without the bars, commas and slashes between it and the next label."""
    return re.sub(r"(?:\s+I)?[\s|,;/•·\-–]*$", "", value.strip().strip("|")).strip(" |,;\n")


def _names(value: str, role: Role, outlet_names: Sequence[str]) -> tuple[Credit, ...]:
    """The names that a label's value lists; () when any of it is not a name."""
    value = value.strip().strip("()").strip()
    if role is Role.SOURCE:
        return _source(value)
    found: list[Credit] = []
    for part in re.split(r"\s*(?:,|/|;|\||\n|\s+dan\s+|\s*&\s*)\s*", value):
        if not part:
            continue
        if is_outlet(part, outlet_names) or part.split()[0].casefold() in ("adv", "advertorial"):
            continue
        if _INITIALS.fullmatch(part) and len(part) <= 4:
            found.append(Credit(role, clean_line(part), initials=True))
            continue
        if not is_name(part):
            return ()
        found.append(Credit(role, clean_line(part.rstrip("."))))
    return tuple(found)


def _source(value: str) -> tuple[Credit, ...]:
    """A source is a site or a body, in few words and without a sentence."""
    words = value.split()
    if not 1 <= len(words) <= 7 or len(value) > 70 or (value.endswith((".", "!", "?")) and len(words) > 3):
        return ()
    if {word.casefold().strip(".,") for word in words} & (_PROSE_WORDS - {"dan", "berita"}):
        return ()
    return (Credit(Role.SOURCE, clean_line(value.rstrip("."))),)


def _report(text: str, names: Sequence[str]) -> tuple[Credit, ...]:
    """`Laporan Reporter Tribun Lampung Hanif Mustafa`, `Laporan Wartawan TribunSolo.com, Zharfan Muhana`."""
    match = _REPORT.fullmatch(text)
    if match is None:
        return ()
    rest = match["rest"]
    with_outlet = re.match(
        rf"(?i:{outlet_pattern(names)}|tribun\w*|[A-Z][\w\-]*\.(?:COM|CO|ID))\s*,?\s*(?=[A-Z])", rest
    )
    if with_outlet is not None:
        rest = rest[with_outlet.end() :]
    elif not re.match(r"(?i)\(?\s*laporan\s+(reporter|wartawan|kontributor|jurnalis)\b", text):
        # `Laporan Sara Masroni | Banda Aceh`, `Laporan Widyaningrum, wartawan jejamo.com`: a bar or a trade makes it one.
        by_bar = re.match(
            r"(?P<name>[A-Z][^|,]{2,50}?)\s*(?:\||\sI\s|,\s*(?:wartawan|reporter|kontributor)\b).*$", rest
        )
        if by_bar is None:
            return ()
        rest = by_bar["name"]
    rest = re.split(r"\s*(?:\||\sI\s|,)\s*", rest)[0].strip()
    return (Credit(Role.REPORTER, clean_line(rest)),) if is_name(rest) and _TITLED.fullmatch(rest) else ()


def read_bracket(inner: str, names: Sequence[str] = (), *, alone: bool = False) -> tuple[Credit, ...]:
    """The credits in a closing bracket; () when it is prose, or names nobody.

    `alone` says that the bracket is a line of its own, where a full name by itself counts too.
    """
    found = bracket_parts(inner, names, alone=alone)
    return found if found is not None else ()


def bracket_parts(inner: str, names: Sequence[str], *, alone: bool) -> tuple[Credit, ...] | None:
    """As `read_bracket`, but None for prose and () for house words alone (`(***)`, `(rls)`), which go from the text."""
    text = inner.replace("\xa0", " ").strip()
    if _LABEL.match(text):
        return _labelled(_LABEL, text, names) or None
    labelled = re.match(rf"({_LABEL_WORDS})\s+(?=[A-Z])", text, re.IGNORECASE)
    if labelled is not None and labelled[1].casefold() == "kontributor":
        return _contributor(text)
    parts = [part.strip() for part in re.split(r"[/|^]", text)]
    if any(not part for part in parts) or len(parts) > 4:
        return None
    credits: list[Credit] = []
    house = 0
    for part in parts:
        folded = part.casefold().strip(".")
        if folded in _HOUSE_WORDS or re.fullmatch(r"\*+", part) or is_outlet(part, names):
            house += 1
        elif _INITIALS.fullmatch(part):
            credits.append(Credit(Role.WRITER, clean_line(part), initials=True))
        elif re.fullmatch(r"[A-Z]{1,3}\d{1,3}", part):
            house += 1
        elif is_name(part) and (_TITLED.fullmatch(part) or " " not in part):
            credits.append(Credit(Role.WRITER, clean_line(part)))
        else:
            return None
    full = [credit for credit in credits if not credit.initials]
    if not credits:
        return () if house else None
    if full and not house:
        # Two names with a slash, or one alone on its line; anything else in a bracket is prose.
        named = alone and len(full) == len(credits) and all(" " in credit.name for credit in full)
        return _once(credits) if named and all(_TITLED.fullmatch(credit.name) for credit in full) else None
    if not full and not house and len(credits) == 1 and not alone and len(credits[0].name) > 4:
        return None
    return _once(credits)


def _contributor(text: str) -> tuple[Credit, ...] | None:
    """`Kontributor Tribunjabar Kabupaten Cianjur, Fauzi Noviandi`."""
    name = text.rsplit(",", 1)[-1].strip()
    if "," not in text or not is_name(name) or not _TITLED.fullmatch(name):
        return None
    return (Credit(Role.CONTRIBUTOR, clean_line(name)),)


def read_author_field(text: str, role: Role) -> tuple[Credit, ...]:
    """The credits of a page's author field: `Singgih Wiryono,⏎⏎Dani Prabowo`, `Oleh - A, Editor - B`, `A -detikOto`.

    A bare name had the outlet's usual `role`. Desks and the outlets themselves are nobody.
    """
    flat = re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip(" ,|")
    if not flat or len(flat) > 300:
        return ()
    if _LABEL_DASH.search(flat):
        found = _labelled(_LABEL_DASH, flat, ())
        if found:
            return found
    if _LABEL.search(flat):
        start = _LABEL.search(flat)
        found = _labelled(_LABEL, flat[start.start() :] if start else flat, ())
        if found:
            return found
    flat = re.sub(r"^(?:oleh|by)\s+", "", flat, flags=re.IGNORECASE)
    flat = re.sub(r"\s+[-–]\s*(?:detik|tribun|kompas|jpnn|liputan|viva)\w*$", "", flat, flags=re.IGNORECASE)
    credits = []
    for part in re.split(r"\s*(?:,|\||;|\s&\s|\sdan\s)\s*", flat):
        if part.casefold() in _NOBODY or not part or is_outlet(part, ()):
            continue
        if is_name(part):
            credits.append(Credit(role, clean_line(part)))
    return _once(credits)


def end_mark_start(text: str) -> int | None:
    """Where an end mark (`(***)`, `.**`, `(*)`) at the end of `text` starts, or None."""
    match = _END_MARK.search(text)
    return match.start() if match is not None and match[0].strip() else None


def ends_strongly(text: str) -> bool:
    """Whether `text` ends with a mark that nothing of the article follows: `(***)`."""
    return _STRONG_END.search(text) is not None


def trailing_bracket(text: str) -> tuple[int, str] | None:
    """Where a bracket at the very end of `text` starts, and what is in it."""
    match = _BRACKET_TAIL.search(text)
    return (match.start(), match[1]) if match is not None else None


def label_alone(line: str) -> Role | None:
    """The role of a line that is a label and nothing else: `EDITOR`, with the name on the next line."""
    match = _LABEL_ALONE.fullmatch(line.strip())
    return LABELS[match[1].casefold()] if match is not None else None


def name_for(label: str, name: str) -> tuple[Credit, ...]:
    """The credit of a label and a name that stand on two lines."""
    role = label_alone(label)
    if role is None or not is_name(name) or not _TITLED.fullmatch(name.strip()):
        return ()
    return (Credit(role, clean_line(name)),)


def _once(credits: Iterable[Credit]) -> tuple[Credit, ...]:
    return tuple(dict.fromkeys(credits))


__all__ = [
    "DOMAIN",
    "bracket_parts",
    "end_mark_start",
    "ends_strongly",
    "is_name",
    "label_alone",
    "name_for",
    "read_author_field",
    "read_bracket",
    "read_credit_line",
    "trailing_bracket",
]
