"""Text from outside (a feed, a page, a server, a file) and the one way to clean it.

`Foreign` is not a `str`: nothing that prints, paints or stores takes it. The only ways out of it are `clean_line`,
`clean_prose` and `clean_address` here, and `Foreign.markup` for a parser that turns it into blocks of cleaned text.

What the cleaner removes, and why, was measured against real terminals: Textual passes ESC, all of C1, NUL, DEL and
the bidi controls raw to the terminal, so one feed title could set the clipboard or type keys into the reader.
Cleaning happens after the last decoding step (entities, charsets), when storing and again where display text is made;
it is idempotent, so twice is the same as once.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NewType
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

Line = NewType("Line", str)
"""Cleaned text of one line: no control, no line break, no invisible steering, no outer or doubled spaces."""

Prose = NewType("Prose", str)
"""Cleaned text that may hold line breaks (`\\n`), and nothing else that moves a cursor."""

Address = NewType("Address", str)
"""A cleaned http or https URL: printable ASCII, no spaces, a host, at most `ADDRESS_LIMIT` characters."""

LINE_LIMIT: Final = 500
"""Characters that a line keeps; a longer one is cut and ends with an ellipsis."""

PROSE_LIMIT: Final = 1_048_576
"""Characters that a block of prose keeps."""

ADDRESS_LIMIT: Final = 4_096
"""Characters of the longest URL that we take."""

REPLACEMENT: Final = "�"
COMBINING_LIMIT: Final = 4


class Foreign:
    """Text from outside that nobody has cleaned yet.

    It compares and hashes by its content and never shows it: `repr` and `str` give only its length, so that a log
    line or an exception cannot carry it by accident.
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: str) -> None:
        self._raw = raw

    @property
    def markup(self) -> str:
        """The raw text, for a parser that reads it as HTML, a date or a number. Never for a screen, file or log."""
        return self._raw

    def __len__(self) -> int:
        return len(self._raw)

    def __bool__(self) -> bool:
        return bool(self._raw)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Foreign) and other._raw == self._raw

    def __hash__(self) -> int:
        return hash((Foreign, self._raw))

    def __repr__(self) -> str:
        return f"<Foreign text of {len(self._raw)} characters>"

    __str__ = __repr__


def _steering() -> dict[int, str | None]:
    """The translation that both cleaners share: what becomes a space, a replacement sign, or nothing."""
    table: dict[int, str | None] = {}
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)):
        table[code] = REPLACEMENT
    for code in (0x09, 0x0B, 0x0C, 0x0D, 0x0A, 0x85, 0x2028, 0x2029):
        table[code] = " "
    dropped = (
        *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # bidi controls
        *(0x00AD, 0x180E, 0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), 0xFEFF),  # unseen
        *(0x115F, 0x1160, 0x3164, 0xFFA0, *range(0xFFF9, 0xFFFC)),  # fillers and annotation marks
        *range(0xE0000, 0xE0080),  # tags: the three flags that need them are not worth a hidden channel
    )
    for code in dropped:
        table[code] = None
    return table


_LINE_TABLE: Final = _steering()
_PROSE_TABLE: Final = {**_LINE_TABLE, 0x0A: "\n"}
_SUSPECT: Final = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u0483-\u20ff\u3000\u3164\ud800-\udfff\ufe00-\uffff\U00010000-\U0010ffff]|  "
)
_PLAIN_ADDRESS: Final = re.compile(
    r"https?://[a-z0-9][a-z0-9.\-]*(?::(?:[1-9]\d{0,3}|[1-5]\d{4}))?/[A-Za-z0-9%/:@!$&'()*+,=~\-._]*(?:\?[A-Za-z0-9%/:@!$&'()*+,=~\-._]+)?"
)
"""An address that comes out of the cleaner as it went in: most of those that feeds give."""

_SPACES: Final = re.compile(r"[^\S\n]+")
_BREAKS: Final = re.compile(r" ?\n ?")
_MANY_BREAKS: Final = re.compile(r"\n{3,}")


