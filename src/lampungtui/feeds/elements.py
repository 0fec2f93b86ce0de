"""What the elements of RSS 2.0 and Atom 1.0 mean to feedparser, state by state as in its own handlers.

A value goes where feedparser 6.0 (`mixin.py` and `namespaces/`) would keep it, at the same moment and under the same
conditions, for the order of elements matters to it. What it does with an element in a case that is not followed here is
declined: then feedparser reads the document itself.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping
from typing import Any, Final
from xml.sax.saxutils import escape

from feedparser.api import StrictFeedParser

Attributes = Mapping[str, str]
Place = Callable[[str, Attributes], None]
Taker = Callable[[Any, str, Attributes], None]
Finish = Callable[[], object]

_SLASHES: Final = re.compile(r"^([A-Za-z][A-Za-z0-9+-.]*://)/+")
_REFERENCE: Final = re.compile(r"&[A-Za-z0-9_]+;")
_C1: Final = re.compile("[\x80-\x9f]")
_HANDLED: Final = frozenset(
    name.split("_", 2)[2] for name in dir(StrictFeedParser) if name.startswith(("_start_", "_end_"))
)
"""The elements that feedparser gives a meaning to; any other is kept under its own name."""

UNPREFIXED: Final = frozenset(
    {"docs", "rating", "icon", "logo", "thumb", "editor", "reporter", "views", "section", "location", "site", "post-id"}
)
"""Elements without a namespace that nobody reads, under names that mean nothing to feedparser."""

_TEXTS: Final = frozenset({"text", "plain", "html", "text/plain", "text/html"})
_XHTML: Final = frozenset({"xhtml", "application/xhtml+xml"})
_PAGES: Final = frozenset({"html", "text/html", *_XHTML})
_MEDIA_SCHEME: Final = "http://search.yahoo.com/mrss/category_schema"
MANY: Final = 100
_QUOTE: Final = {'"': "&quot;"}


class Declined(Exception):
    """Something whose reading is feedparser's affair."""


