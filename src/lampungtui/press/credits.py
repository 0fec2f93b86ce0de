"""Credits: who edited, wrote, reported, translated or photographed, as outlets write it at head and end of a text.

Precision comes first, for a wrong editor is worse than none: a line counts only when all of it is credits, a bracket only
when each part of it is a name, initials, an outlet or one of the house words. What does not is left in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from lampungtui.foreign import clean_line
from lampungtui.model import Credit, Role
from lampungtui.press.dates import MONTHS_ID, MONTHS_SHORT_ID
from lampungtui.press.name_lists import names_behind, source_named
from lampungtui.press.outlets_named import DOMAIN, is_outlet, is_outlet_of, is_short_name, is_site, outlet_pattern
from lampungtui.press.people import (
    DEGREE,
    INITIALS,
    TITLED,
    is_body,
    is_desk,
    is_name,
    is_signature,
)
from lampungtui.press.regions import region_of_place

LINE_LIMIT: Final = 240
"""Characters of the longest line that can be a line of credits."""

LABELS: Final[dict[str, Role]] = {
    "editor": Role.EDITOR,
    "redaktur": Role.EDITOR,
    "redaktur pelaksana": Role.EDITOR,
    "penyunting": Role.EDITOR,
    "red": Role.EDITOR,
    "penulis": Role.WRITER,
    "teks": Role.WRITER,
    "naskah": Role.WRITER,
    "oleh": Role.WRITER,
    "author": Role.WRITER,
    "reporter": Role.REPORTER,
    "wartawan": Role.REPORTER,
    "pewarta": Role.REPORTER,
    "jurnalis": Role.REPORTER,
    "rep": Role.REPORTER,
    "laporan": Role.REPORTER,
    "reportase": Role.REPORTER,
    "peliput": Role.REPORTER,
    "tim liputan": Role.REPORTER,
    "tim peliput": Role.REPORTER,
    "koresponden": Role.REPORTER,
    "kontributor": Role.CONTRIBUTOR,
    "penerjemah": Role.TRANSLATOR,
    "alih bahasa": Role.TRANSLATOR,
    "fotografer": Role.PHOTOGRAPHER,
    "videografer": Role.PHOTOGRAPHER,
    "kamerawan": Role.PHOTOGRAPHER,
    "juru kamera": Role.PHOTOGRAPHER,
    "juru foto": Role.PHOTOGRAPHER,
    "pewarta foto": Role.PHOTOGRAPHER,
    "foto": Role.PHOTOGRAPHER,
    "sumber foto": Role.PHOTOGRAPHER,
    "uploader": Role.UPLOADER,
    "pengunggah": Role.UPLOADER,
    "sumber berita": Role.SOURCE,
    "sumber": Role.SOURCE,
}
"""What outlets call a role, in lower case."""

_HEADINGS: Final = frozenset({"teks", "naskah", "red"})
"""Labels that are other words too, and alone on a line need a full name."""

_LABEL_WORDS: Final = "|".join(sorted((re.escape(word) for word in LABELS), key=len, reverse=True))
_GAP: Final = r"[ \t\xa0\n]"
_LABEL: Final = re.compile(rf"({_LABEL_WORDS}){_GAP}*[:;]{_GAP}*", re.IGNORECASE)
"""A semicolon is a slip of the same key."""

_ORNAMENT: Final = re.compile(r"[-–—•▪*_]{1,3}\s*(?=\w)")
"""What may stand before a label: `- Editor: A`, `*Reporter: A*`."""

_POSTED: Final = re.compile(
    r"(?:(?i:laporan)[ \xa0]+)?((?i:kontributor|koresponden|reporter|wartawan|pewarta|jurnalis))"
    r"(?:[ \xa0]+(?P<where>[A-Z][\w.]*(?:[ \xa0][A-Z][\w.]*){0,3}))?(?=\s*:)"
)
"""A label with where somebody is posted, or for whom: `Kontributor Lampung: A`, `Wartawan Lampung Post: A`."""
_LABEL_ALONE: Final = re.compile(rf"({_LABEL_WORDS}){_GAP}*:?", re.IGNORECASE)
_LABEL_DASH: Final = re.compile(rf"(oleh|editor|penulis|reporter|pewarta){_GAP}+-{_GAP}+", re.IGNORECASE)
_TWO_LABELS: Final = re.compile(
    rf"({_LABEL_WORDS})(?: ?[/&] ?| dan )({_LABEL_WORDS}) ?: ?(?P<value>[^:]+)", re.IGNORECASE
)
_LABEL_BARE: Final = re.compile(
    r"(editor|penulis|reporter|pewarta|jurnalis|wartawan|fotografer)\s+(?=\w)", re.IGNORECASE
)
_COPYRIGHT: Final = re.compile(
    r"(?:copyright|hak\s+cipta)\s*(?P<sign>©|\(c\)|Â©|Ã‚Â©|&copy;)?\s*(?P<who>[\w.&\- ]{2,40}?)\s*,?\s*(?:19|20)\d{2}\.?",
    re.IGNORECASE,
)
_REPORT: Final = re.compile(
    r"\(?\s*laporan\s+(?P<trade>reporter|wartawan|kontributor|jurnalis)?\s*(?P<rest>\S.{2,120}?)\s*\)?\.?$",
    re.IGNORECASE,
)
_BY: Final = re.compile(rf"(?:Oleh|OLEH)[ \xa0]+(?P<name>{TITLED.pattern})\s*,?")
_DONE_BY: Final = re.compile(
    rf"(?P<deed>ditulis|dilaporkan|diliput|disunting|diedit|diterjemahkan|difoto)\s+oleh\s*:?\s*(?P<name>(?-i:{TITLED.pattern}))",
    re.IGNORECASE,
)
_DEEDS: Final = {
    "ditulis": Role.WRITER, "dilaporkan": Role.REPORTER, "diliput": Role.REPORTER, "disunting": Role.EDITOR,
    "diedit": Role.EDITOR, "diterjemahkan": Role.TRANSLATOR, "difoto": Role.PHOTOGRAPHER,
}  # fmt: skip
"""`Ditulis oleh: A`."""

_CONTRIBUTED: Final = re.compile(
    r"(?P<names>[A-Z].{1,80}?)\s+(?:turut\s+)?berkontribusi\s+dalam\s+(?:penulisan|pelaporan)\s+"
    r"(?:artikel|berita|laporan|tulisan)\s+ini\s*\.?"
)
_DAY: Final = r"Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad"
_DAY_OF_MONTH: Final = rf"\s[-–|]?\s?\d{{1,2}}\s(?:{'|'.join((*MONTHS_ID, *MONTHS_SHORT_ID))})\b"
_DATE_BEHIND: Final = re.compile(
    rf"[ ]?[|•·][ ]?(?:(?:{_DAY}),? )?\d{{1,2}}[ /\-]\w{{1,9}}[ /\-]\d{{4}}[\w .:,|\-]{{0,20}}$"
)
"""The day behind a head's credits: `Penulis: A | Editor: B | 30 November 2026`."""

