"""Bytes to text: which charset a page is in, decided as browsers do and never by a codec that does more than decode."""

from __future__ import annotations

import codecs
import contextlib
import re
from typing import Final

from lampungtui.foreign import Foreign

META_BYTES: Final = 4_096
"""How far into a page its own word about its charset is looked for."""

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?([\w\-:.]{1,40})", re.IGNORECASE)
_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w\-:.]{1,40})", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w\-:.]{1,40})[\"']", re.IGNORECASE)
_ALLOWED: Final = frozenset(
    {
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "iso8859-15", "cp1252", "cp1250", "cp1251", "cp1254",
        "ascii", "shift_jis", "euc_jp", "euc_kr", "gb2312", "gbk", "gb18030", "big5", "tis-620", "iso8859-2", "koi8-r",
    }
)  # fmt: skip
_SINGLE_BYTE: Final = frozenset({"cp1252", "cp1250", "cp1251", "cp1254", "iso8859-15", "iso8859-2"})


def decode(document: bytes, content_type: str | None) -> Foreign:
    """The text of a page: by its byte order mark, the HTTP header, its own <meta>, else UTF-8, else windows-1252."""
    for mark, name in _BOMS:
        if document.startswith(mark):
            return Foreign(document[len(mark) :].decode(name, errors="replace"))
    for name in (*_named(content_type), *_meta(document)):
        if name in _SINGLE_BYTE and not document.isascii():
            # Text in such a charset hardly ever makes valid UTF-8 by chance; sites that name it wrongly are common.
            with contextlib.suppress(UnicodeDecodeError):
                return Foreign(document.decode("utf-8"))
        try:
            return Foreign(document.decode(name))
        except UnicodeDecodeError:
            continue
    try:
        return Foreign(document.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if mostly_utf8(document):
        return Foreign(document.decode("utf-8", errors="replace"))
    return Foreign(document.decode("cp1252", errors="replace"))


def decode_xml(document: bytes) -> Foreign:
    """The text of an XML document: by its byte order mark, its declaration, else UTF-8, else windows-1252."""
    declared = _DECLARED.match(document[:META_BYTES].lstrip())
    return decode(document, f"charset={declared[1].decode('ascii', errors='ignore')}" if declared else None)


def codec(label: str) -> str | None:
    """The codec of a charset label, or None for one that we don't take. ISO-8859-1 means windows-1252 on the web."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    if name not in _ALLOWED:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _named(content_type: str | None) -> tuple[str, ...]:
    match = _HEADER.search(content_type or "")
    name = codec(match[1]) if match else None
    return (name,) if name and not name.startswith("utf-16") else ()


def _meta(document: bytes) -> tuple[str, ...]:
    match = _META.search(document[:META_BYTES])
    name = codec(match[1].decode("ascii", errors="ignore")) if match else None
    # A page that could be read for its <meta> is not in UTF-16, whatever it says (HTML standard, 13.2.3.2).
    return ("utf-8" if name.startswith("utf-16") else name,) if name else ()


def mostly_utf8(document: bytes) -> bool:
    """Whether few bytes spoil what is otherwise UTF-8: then the good part is kept right."""
    sample = document[:200_000].decode("utf-8", errors="replace")
    high = sum(1 for character in sample if ord(character) > 127)
    return high > 0 and "�" in sample and sample.count("�") * 4 < high
