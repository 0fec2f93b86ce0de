"""An article as lines of words, one paragraph a line: who, when, the text, and its links by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lampungtui.foreign import ADDRESS_LIMIT, Address, clean_code, clean_line, clean_run
from lampungtui.language import counted, say
from lampungtui.model import (
    Article,
    Block,
    Blocks,
    Code,
    Embed,
    Heading,
    Image,
    Listing,
    Paragraph,
    Quote,
    Role,
    Spans,
    Table,
    spans_text,
)
from lampungtui.telling.articles import reading_minutes, role_word
from lampungtui.telling.moments import full_date, full_dated
from lampungtui.telling.views import category_names


def article_lines(article: Article) -> list[str]:
    """The whole article. Outside text is cleaned here once more; no line holds a control character."""
    return list(_Reading(article).lines())


class _Reading:
    """One article while it is told; collects its links."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._links: list[Address] = []

    def lines(self) -> Iterator[str]:
        article, headline = self._article, self._article.headline
        yield clean_line(headline.title)
        yield from self._facts()
        yield ""
        if article.image is not None and not any(isinstance(block, Image) for block in article.blocks):
            yield self._image(article.image)
            yield ""
        for block in article.blocks:
            yield from self._block(block)
            yield ""
        if not article.whole:
            yield say("This is the feed's summary, not the whole article.")
        else:
            yield say("End of the article.")
        yield from self._foot()

    def _facts(self) -> Iterator[str]:
        article, headline = self._article, self._article.headline
        yield say("Outlet: {name}").format(name=clean_line(headline.outlet_name))
        if rubric := ", ".join(category_names(headline.category)):
            yield say("Category: {name}").format(name=rubric)
        if article.dateline is not None and article.dateline.place:
            yield say("Place: {name}").format(name=clean_line(article.dateline.place))
        yield say("Published: {date}").format(date=full_dated(headline.published))
        if article.updated is not None and headline.published is not None and article.updated > headline.published.at:
            yield say("Updated {date}").format(date=full_date(article.updated))
        names: dict[Role, list[str]] = {}
        for credit in article.credits:
            names.setdefault(credit.role, []).append(clean_line(credit.name))
        yield from (f"{role_word(role)}: {', '.join(each)}" for role, each in names.items())
        if article.whole:
            yield counted("{n} minute read", "{n} minutes read", reading_minutes(article.blocks))
        if headline.saved:
            yield say("Saved")

    def _foot(self) -> Iterator[str]:
        if self._links:
            yield ""
            yield say("Links")
            yield from (
                f"[{number}] {clean_line(address, ADDRESS_LIMIT)}" for number, address in enumerate(self._links, 1)
            )
        if self._article.url is not None:
            yield say("Source: {address}").format(address=clean_line(self._article.url, ADDRESS_LIMIT))
        if self._article.comments_url is not None:
            yield say("Comments: {address}").format(address=clean_line(self._article.comments_url, ADDRESS_LIMIT))

    # ------------------------------------------------------------------ the text

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(spans):
                yield self._run(spans)
            case Heading(_, spans):
                yield say("Heading: {words}").format(words=self._run(spans))
            case Listing():
                yield from self._listing(block)
            case Quote(blocks):
                yield say("Quotation:")
                yield from self._inside(blocks)
                yield say("End of the quotation.")
            case Table():
                yield from self._table(block)
            case Image():
                yield self._image(block)
            case Code(text):
                yield from clean_code(text).splitlines()
            case Embed(url, name):
                yield say("Embedded: {name} {link}").format(name=clean_line(name), link=self._number(url))

    def _inside(self, blocks: Blocks) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _listing(self, listing: Listing) -> Iterator[str]:
        for number, item in enumerate(listing.items, listing.start):
            mark = f"{number}." if listing.ordered else "-"
            words = list(self._inside(item)) or [""]
            yield f"{mark} {words[0]}"
            yield from words[1:]

    def _table(self, table: Table) -> Iterator[str]:
        """A row a line, each cell with the head of its column: it is heard without being seen."""
        if table.caption:
            yield say("Table: {words}").format(words=clean_line(table.caption))
        heads = [self._run(cell) for cell in table.header]
        for row in table.rows:
            cells = [self._run(cell) for cell in row]
            named = [f"{head}: {cell}" if head else cell for head, cell in _paired(heads, cells)]
            yield "; ".join(named)

    def _image(self, image: Image) -> str:
        words = image.caption or image.alt or say("without words")
        credit = f" ({clean_line(image.credit)})" if image.credit else ""
        return say("Picture: {words} {link}").format(words=clean_line(words) + credit, link=self._number(image.url))

    def _run(self, spans: Spans) -> str:
        """A paragraph's words; a link's number stands behind its last word."""
        pieces: list[str] = []
        for place, span in enumerate(spans):
            pieces.append(clean_run(span.text))
            ends = place + 1 == len(spans) or spans[place + 1].link != span.link
            if span.link is not None and ends:
                pieces.append(f" {self._number(span.link)}")
        return clean_line("".join(pieces), limit=1_000_000) if pieces else clean_line(spans_text(spans))

    def _number(self, address: Address) -> str:
        if address not in self._links:
            self._links.append(address)
        return f"[{self._links.index(address) + 1}]"


def _paired(heads: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    for place, cell in enumerate(cells):
        yield (heads[place] if place < len(heads) else ""), cell