def clean_line(text: Foreign | str, limit: int = LINE_LIMIT) -> Line:
    """One line that is safe to store, to paint and to print; at most `limit` characters."""
    raw = text.markup if isinstance(text, Foreign) else text
    if len(raw) > limit * 8:
        raw = raw[: limit * 8]
    if _is_plain(raw) or not _SUSPECT.search(raw):
        cleaned = raw.strip()
    else:
        cleaned = _SPACES.sub(" ", _fewer_marks(raw.translate(_LINE_TABLE))).strip()
    if len(cleaned) > limit:
        cleaned = cleaned[: limit - 1].rstrip() + "…"
    return Line(cleaned)


def clean_prose(text: Foreign | str, limit: int = PROSE_LIMIT) -> Prose:
    """Text of several lines, with line breaks kept and at most one empty line between two; `limit` characters."""
    return Prose(clean_run(text, limit).strip())


def clean_run(text: Foreign | str, limit: int = PROSE_LIMIT) -> Prose:
    """Prose that is a piece of a paragraph: as `clean_prose`, but one space or break at either end stays."""
    raw = text.markup if isinstance(text, Foreign) else text
    raw = raw[:limit]
    if _is_plain(raw) or not _SUSPECT.search(raw):
        return Prose(raw)
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = _SPACES.sub(" ", _fewer_marks(raw.translate(_PROSE_TABLE)))
    return Prose(_MANY_BREAKS.sub("\n\n", _BREAKS.sub("\n", cleaned)))


def clean_code(text: Foreign | str, limit: int = PROSE_LIMIT) -> Prose:
    """Preformatted text: as prose, but spaces stay as many as they are; a tab becomes four."""
    raw = (text.markup if isinstance(text, Foreign) else text)[:limit]
    raw = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return Prose(_fewer_marks(raw.translate(_PROSE_TABLE)).strip("\n"))


def _is_plain(text: str) -> bool:
    """Whether there can be nothing to clean, ten times quicker than by looking for it."""
    return text.isascii() and text.isprintable() and "  " not in text


def _fewer_marks(text: str) -> str:
    """`text` with no run of more than `COMBINING_LIMIT` combining marks, which would climb over other rows."""
    if text.isascii():
        return text
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= COMBINING_LIMIT:
            kept.append(character)
    return "".join(kept)


_ADDRESS_SAFE: Final = "%/:?#[]@!$&'()*+,;=~-._"
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
_HOST: Final = re.compile(r"[A-Za-z0-9._\-\[\]:]+")


def clean_address(text: Foreign | str, base: Address | str | None = None) -> Address | None:
    """The http or https URL that `text` names, or None where it names nothing that we would open.

    A relative reference is resolved against `base` (RFC 3986). Spaces and other characters outside the URL alphabet
    are percent-encoded, as browsers do; an international host is given in punycode; a URL with controls, without a
    host, with a user name, or longer than `ADDRESS_LIMIT` is refused. The path and query stay byte for byte as they
    were: outlets' slugs are opaque.
    """
    raw = (text.markup if isinstance(text, Foreign) else text).strip(" \t\r\n")
    if not raw or len(raw) > ADDRESS_LIMIT or _CONTROLS.search(raw):
        return None
    if _PLAIN_ADDRESS.fullmatch(raw):
        return Address(raw)
    try:
        joined = urljoin(base, raw) if base else raw
        parts = urlsplit(joined)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or parts.username or parts.password:
        return None
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    if host.startswith("-") or not _HOST.fullmatch(host):
        return None
    if ":" in host:
        host = f"[{host}]"
    netloc = host if port is None else f"{host}:{port}"
    try:
        path, query, fragment = (quote(part, safe=_ADDRESS_SAFE) for part in (parts.path, parts.query, parts.fragment))
    except UnicodeError:
        return None
    address = urlunsplit((parts.scheme.lower(), netloc, path, query, fragment))
    return Address(address) if len(address) <= ADDRESS_LIMIT else None