_HOUSE_WORDS: Final = frozenset(
    {
        "*", "**", "***", "red", "redaksi", "rls", "rilis", "adv", "advertorial", "net", "ist", "bbs", "tim", "rel",
        "hms", "humas", "int", "dtk", "okz", "tbn", "kmf", "sb", "ant", "ho", "dok", "doc", "foto", "ap", "afp", "dpa",
        "efe", "kominfo", "diskominfo", "prokopim", "adpim",
    }
)  # fmt: skip
"""Parts of a closing bracket that name nobody: release, desk, advertisement, hand-out, wires, other sites' codes."""

_OUTLETISH: Final = re.compile(
    r"(?:radar|tribun|kabar|harian|koran|media|berita|suara|lampung|metro|sinar|portal|pos|rakyat|warta)\b",
    re.IGNORECASE,
)
"""How the names of newspapers begin."""

_ACCOUNT: Final = re.compile(r"@[\w.]{2,30}")
"""An outlet's account: `(@sindonews) (sto)`."""

_CODE: Final = re.compile(r"(?!P-?21$|U-?\d\d$|G-?\d+$|B\d\d$)[A-Z]{1,3}-?\d{1,3}|(?:red|mg|cr|p|m)-?\d{1,3}|red")
"""A desk's number for a person that only the desk knows: `PRO1`, `CR29`, `E-2`, `red1`.

Not the prosecutor's P21, a team under 20, the G20, the fuel B40.
"""