class Elements:
    """Takes the elements of a channel or entry; each place in a document has its own way to take what is in it."""

    def __init__(self) -> None:
        self.feed: dict[str, Any] = {}
        self.entries: list[dict[str, Any]] = []
        self.version = ""
        self._here = self.feed
        self._depths: dict[str, int] | None = None
        self._title_depth = -1
        self._has_content = False
        self._depth = 0
        self._take: Place = self._in_leaf
        self._finish: Finish | None = None
        self._pieces: list[str] | None = None
        self._outer: list[tuple[Place, Finish | None, list[str] | None]] = []
        self._person: dict[str, str] = {}
        self._escapes = False

    def _text(self, text: str) -> None:
        if self._pieces is not None:
            self._pieces.append(escape(text) if self._escapes else text)

    def _leaf(self, finish: Finish | None = None) -> None:
        """The element that starts holds text only; without `finish` nobody reads it."""
        self._take = self._in_leaf
        if finish is not None:
            self._finish, self._pieces = finish, []

    def _value(self, *, relative: bool = False) -> str:
        """The text of the element that ends, as feedparser mends it: slashes, UTF-8 that was encoded twice."""
        text = "".join(self._pieces or ()).strip()
        if relative and ":///" in text:
            text = _SLASHES.sub(r"\1", text)
        if text.isascii():
            return text
        with contextlib.suppress(UnicodeError):
            text = text.encode("iso-8859-1").decode("utf-8")
        if _C1.search(text):
            raise Declined
        return text

    def _put(self, key: str, value: Any) -> None:
        """Keeps a value; in an entry what stands higher in the tree counts more."""
        if self._depths is not None:
            before = self._depths.get(key)
            if before is not None and self._depth > before:
                return
            self._depths[key] = self._depth
        self._here[key] = value

    def _in_entry(self, key: str, given: Attributes) -> None:
        self._other(ENTRY, key, given)

    def _other(self, takers: Mapping[str, Taker], key: str, given: Attributes) -> None:
        taker = takers.get(key)
        if taker is not None:
            taker(self, key, given)
        elif key in _HANDLED or key.endswith(("_detail", "_parsed")) or not ("_" in key or key in UNPREFIXED):
            raise Declined
        else:
            self._leaf()

    def _in_leaf(self, _key: str, _given: Attributes) -> None:
        raise Declined

    def _in_media(self, key: str, given: Attributes) -> None:
        if not key.startswith("media_"):
            raise Declined
        self._in_entry(key, given)

    def _in_person(self, key: str, given: Attributes) -> None:
        if key in ("name", "email"):
            if key in self._person:
                raise Declined
            self._leaf(lambda: self._person.update({key: "".join(self._pieces or ()).strip()}))
        elif key == "uri":
            self._person[key] = ""
            self._leaf()
        else:
            self._other(_NOTHING, key, given)

    def _in_xhtml(self, key: str, given: Attributes) -> None:
        if not key.startswith("xhtml_") or key in _HANDLED:
            raise Declined
        tag, pieces = key.removeprefix("xhtml_"), self._outer[-1][2]
        if pieces is None:
            raise Declined
        written = "".join(f' {name}="{escape(value, _QUOTE)}"' for name, value in given.items())
        pieces.append(f"<{tag}{written}>")
        self._pieces, self._finish = pieces, lambda: pieces.append(f"</{tag}>")

    def take_nothing(self, key: str, given: Attributes) -> None:
        self._leaf()

    def take_markup(self, key: str, given: Attributes) -> None:
        self._typed(given)
        self._leaf()

    def take_plain(self, key: str, given: Attributes) -> None:
        if given:
            raise Declined
        self._leaf(lambda: self._put(key, self._value(relative=key == "comments")))

    def take_contributor(self, key: str, given: Attributes) -> None:
        self._person, self._take = {}, self._in_person

    def take_title(self, key: str, given: Attributes) -> None:
        self._typed(given)
        self._leaf(lambda: self._end_title(key))

    def _end_title(self, key: str) -> None:
        value = self._value()
        if not -1 < self._title_depth <= self._depth:
            self._put("title", value)
        if value and key == "title":
            self._title_depth = self._depth

    def take_link(self, key: str, given: Attributes) -> None:
        if not given:
            return self._leaf(self._end_link)
        kept = _with_href(given)
        if not kept.get("href"):
            raise Declined
        kept["href"] = _SLASHES.sub(r"\1", kept["href"])
        rel = kept.pop("rel", "alternate")
        kind = kept.setdefault("type", "application/atom+xml" if rel == "self" else "text/html")
        if rel == "enclosure":
            self._here.setdefault("enclosures", []).append(kept)
        elif rel == "alternate" and kind in _PAGES:
            self._here["link"] = kept["href"]
        return self._leaf()

    def _end_link(self) -> None:
        value = self._value(relative=True)
        if _REFERENCE.search(value):
            raise Declined
        self._here["link"] = value

    def take_id(self, key: str, given: Attributes) -> None:
        is_link = given.get("ispermalink", "true") == "true"
        self._leaf(lambda: self._end_id(is_link))

    def _end_id(self, is_link: bool) -> None:
        value = self._value(relative=is_link)
        self._put("id", value)
        if is_link:
            self._here.setdefault("link", value)

    def take_date(self, key: str, given: Attributes) -> None:
        self._leaf(lambda: self._put(_DATES[key], self._date()))

    def _date(self) -> str:
        value = self._value()
        # feedparser works dates out, and what its own readers raise at an odd one comes through.
        if len(value) > 100 or not value.isascii():
            raise Declined
        return value

    def take_summary(self, key: str, given: Attributes) -> None:
        if "summary" in self._here and not self._has_content:
            self.take_content(key, given)
        elif self._typed(given, xhtml=key == "summary"):
            self._markup(lambda: self._put("summary", self._value()))
        else:
            self._leaf(lambda: self._put("summary", self._value()))

    def take_content(self, key: str, given: Attributes) -> None:
        self._has_content = True
        if self._typed(given, xhtml=key != "content_encoded"):
            self._markup(self._end_content)
        else:
            self._leaf(self._end_content)

    def _end_content(self) -> None:
        value = self._value()
        self._here.setdefault("content", []).append({"value": value})
        self._here.setdefault("summary", value)

    def _typed(self, given: Attributes, *, xhtml: bool = False) -> bool:
        """Whether an element of text holds markup; declines a kind of text that is decoded further."""
        kind = given.get("type")
        if "mode" in given or not (kind is None or kind in _TEXTS or (xhtml and kind in _XHTML)):
            raise Declined
        if kind in _XHTML and self.version != "atom10":
            raise Declined
        return kind in _XHTML

    def _markup(self, finish: Finish) -> None:
        self._take, self._pieces, self._escapes = self._in_xhtml, [], True

        def end() -> None:
            self._escapes = False
            self._pieces = _without_frame(self._pieces or [])
            finish()

        self._finish = end

    def take_author(self, key: str, given: Attributes) -> None:
        listed = self._here.setdefault("authors", [])
        # Of a mail address feedparser makes a name of its own; so many that looking through them takes time are nobody's.
        if len(listed) > MANY or any("@" in author.get("name", "") for author in listed):
            raise Declined
        listed.append({})
        self._person = {}
        self._take, self._finish, self._pieces = self._in_person, self._end_author, []

    def _end_author(self) -> None:
        written, listed, person = self._value(), self._here["authors"], self._person
        self._put("author", written)
        if person:
            # A name in an element overwrites the first author whose name was written as text.
            if written or ("name" not in person and len(listed) > 1) or any("text" in author for author in listed):
                raise Declined
            name, email = person.get("name"), person.get("email")
            listed[-1].update(person)
            if name or email:
                self._here["author"] = f"{name} ({email})" if name and email else name or email
        elif written:
            if "@" in written and len(listed) > 1:
                raise Declined
            listed[-1].update(name=written, text="")

    def take_category(self, key: str, given: Attributes) -> None:
        scheme = given.get("scheme", _MEDIA_SCHEME if key == "media_category" else given.get("domain"))
        self._tag(given.get("term"), scheme, given.get("label"))
        self._leaf(self._end_category)

    def _end_category(self) -> None:
        value, tags = self._value(), self._here["tags"]
        if value and tags and not tags[-1]["term"]:
            tags[-1]["term"] = value
        elif value:
            self._tag(value, None, None)

    def _tag(self, term: str | None, scheme: str | None, label: str | None) -> None:
        tags = self._here.setdefault("tags", [])
        tag = {"term": term, "scheme": scheme, "label": label}
        if (term or scheme or label) and tag not in tags:
            tags.append(tag)

    def take_keywords(self, key: str, given: Attributes) -> None:
        if given:
            raise Declined
        self._leaf(self._end_keywords)

    def _end_keywords(self) -> None:
        for term in self._value().split(","):
            if term.strip():
                self._tag(term.strip(), None, None)

    def take_enclosure(self, key: str, given: Attributes) -> None:
        kept = _with_href(given)
        kept.pop("rel", None)
        self._here.setdefault("enclosures", []).append(kept)
        self._leaf()

    def take_media(self, key: str, given: Attributes) -> None:
        if key == "media_content":
            self._here.setdefault(key, []).append(dict(given))
        self._take = self._in_media

    def take_thumbnail(self, key: str, given: Attributes) -> None:
        kept = dict(given)
        self._here.setdefault(key, []).append(kept)
        self._leaf(lambda: kept.setdefault("url", self._value(relative=True)))

    def take_source(self, key: str, given: Attributes) -> None:
        self._title_depth = -1
        self._leaf(self._end_source)

    def _end_source(self) -> None:
        value = self._value()
        self._put("source", value)
        self._here["source"] = {"title": value} if value else {}


