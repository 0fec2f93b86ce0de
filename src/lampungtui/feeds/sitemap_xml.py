"""The XML of sitemaps and of their indexes (sitemaps.org), by expat with entity declarations refused."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final
from xml.parsers import expat

from lampungtui.errors import ReadingError
from lampungtui.extract.charset import decode_xml

TEXT_LIMIT: Final = 5_000
"""Characters of a field after which no more of it is taken."""

DEPTH: Final = 8
"""Elements inside one another that are told apart: more than any extension nests."""


class SitemapXml:
    """Gathers the fields of each <url> or <sitemap>."""

    def __init__(self, item: str, *, fields: Collection[str], limit: int) -> None:
        """`item` is the element that holds one address; of the first `limit` of them these `fields` are read."""
        self.items: list[dict[str, str]] = []
        self.is_map = False
        self.is_index = False
        self._tag = item
        self._fields = fields
        self._limit = limit
        self._item: dict[str, str] | None = None
        self._field: str | None = None
        self._around: list[str] = []
        self._deeper = 0

    def read(self, document: bytes) -> bool:
        """Reads what there is; returns whether the XML broke off. Raises ReadingError where it declares entities."""
        # Decoded here, whatever the document says of itself: expat would try any codec of that name.
        parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        try:
            parser.Parse(decode_xml(document).markup.lstrip("\ufeff \t\r\n").encode("utf-8", "replace"), True)
        except expat.ExpatError:
            return True
        return False

    def _entity(self, *_: object) -> None:
        raise ReadingError("the sitemap declares entities, which none needs")

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        tag = name.rsplit(":", 1)[-1]
        self.is_map = self.is_map or tag in ("urlset", "sitemapindex")
        self.is_index = self.is_index or tag == "sitemapindex"
        if tag == self._tag:
            self._item = {} if len(self.items) < self._limit else None
            self._around, self._deeper = [], 0
        elif self._item is not None:
            # What a picture or film says of itself is not the article's, whatever prefix its namespace has here.
            pictured = "image" in self._around
            field = f"image:{tag}" if pictured else tag
            # What is said once holds: further pictures are not the article's.
            said = field not in self._fields or field in self._item or "video" in self._around
            self._field = None if said else field
            if len(self._around) < DEPTH:
                self._around.append(tag)
            else:
                self._deeper += 1

    def _end(self, name: str) -> None:
        if name.rsplit(":", 1)[-1] == self._tag and self._item is not None:
            self.items.append(self._item)
            self._item = None
        elif self._deeper:
            self._deeper -= 1
        elif self._around:
            self._around.pop()
        self._field = None

    def _text(self, text: str) -> None:
        if self._item is not None and self._field is not None:
            before = self._item.get(self._field, "")
            if len(before) < TEXT_LIMIT:
                self._item[self._field] = before + text
