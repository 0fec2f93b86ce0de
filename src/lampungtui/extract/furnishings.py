"""What stands around an article: known by the names that page themes give it, and by how it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lampungtui.extract.outline import HEADINGS, Box

CARD: Final = 600
"""Characters that a card of another article says at most, and a caption."""

FURNITURE_TAGS: Final = frozenset({"nav", "footer", "aside", "menu"})

_NEVER: Final = frozenset({
    "adsbygoogle", "consent", "cookie", "cookies", "disqus", "gdpr", "mgid", "onetrust", "outbrain", "taboola",
})  # fmt: skip
"""Names of what others put into a page, which no author gives to an article."""

# Words of classes and ids, in Indonesian and English, as WordPress themes and the large outlets' own pages use them.
_ALWAYS: Final = _NEVER | frozenset({
    # adverts
    "advertisement", "iklan", "promoted", "sponsor", "sponsored",
    # ways through the site
    "breadcrumb", "breadcrumbs", "crumb", "crumbs", "footer", "masthead", "nav", "navbar", "navigation", "offcanvas",
    "pager", "pagination", "paging", "prevnext", "sidebar", "topbar",
    # other articles
    "beritaterkait", "linksisip", "morelike", "mostpop", "popular", "populer", "recirc", "recommend", "recommendation",
    "recommendations", "recommended", "rekomendasi", "related", "relatedarticles", "relatedposts", "sisip", "suggested",
    "teaser", "teasers", "terkait", "terkini", "terpopuler", "trending",
    # readers, and what is asked of them
    "comments", "komentar", "login", "modal", "newsletter", "popup", "register", "respond", "signup", "subscribe",
    "subscription",
    # sharing, tags, authors, running text
    "addthis", "addtoany", "authorbox", "bagikan", "marquee", "share", "sharedaddy", "sharer", "shares", "sharethis",
    "sharing", "social", "socials", "sosmed", "tagcloud", "taglist", "ticker",
})  # fmt: skip
_PAIRS: Final = (
    frozenset({"baca", "juga"}), frozenset({"lihat", "juga"}), frozenset({"read", "more"}), frozenset({"read", "also"}),
    frozenset({"tag", "list"}), frozenset({"tag", "links"}), frozenset({"post", "navigation"}),
    frozenset({"next", "article"}), frozenset({"next", "post"}), frozenset({"next", "prev"}),
    frozenset({"more", "stories"}), frozenset({"most", "read"}),
)  # fmt: skip
ARRANGED: Final = frozenset({
    "ad", "ads", "adv", "advert", "banner", "copyright", "credits", "disclaimer", "keywords", "labels", "menu", "meta",
    "more", "print", "promo", "readmore", "tags", "toolbar", "tooltip", "topics", "widget",
})  # fmt: skip
"""Names of small parts that a page builder may give to every box, the article's too."""

_WHERE_SMALL: Final = ARRANGED | frozenset({
    "author", "authors", "bio", "biography", "byline", "contributor", "penulis", "writer",
    "breaking", "comment", "lainnya", "latest", "poll", "quiz", "rating", "reply", "survey",
})  # fmt: skip
_TALK: Final = frozenset({"comments", "commentlist", "disqus", "komentar"})
_REPLY: Final = (frozenset({"comment", "form"}), frozenset({"comment", "respond"}), frozenset({"commentform"}))
_ARTICLE: Final = frozenset({
    "article", "articlebody", "artikel", "berita", "body", "content", "description", "detail", "entry", "hentry", "isi",
    "konten", "main", "news", "page", "post", "read", "story", "storybody", "text",
})  # fmt: skip
_STANDFIRST: Final = frozenset({
    "abstract", "bajada", "chapo", "deck", "dek", "description", "entradilla", "excerpt", "intro", "introduction", "lead",
    "perex", "preface", "ringkasan", "sapo", "sinopsis", "sommario", "standfirst", "subhead", "subheading",
    "subheadline", "subtitle", "summary", "teaser", "vorspann",
})  # fmt: skip
_CAPTION: Final = frozenset({"attribution", "caption", "captions", "credit", "figcaption", "keterangan"})
_DRAWINGS: Final = frozenset({"chart", "graph", "graphic", "graphics", "infographic"})
_POSTS: Final = frozenset({"instagram", "tiktok", "tweet", "twitter"})
_MORE: Final = re.compile(r"(?:selengkapnya|baca\b|read\b|lihat\b|more\b)", re.IGNORECASE)