_DESK: Final = re.compile(r"(?:redaksi|advertorial|adv|tim\s?red(?:aksi)?|tim\s+liputan)\b", re.IGNORECASE)
"""How a desk's name begins: `Tim Redaksi`, `Advertorial Pemkab Mesuji`."""


def read_credit_line(line: str, names: Sequence[str] = ()) -> tuple[Credit, ...]:
    """The credits of a line that consists of nothing else; () for any other line.

    Forms: `Editor : Febri Arianto`, `Penulis: a | Editor: b`, glued pairs, `Laporan Wartawan ...`, `COPYRIGHT © ANTARA
    2021`, `(Reporter: A | Editor: B)`, `(Tribunlampung.co.id/Name)`, `(dai/dai)`, `Oleh - Name, Editor - Name`.
    """
    return credit_line_parts(line, names) or ()


def credit_line_parts(line: str, names: Sequence[str] = ()) -> tuple[Credit, ...] | None:
    """As `read_credit_line`, but None for prose and () for a line of credits that names nobody (`Penulis: Admin`)."""
    text = line.replace("\xa0", " ").strip()
    if not 3 <= len(text) <= LINE_LIMIT:
        return None
    copyright_ = _COPYRIGHT.fullmatch(text)
    if copyright_ is not None and (copyright_["sign"] or is_outlet(copyright_["who"], names)):
        return (Credit(Role.AGENCY, clean_line(copyright_["who"])),)
    if text.startswith(("(", "[")) and text.endswith((")", ").", "]", "].")):
        inner = text.rstrip(".")[1:-1].strip()
        if "(" not in inner and "[" not in inner:
            return bracket_parts(inner, names, alone=True)
    report = _report(text, names)
    if report:
        return report
    by = _BY.fullmatch(text)
    if by is not None and is_desk(by["name"]):
        return ()
    if by is not None and is_signature(by["name"]) and len(by["name"].split()) <= 4:
        return (Credit(Role.WRITER, clean_line(by["name"].rstrip(","))),)
    done = _DONE_BY.fullmatch(text)
    if done is not None:
        surely = is_signature(done["name"]) and " " in done["name"]
        return names_behind(done["name"], _DEEDS[done["deed"].casefold()], names) if surely else None
    contributed = _CONTRIBUTED.fullmatch(text)
    if contributed is not None:
        return names_behind(contributed["names"], Role.CONTRIBUTOR, names) or None
    text = _ORNAMENT.sub("", text, count=1).rstrip("_ ") if _ORNAMENT.match(text) else text
    posted = _POSTED.match(text)
    if posted is not None and posted["where"] is None:
        text = posted[1] + text[posted.end() :]
    elif posted is not None and _is_post(posted["where"], names):
        # `Wartawan Lampung: Aksi Damai` is a heading: here each name must be one without its label.
        found = _labelled(_LABEL, posted[1] + text[posted.end() :], names)
        return found if found and all(is_signature(credit.name) for credit in found) else None
    text = _DATE_BEHIND.sub("", text)
    both = _TWO_LABELS.fullmatch(text)
    if both is not None:
        first, second = (names_behind(both["value"], LABELS[label.casefold()], names) for label in (both[1], both[2]))
        return None if first is None or second is None else _once((*first, *second))
    if _LABEL_DASH.match(text):
        return _labelled(_LABEL_DASH, text, names)
    return _labelled(_LABEL, text, names)


def _is_post(where: str, names: Sequence[str]) -> bool:
    """Whether somebody can be posted at `where`, or work for it: `Way Kanan`, `Lampung Post`, `Radar Siger`."""
    return region_of_place(where) is not None or is_outlet(where, names) or _OUTLETISH.match(where) is not None


