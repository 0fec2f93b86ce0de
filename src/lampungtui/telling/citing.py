"""How an article is cited and handed on: plain words, Markdown, BibTeX, and the addresses by which it is shared.

Every form names the outlet, the people with their roles, the date in WIB and the link: credits go along wherever the text
goes. In an address for sharing `{url}`, `{title}` and `{outlet}` are filled in, percent-encoded (RFC 3986).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Final
from urllib.parse import quote, urlsplit

from lampungtui.foreign import clean_line
from lampungtui.language import say
from lampungtui.model import Article, Credit, Role
from lampungtui.telling.articles import role_word
from lampungtui.telling.moments import WIB, full_dated

WROTE: Final = (Role.WRITER, Role.REPORTER, Role.CONTRIBUTOR)
_TEX: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>#|])")


def link(article: Article) -> str:
    """The article's address; empty where the feed gave none."""
    return str(article.url or "")


def title_and_link(article: Article) -> str:
    """Title and address, a line each."""
    return "\n".join(part for part in (_title(article), link(article)) if part)


def citation(article: Article) -> str:
    """In words: `Sri Astuti. "Harga kopi naik". Lampungpro.co, Kamis, 21 November 2024 14.05 WIB. Editor: ... https://...`"""
    writers = _names(article, *WROTE)
    parts = [f"{', '.join(writers)}." if writers else "", f"“{_title(article)}”."]
    place = f" ({clean_line(article.dateline.place)})" if article.dateline and article.dateline.place else ""
    parts.append(f"{clean_line(article.headline.outlet_name)}{place}, {full_dated(article.headline.published)}.")
    parts += [f"{role_word(role)}: {', '.join(names)}." for role, names in _others(article).items()]
    parts.append(link(article))
    return " ".join(part for part in parts if part)


def markdown(article: Article) -> str:
    """A line of Markdown: the title as link, then outlet, date and people."""
    title = _MARKDOWN.sub(r"\\\1", _title(article))
    address = quote(link(article), safe=":/?#[]@!$&'*+,;=%~-._")
    lead = f"[{title}]({address})" if address else title
    told = [clean_line(article.headline.outlet_name), full_dated(article.headline.published)]
    told += [f"{role_word(credit.role)}: {clean_line(credit.name)}" for credit in _people(article)]
    return f"{lead}, " + ". ".join(_MARKDOWN.sub(r"\\\1", part) for part in (", ".join(told[:2]), *told[2:])) + "."


def bibtex(article: Article, *, looked_at: datetime) -> str:
    """An `@online` entry of BibLaTeX. `looked_at` is when it was read (UTC)."""
    published = article.headline.published
    day = published.at.astimezone(WIB).date().isoformat() if published is not None else ""
    fields = {
        "title": _tex(_title(article), whole=True),
        "author": _tex_names(_names(article, *WROTE)),
        "editor": _tex_names(_names(article, Role.EDITOR)),
        "organization": _tex(clean_line(article.headline.outlet_name), whole=True),
        "location": _tex(clean_line(article.dateline.place)) if article.dateline and article.dateline.place else "",
        "date": day,
        "url": link(article),
        "urldate": looked_at.astimezone(WIB).date().isoformat(),
        "langid": "indonesian",
    }
    width = max(len(name) for name in fields)
    lines = [f"  {name.ljust(width)} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@online{{{_key(article, day)},", *lines, "}"))


def share_address(template: str, article: Article) -> str:
    """The address by which a template shares an article."""
    words = {
        "url": link(article),
        "title": _title(article),
        "outlet": str(clean_line(article.headline.outlet_name)),
    }
    filled = template
    for name, word in words.items():
        filled = filled.replace("{" + name + "}", quote(word, safe=""))
    return filled


def _title(article: Article) -> str:
    return str(clean_line(article.headline.title))


def _people(article: Article) -> list[Credit]:
    """Who is named in a citation: people and agencies by name, no initials."""
    return [credit for credit in article.credits if not credit.initials]


def _names(article: Article, *roles: Role) -> list[str]:
    return list(dict.fromkeys(str(clean_line(each.name)) for each in _people(article) if each.role in roles))


def _others(article: Article) -> dict[Role, list[str]]:
    """Those who did not write, by their role, in the order of the page."""
    found: dict[Role, list[str]] = {}
    for credit in _people(article):
        if credit.role not in WROTE:
            found.setdefault(credit.role, []).append(str(clean_line(credit.name)))
    return found


def _tex(text: str, *, whole: bool = False) -> str:
    """Text as TeX prints it; `whole`: in braces, so that no style changes its capitals."""
    escaped = "".join(_TEX.get(letter, letter) for letter in text)
    return f"{{{escaped}}}" if whole else escaped


def _tex_names(names: list[str]) -> str:
    # In braces: an Indonesian name has no surname that TeX could put first.
    return " and ".join(_tex(name, whole=True) for name in names)


def _key(article: Article, day: str) -> str:
    """`lampungpro-20241121-199-personel`: outlet, day and the title's first words, in plain letters."""
    host = urlsplit(link(article)).hostname or article.headline.outlet_id
    house = host.removeprefix("www.").split(".", 1)[0]
    words = [_plain(word) for word in _title(article).split()]
    return "-".join([_plain(house) or "berita", *([day.replace("-", "")] if day else []), *[w for w in words if w][:2]])


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", folded.lower())


def form_names() -> dict[str, str]:
    """What the forms are called, by the key that chooses them."""
    return {
        "y": say("Link"),
        "t": say("Title and link"),
        "c": say("Citation"),
        "m": say("Citation in Markdown"),
        "b": say("Citation for BibTeX"),
    }
