"""What the address of an article looks like, and what looks like the address of a rubric, a tag or a page of the house."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from lampungtui.foreign import Address

_RUBRICS: Final = frozenset({"category", "kategori", "kanal", "rubrik", "topik", "topic", "section"})
_NOT_ARTICLES: Final = _RUBRICS | frozenset(
    {
        "tag", "tags", "author", "penulis", "profile", "profil", "redaktur", "user", "users", "page", "halaman", "search",
        "cari", "pencarian", "indeks", "index", "redaksi", "feed", "rss", "amp", "login", "register", "daftar", "masuk",
        "tentang-kami", "tentang", "about", "about-us", "disclaimer", "pedoman-siber", "pedoman-media-siber", "kontak",
        "contact", "hubungi-kami", "privacy-policy", "kebijakan-privasi", "terms", "magazine", "kerjasama", "karir",
        "info-iklan", "iklan", "copyright", "sitemap", "wp-admin", "wp-login.php", "cart", "terpopuler", "trending",
        "populer",
    }
)  # fmt: skip
_MEDIA: Final = frozenset({"video", "foto", "photo", "gallery", "galeri"})
"""Rubrics whose articles stand below them: `/foto/<id>/<slug>`."""

_DATED: Final = re.compile(r"/20\d\d/\d\d?(?:/|$)")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+){3,}-?")
_NUMBER: Final = re.compile(r"(?:^|\D)\d{3,}")
_WORDPRESS_ID: Final = re.compile(r"(?:^|&)p=\d+(?:&|$)")
_SECOND_LEVELS: Final = frozenset(
    ["ac", "biz", "co", "com", "desa", "edu", "go", "gov", "my", "net", "or", "org", "sch", "web"]
)


def is_article_address(address: Address, base: Address | None) -> bool:
    """Whether a link looks like an article's: dated, or with a slug of four words, and on the page's own site."""
    if not may_be_article(address, base):
        return False
    parts = urlsplit(address)
    last = re.sub(r"\.html?$", "", _segments(parts.path)[-1]) if _segments(parts.path) else ""
    return _SLUG.fullmatch(last) is not None or (_DATED.search(parts.path) is not None and "-" in last)


def may_be_article(address: Address, base: Address | None) -> bool:
    """Whether a link may be an article's: on the page's own site, and not known to be something else."""
    parts = urlsplit(address)
    if base is not None and site_of(parts.hostname) != site_of(urlsplit(base).hostname):
        return False
    segments = _segments(parts.path)
    if not segments:
        return _WORDPRESS_ID.search(parts.query) is not None
    if base is not None and parts.path.rstrip("/") == urlsplit(base).path.rstrip("/"):
        return _WORDPRESS_ID.search(parts.query) is not None
    words = set(segments)
    if words & _NOT_ARTICLES:
        return False
    # /foto is a rubric, /foto/901/panen-kopi an article.
    return not words & _MEDIA or (
        segments[-1] not in _MEDIA and ("-" in segments[-1] or bool(_NUMBER.search(parts.path)))
    )


def is_rubric_address(address: Address) -> bool:
    """Whether a link says that it leads to a rubric."""
    return bool(set(_segments(urlsplit(address).path)) & _RUBRICS)


def _segments(path: str) -> list[str]:
    return [segment for segment in path.lower().split("/") if segment and segment != "index.html"]


def site_of(host: str | None) -> str:
    """What the hosts of one publisher share: `lampung.suara.com` and `www.suara.com` are of `suara.com`."""
    labels = (host or "").split(".")
    few = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS else 2
    return ".".join(labels[-few:]) if not labels[-1].isdigit() else (host or "")