def _labelled(label: re.Pattern[str], text: str, names: Sequence[str]) -> tuple[Credit, ...] | None:
    """A line of labels, each with its names; the next label may be glued to the name before it."""
    first = label.match(text)
    if first is None:
        return None
    credits: list[Credit] = []
    valued = False
    marks = list(label.finditer(text))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following is not None else len(text)
        value = _without_bar(text[mark.end() : end])
        role = LABELS[mark[1].casefold()]
        if not value:
            # A label with nothing behind it, such as `Sumber:`: no credit in it; `Editor: -` says so itself.
            valued = valued or "-" in text[mark.end() : end]
            continue
        valued = True
        # `COPYRIGHT © ANTARA 2026` glued behind the last name.
        glued = re.search(r"\s*(copyright|hak cipta)\b.*$", value, re.IGNORECASE)
        if glued is not None:
            credits.extend(read_credit_line(glued[0].strip(), names))
            value = value[: glued.start()].strip()
        found = names_behind(value, role, names)
        if found is None:
            return None
        credits.extend(found)
    if (
        credits
        and len(marks) == 1
        and first[1].casefold() in _HEADINGS
        and not any(" " in each.name for each in credits)
    ):
        # `Teks: Proklamasi`, `Red: Merah` are headings as often.
        return None
    return _once(sorted(credits, key=lambda credit: credit.role is Role.AGENCY)) if valued else None


def _without_bar(value: str) -> str:
    """A value without the bars, commas and slashes between it and the next label."""
    return re.sub(r"(?:\s+I)?[\s|,;/•·\-–]*$", "", value.strip().strip("|")).strip(" |,;\n")


def _report(text: str, names: Sequence[str]) -> tuple[Credit, ...]:
    """`Laporan Reporter Tribun Lampung Hanif Mustafa`, `Laporan Wartawan TribunSolo.com, Zharfan Muhana`."""
    match = _REPORT.fullmatch(text)
    if match is None:
        return ()
    rest = match["rest"]
    with_outlet = re.match(
        rf"(?i:{outlet_pattern(names)}|tribun\w*|[A-Z][\w\-]*\.(?:COM|CO|ID)\b)\s*,?\s*(?=[A-Z])", rest
    )
    if with_outlet is not None:
        rest = rest[with_outlet.end() :]
    elif not re.match(r"(?i)\(?\s*laporan\s+(reporter|wartawan|kontributor|jurnalis)\b", text):
        # `Laporan Sara Masroni | Banda Aceh`, `Laporan Widyaningrum, wartawan jejamo.com`: a bar or a trade makes it one.
        by_bar = re.match(
            r"(?P<name>[A-Z][^|,]{2,50}?)\s*(?:\||\sI\s|,\s*(?i:wartawan|reporter|kontributor)\b).*$", rest
        )
        if by_bar is None:
            return ()
        rest = by_bar["name"]
    rest, *behind = re.split(r"\s*(?:\||\sI\s|,)\s*", rest)
    if _OUTLETISH.match(rest):
        # `Laporan Wartawan Radar Siger, A`: an outlet that we do not know.
        rest = behind[0] if behind else ""
    role = LABELS[(match["trade"] or "laporan").casefold()]
    return (Credit(role, clean_line(rest)),) if is_name(rest) and TITLED.fullmatch(rest) else ()


def read_bracket(inner: str, names: Sequence[str] = (), *, alone: bool = False) -> tuple[Credit, ...]:
    """The credits in a closing bracket; () when it is prose, or names nobody.

    `alone` says that the bracket is a line of its own, where longer initials count too.
    """
    return bracket_parts(inner, names, alone=alone) or ()


