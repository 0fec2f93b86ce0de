"""What stands around an article: known by the names that page themes give it, and by how it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lampungtui.extract.outline import HEADINGS, Box

_TAGS: Final = frozenset({"nav", "footer", "aside", "menu"})
_ALWAYS: Final = frozenset(
    ["adsbygoogle", "iklan", "sponsor", "sponsored", "promoted", "taboola", "outbrain", "mgid", "advertisement", "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "sidebar", "footer", "masthead", "topbar", "offcanvas", "pagination", "paging", "pager", "prevnext", "related", "relatedposts", "relatedarticles", "beritaterkait", "terkait", "rekomendasi", "recommend", "recommended", "recommendation", "recommendations", "recirc", "popular", "populer", "terpopuler", "mostpop", "trending", "terkini", "sisip", "linksisip", "morelike", "suggested", "teaser", "teasers", "comments", "komentar", "disqus", "respond", "share", "shares", "sharing", "sharer", "sharedaddy", "bagikan", "social", "sosmed", "socials", "addthis", "addtoany", "sharethis", "tagcloud", "taglist", "authorbox", "newsletter", "subscribe", "subscription", "signup", "login", "register", "modal", "popup", "cookie", "cookies", "consent", "gdpr", "onetrust", "ticker", "marquee"]
)
_WHERE_SMALL: Final = frozenset(
    ["ad", "ads", "adv", "advert", "banner", "promo", "menu", "header", "latest", "lainnya", "readmore", "comment", "reply", "tags", "keywords", "labels", "topics", "author", "authors", "byline", "biography", "bio", "penulis", "writer", "contributor", "widget", "toolbar", "tooltip", "print", "breaking", "copyright", "disclaimer", "credits", "rating", "poll", "survey", "quiz", "overlay", "more", "meta", "teaser"]
)
_PAIRS: Final = (
    frozenset({"visually", "hidden"}), frozenset({"sr", "only"}), frozenset({"screen", "reader"}),
    frozenset({"baca", "juga"}), frozenset({"read", "more"}), frozenset({"read", "also"}), frozenset({"lihat", "juga"}),
    frozenset({"tag", "list"}), frozenset({"tag", "links"}), frozenset({"post", "navigation"}),
    frozenset({"next", "article"}), frozenset({"next", "post"}), frozenset({"next", "prev"}),
    frozenset({"more", "stories"}), frozenset({"most", "read"}),
)  # fmt: skip
_ARTICLE: Final = frozenset(
    ["article", "articlebody", "body", "content", "entry", "post", "text", "story", "main", "isi", "berita", "detail", "read", "news", "artikel", "konten", "description", "page", "hentry", "storybody"]
)
_STANDFIRST: Final = frozenset(
    """
    lead intro introduction teaser abstract summary perex sommario standfirst dek deck subtitle subheadline subheading subhead
    excerpt description preface vorspann ringkasan sinopsis sapo chapo bajada entradilla
    """.split()
)
_REPLIES: Final = frozenset({"comment", "comments", "komentar", "reply", "replies", "respond"})
_BUILT: Final = frozenset({"widget"})
_CAPTION: Final = frozenset({"caption", "captions", "figcaption", "keterangan", "credit", "attribution"})
_MORE: Final = re.compile(r"(?:selengkapnya|baca\b|read\b|lihat\b|more\b)", re.IGNORECASE)
CARD: Final = 600
"""Characters that a card of another article says at most."""


def always_around(box: Box) -> bool:
    """Whether its tag or a name says that it stands around an article, however long it is."""
    if box.tag in _TAGS:
        return True
    return not box.names.isdisjoint(_ALWAYS) or any(pair <= box.names for pair in _PAIRS)


def around_where_small(box: Box) -> bool:
    """Whether its tag or a name says so of a small part; a large one of that name may hold the article."""
    return box.tag in ("header", "form") or not (box.names - _BUILT if "elementor" in box.names else box.names).isdisjoint(_WHERE_SMALL)


def is_named_article(box: Box) -> bool:
    """Whether its names say that it may hold the article."""
    return not box.names.isdisjoint(_ARTICLE)


def is_reply(box: Box) -> bool:
    """Whether its names say that readers wrote it."""
    return not box.names.isdisjoint(_REPLIES)


def is_caption(box: Box) -> bool:
    """Whether it is what is said about a picture."""
    if box.tag in ("figure", "figcaption", "caption"):
        return True
    return box.said <= CARD and not box.names.isdisjoint(_CAPTION)


def is_standfirst(box: Box) -> bool:
    """Whether its names say that it sums the article up above it."""
    return not box.names.isdisjoint(_STANDFIRST)


def cards(box: Box) -> Iterator[Box]:
    """Those of a box's boxes that are cards of other articles: made alike, each with a linked title."""
    if len(box.boxes) < 2:
        return
    groups: dict[tuple[str, frozenset[str]], list[Box]] = {}
    for inner in box.boxes:
        if inner.tag not in ("p", "br", "hr") and inner.tag not in HEADINGS:
            groups.setdefault((inner.tag, inner.names), []).append(inner)
    for (_, names), group in groups.items():
        if len(group) < (2 if names else 3):
            continue
        made = [inner for inner in group if is_card(inner)]
        if len(made) >= 2 and len(made) * 10 >= len(group) * 7:
            yield from (inner for inner in group if inner.said <= CARD)


def is_card(box: Box) -> bool:
    """Whether it shows another article: few words, with a title that is a link."""
    if not 15 <= box.said <= CARD:
        return False
    titled = False
    linked = False
    for line in (box, *box.inside()):
        if line.own >= 5 and line.own_linked >= line.own * 0.9:
            linked = linked or line.own >= 15 or _MORE.search(line.text) is not None
            titled = titled or line.own >= 15
        titled = titled or line.tag in HEADINGS
    return titled and linked