def always_around(box: Box) -> bool:
    """Whether its tag or a name says that it stands around an article, however long it is."""
    return box.tag in FURNITURE_TAGS or not box.names.isdisjoint(_ALWAYS) or any(pair <= box.names for pair in _PAIRS)


def is_never_article(box: Box) -> bool:
    """Whether a name says so, on whatever page."""
    return not box.names.isdisjoint(_NEVER)


def around_where_small(box: Box, empty: frozenset[str]) -> bool:
    """Whether a name says so of a small part; a large one of that name may hold the article. `empty` names say nothing."""
    return box.tag == "form" or not (box.names - empty).isdisjoint(_WHERE_SMALL)


def is_talk(box: Box) -> bool:
    """Whether its names say that it holds what readers wrote, which may be longer than any article."""
    return not box.names.isdisjoint(_TALK) and not is_named_article(box)


def is_answer(box: Box) -> bool:
    """Whether its names say that it holds one reader's words, or, in the singular, those of many."""
    return "comment" in box.names


def is_reply_form(box: Box) -> bool:
    """Whether its names say that readers are asked to write there."""
    return any(names <= box.names for names in _REPLY) and not is_named_article(box)


def is_named_article(box: Box) -> bool:
    """Whether its names say that it may hold the article."""
    return not box.names.isdisjoint(_ARTICLE)


def is_standfirst(box: Box) -> bool:
    """Whether its names say that it sums the article up above it."""
    return not box.names.isdisjoint(_STANDFIRST)


def is_caption(box: Box) -> bool:
    """Whether it is what is said about a picture, or the picture with it."""
    if box.tag in ("figure", "figcaption", "caption"):
        return True
    if box.said > CARD or box.names.isdisjoint(_CAPTION):
        return False
    # A whole page may be called `embed-captions`.
    return sum(inner.tag == "p" for inner in box.boxes) < 2


def is_drawing(box: Box) -> bool:
    """Whether its names say that it is a chart or another drawing, made of text here and there."""
    return not box.names.isdisjoint(_DRAWINGS)


def is_post(box: Box) -> bool:
    """Whether it is a post of another site, which becomes a link (embeds.py)."""
    return box.tag == "blockquote" and not box.names.isdisjoint(_POSTS)


def cards(box: Box) -> Iterator[Box]:
    """Those of a box's boxes that are cards of other articles: made alike, most with a linked title."""
    groups: dict[tuple[str, frozenset[str]], list[Box]] = {}
    for inner in box.boxes:
        if inner.tag != "p" and inner.tag not in HEADINGS:
            groups.setdefault((inner.tag, inner.names), []).append(inner)
    for (_, names), group in groups.items():
        if len(group) < (2 if names else 3):
            continue
        made = sum(is_card(inner) for inner in group)
        if made >= 2 and made * 10 >= len(group) * 7:
            yield from (inner for inner in group if inner.said <= CARD)


def is_card(box: Box) -> bool:
    """Whether it shows another article: few words, with a title, and a link that is a line of its own."""
    if not 15 <= box.said <= CARD:
        return False
    titled = linked = False
    for line in (box, *box.inside()):
        if line.own >= 5 and line.own_linked - line.own_away >= line.own * 0.9:
            linked = linked or line.own >= 15 or _MORE.search(line.text) is not None
            titled = titled or line.own >= 15
        titled = titled or line.tag in HEADINGS
    return titled and linked