def bracket_parts(inner: str, names: Sequence[str], *, alone: bool, tagged: bool = False) -> tuple[Credit, ...] | None:
    """As `read_bracket`, but None for prose and () for house words alone (`(***)`, `(rls)`), which go from the text.

    The bracket stands behind the end of a sentence. A name in lower case or of one word signs an article only where
    the line of tags follows, which is what `tagged` says.
    """
    text = inner.replace("\xa0", " ").strip()
    if _LABEL.match(text):
        return _labelled(_LABEL, text, names) or None
    labelled = re.match(r"(kontributor|sumber)\s+(?=[A-Z])", text, re.IGNORECASE)
    if labelled is not None:
        return (
            _contributor(text)
            if labelled[1].casefold() == "kontributor"
            else source_named(text[labelled.end() :]) or None
        )
    if names and is_site(text) and not is_outlet_of(text, names):
        # `(lampost.co)` under another outlet's article says where it was taken from.
        return (Credit(Role.SOURCE, clean_line(text)),)
    if re.match(r"laporan\s", text, re.IGNORECASE):
        # `(Laporan Wartawan Tribun Lampung, A)`, `(Laporan A)`
        name = text.split(None, 1)[1]
        own = is_signature(name) and TITLED.fullmatch(name) is not None and 2 <= len(name.split()) <= 4
        return _report(text, names) or ((Credit(Role.REPORTER, clean_line(name)),) if own else None)
    parts = _bracket_pieces(text)
    if any(not part for part in parts) or len(parts) > 4:
        return None
    credits: list[Credit] = []
    house = False
    for part in parts:
        # `(Adv/Pemkab Tanggamus)`: behind a house word a body is whose advertisement or release it is.
        if _is_house_word(part, names) or (house and is_body(part)):
            house = True
        elif INITIALS.fullmatch(part) and is_signature(part):
            credits.append(Credit(Role.WRITER, clean_line(part), initials=True))
        elif is_signature(part) and (TITLED.fullmatch(part) or " " not in part or tagged):
            credits.append(Credit(Role.WRITER, clean_line(part)))
        else:
            return None
    if not house and any(credit.initials for credit in credits):
        # `(CNN/ugo)`: beside initials, capitals are a wire.
        credits = [credit for credit in credits if not (credit.name.isupper() and len(credit.name) <= 5)]
    elif not house and len(credits) > 1 and not all(" " in credit.name for credit in credits):
        # `(USD/IDR)`, `(Persib/Persija)`: single words side by side are things as often as people.
        lower = all(credit.name.islower() for credit in credits)
        if not lower:
            return None
    if not credits:
        return () if house else None
    if len(parts) == 1 and not tagged and not _signs_alone(credits[0], alone=alone):
        return None
    return _once(credits)


def _is_house_word(part: str, names: Sequence[str]) -> bool:
    """Whether a part of a bracket names nobody: `rls`, `***`, `Tribunlampung.co.id`, `JPNN`, `E-2`, `@sindonews`."""
    return (
        part.casefold().strip(".") in _HOUSE_WORDS
        or _DESK.match(part) is not None
        or set(part) == {"*"}
        or is_outlet(part, names)
        or is_short_name(part)
        or _CODE.fullmatch(part) is not None
        or _ACCOUNT.fullmatch(part) is not None
    )


def _bracket_pieces(text: str) -> list[str]:
    """What slashes, bars and carets part; also the hyphen of `gung-aap` and `tio-tribun-medan.com`.

    A comma, `&` and `dan` part only full names: `(Rina Sari, Tono Hadi)`, for what else they part is prose.
    """
    people = re.split(r"\s*,\s*|\s+(?:&|dan)\s+", text)
    if len(people) > 1 and all(TITLED.fullmatch(each) and " " in each for each in people):
        return people
    pieces: list[str] = []
    for piece in re.split(r"[/|^]", text):
        hyphen = re.fullmatch(r"([a-z]{2,5})-([a-z]{2,5}|tribun-?\w+\.\w+)", piece.strip())
        pieces.extend(hyphen.groups() if hyphen is not None else [piece.strip()])
    return pieces


def _signs_alone(credit: Credit, *, alone: bool) -> bool:
    """Whether a bracket of one part signs by itself: a first and a last name, or a few initials."""
    if credit.initials:
        return alone or len(credit.name) <= 4
    return TITLED.fullmatch(credit.name) is not None and 2 <= len(credit.name.split()) <= 4