def _with_href(given: Attributes) -> dict[str, str]:
    """Attributes with one of the names of an address made `href`."""
    kept = dict(given)
    href = kept.get("url", kept.get("uri", kept.get("href")))
    if href:
        kept.pop("url", None)
        kept.pop("uri", None)
        kept["href"] = href
    return kept


def _without_frame(pieces: list[str]) -> list[str]:
    """The pieces of XHTML without the <div> that Atom puts around all of them."""
    while len(pieces) > 1 and not (pieces[-1].strip() and pieces[0].strip()):
        del pieces[0 if pieces[-1].strip() else -1]
    if not (pieces and (pieces[0] == "<div>" or pieces[0].startswith("<div ")) and pieces[-1] == "</div>"):
        return pieces
    depth = 0
    for piece in pieces[:-1]:
        if piece.startswith("</"):
            depth -= 1
            if depth == 0:
                return pieces
        elif piece.startswith("<") and not piece.endswith("/>"):
            depth += 1
    return pieces[1:-1]


def every(names: str, taker: Taker) -> dict[str, Taker]:
    """A table that takes all these elements in one way."""
    return dict.fromkeys(names.split(), taker)


_DATES: Final = {
    "pubdate": "published", "published": "published", "issued": "published", "dcterms_issued": "published",
    "updated": "updated", "modified": "updated", "lastbuilddate": "updated", "dc_date": "updated",
    "dcterms_modified": "updated", "created": "created", "dcterms_created": "created",
}  # fmt: skip
_NOTHING: Final[dict[str, Taker]] = {}
COMMON: Final[dict[str, Taker]] = {
    "title": Elements.take_title,
    "link": Elements.take_link,
    "contributor": Elements.take_contributor,
    **every("id guid", Elements.take_id),
    **every("author managingeditor dc_creator dc_author", Elements.take_author),
    **every("rights copyright dc_rights", Elements.take_markup),
    **every("generator webmaster dc_publisher dc_contributor media_rating", Elements.take_nothing),
    **dict.fromkeys(_DATES, Elements.take_date),
}
ENTRY: Final = {
    **COMMON,
    "enclosure": Elements.take_enclosure,
    "source": Elements.take_source,
    **every("comments img imglink feedburner_origlink media_caption", Elements.take_plain),
    **every("summary description dc_description", Elements.take_summary),
    **every("content content_encoded", Elements.take_content),
    **every("category keywords dc_subject media_category", Elements.take_category),
    "media_keywords": Elements.take_keywords,
    "media_title": Elements.take_title,
    "media_thumbnail": Elements.take_thumbnail,
    **every("media_content media_group", Elements.take_media),
    **every("media_credit media_restriction media_license media_player language dc_language", Elements.take_nothing),
}
