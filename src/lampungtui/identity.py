"""By what an entry is known: canonical links, and ids that are stable within a feed whichever parser read it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from lampungtui.foreign import Address
from lampungtui.model import Dated, DateSource, Entry

_TRACKING: Final = re.compile(
    r"^(?:utm_\w+|at_(?:medium|campaign|format)|maca|tag_from|fbclid|gclid|dclid|igshid|mc_[ce]id|_ga|yclid|msclkid|"
    r"ref_src|xtor|cmpid)$",
    re.IGNORECASE,
)
_EMPTY_FRAGMENTS: Final = re.compile(r"^(?:google_vignette|utm_.*|xtor=.*|goog_rewarded|ref-.*|)$", re.IGNORECASE)


def canonical(url: Address) -> Address:
    """A link without what only tracks: utm_* and the like, `#google_vignette`. The path stays byte for byte.

    A fragment goes unless it is a route (`#!/...`): it names a place on the page, not another article.
    """
    if "?" not in url and "#" not in url:
        return url
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair.split("=", 1)[0]))
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return Address(urlunsplit((parts.scheme, parts.netloc, parts.path, query, fragment)))


def entry_id(guid: str | None, url: Address | None, title: str, published: Dated | None) -> str:
    """An entry's id within its feed: the guid; else the canonical link; else a digest of title and date.

    A date that was counted from the fetch ("3 jam lalu") is another one at each poll, and is left out.
    """
    if guid:
        return guid
    if url is not None:
        return canonical(url)
    fixed = published is not None and published.source is not DateSource.RELATIVE
    day = published.at.isoformat() if published is not None and fixed else ""
    return "digest:" + hashlib.sha256(f"{title}\n{day}".encode()).hexdigest()[:32]


def told_apart(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries of one document, those with one id between them told apart: by link, else by their number.

    A feed that gives one guid to all its items is read whole all the same. Entries that are alike in id, link and title
    are one item listed twice, and stay alike.
    """
    seen = Counter(entry.id for entry in entries)
    apart: list[Entry] = []
    taken: dict[str, Entry] = {}
    for entry in entries:
        if seen[entry.id] == 1:
            apart.append(entry)
            continue
        own = f"{entry.id}|{canonical(entry.url)}" if entry.url is not None and entry.url != entry.id else entry.id
        number = 1
        candidate = own
        while (other := taken.get(candidate)) is not None and (other.url, other.title) != (entry.url, entry.title):
            number += 1
            candidate = f"{own}|{number}"
        if candidate in taken:
            continue
        taken[candidate] = entry
        apart.append(replace(entry, id=candidate))
    return tuple(apart)