def _contributor(text: str) -> tuple[Credit, ...] | None:
    """`Kontributor Tribunjabar Kabupaten Cianjur, Fauzi Noviandi`."""
    name = text.rsplit(",", 1)[-1].strip()
    if "," not in text or not is_name(name) or not TITLED.fullmatch(name):
        return None
    return (Credit(Role.CONTRIBUTOR, clean_line(name)),)


@lru_cache(maxsize=512)
def read_author_field(text: str, role: Role) -> tuple[Credit, ...]:
    """The credits of a page's author field: `Singgih Wiryono,⏎⏎Dani Prabowo`, `Oleh - A, Editor - B`, `A -detikOto`.

    A bare name had the outlet's usual `role`, and so have the names behind it until a label changes that. Desks and the
    outlets themselves are nobody. Some themes glue the date to the name (`Ani WulandariSenin, 9 Juni 2025`): it goes.
    """
    flat = re.sub(r"\s+", " ", text[:1000].replace("\xa0", " "))
    flat = re.split(rf"(?:,?\s*Jurnalis\s?-\s?)?(?:{_DAY})\s?,?\s*\d|,?\s*Jurnalis\s?-|{_DAY_OF_MONTH}", flat)[0]
    flat = re.sub(r"(?<=\w)\s*\([^()]{2,60}\)$", "", flat.strip(" ,|-"))
    if not flat or len(flat) > 300 or "://" in flat:
        return ()
    for label in (_LABEL_DASH, _LABEL):
        start = label.search(flat)
        if start is not None:
            found = _labelled(label, flat[start.start() :], ())
            if found is not None:
                return found
    flat = re.sub(r"^(?:(?:di\w{4,12}|posted|written|published)\s+)?(?:oleh|by)\s+", "", flat, flags=re.IGNORECASE)
    flat = re.sub(r"\s+[-–]\s*(?:detik|tribun|kompas|jpnn|liputan|viva)\w*$", "", flat, flags=re.IGNORECASE)
    credits: list[Credit] = []
    for part in re.split(r"\s*(?:,|\||;|/|\s&\s|\sdan\s)\s*", flat):
        label_bare = _LABEL_BARE.match(part)
        if label_bare is not None:
            role = LABELS[label_bare[1].casefold()]
            part = part[label_bare.end() :]
        if not part or is_desk(part) or is_outlet(part, ()):
            continue
        if credits and DEGREE.fullmatch(part):
            credits[-1] = Credit(credits[-1].role, clean_line(f"{credits[-1].name}, {part.rstrip('.')}"))
        elif is_name(part):
            credits.append(
                Credit(role, clean_line(part), initials=INITIALS.fullmatch(part) is not None and len(part) <= 4)
            )
    return _once(credits)


def label_alone(line: str) -> Role | None:
    """The role of a line that is a label and nothing else: `EDITOR`, with the name on the next line."""
    match = _LABEL_ALONE.fullmatch(line.strip())
    return LABELS[match[1].casefold()] if match is not None else None


def name_for(label: str, name: str) -> tuple[Credit, ...]:
    """The credit of a label and a name that stand on two lines."""
    role = label_alone(label)
    if role is None or not is_name(name) or not TITLED.fullmatch(name.strip()):
        return ()
    return (Credit(role, clean_line(name)),)


def signed_below(above: str, name: str, names: Sequence[str] = ()) -> tuple[Credit, ...]:
    """The credits of `X berkontribusi dalam penulisan artikel ini.` and of the writer's name on the line below it."""
    contributed = _CONTRIBUTED.fullmatch(above.strip())
    if contributed is None or not is_signature(name) or not TITLED.fullmatch(name.strip()) or len(name.split()) < 2:
        return ()
    found = names_behind(contributed["names"], Role.CONTRIBUTOR, names)
    return (*found, Credit(Role.WRITER, clean_line(name))) if found else ()


def _once(credits: Iterable[Credit]) -> tuple[Credit, ...]:
    return tuple(dict.fromkeys(credits))


__all__ = [
    "DOMAIN",
    "bracket_parts",
    "credit_line_parts",
    "is_name",
    "label_alone",
    "name_for",
    "read_author_field",
    "read_bracket",
    "read_credit_line",
    "signed_below",
]
