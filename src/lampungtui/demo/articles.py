"""The articles of the demo newsroom: text files written for it, dated relative to its start.

A file has a head of `key: value` lines, a line `---`, and a body: paragraphs, `## headings`, `> quotes`, `- lists`,
`| tables |`, `===` between the pages of a long article. Days in a body, `Rabu (18/11/2026)`, and the year of a copyright
line stand as seen from the day they were written on; they are told as seen from the newsroom's start.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from lampungtui.errors import LampungtuiError

FOLDER: Final = Path(__file__).parent / "articles"
WIB: Final = timezone(timedelta(hours=7), "WIB")
_AGE: Final = re.compile(r"(\d{1,4})\s*(m|j|h|mg)$")
_UNITS: Final = {
    "m": timedelta(minutes=1),
    "j": timedelta(hours=1),
    "h": timedelta(days=1),
    "mg": timedelta(weeks=1),
}
WRITTEN_ON: Final = date(2026, 11, 24)
_WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_DAY: Final = re.compile(rf"(?:{'|'.join(_WEEKDAYS)}) \((\d{{1,2}})/(\d{{1,2}})/(\d{{4}})\)")
_LINK: Final = re.compile(r"\[([^\]\n]{1,120})\]\(([^)\s]{1,300})\)")
_STRONG: Final = re.compile(r"\*\*([^*\n]{1,200})\*\*")
_EMPHASIS: Final = re.compile(r"(?<!\*)\*([^*\n]{1,200})\*(?!\*)")


class BrokenArticle(LampungtuiError):
    """A file of the demo newsroom that cannot be read: a mistake in the program's own data."""


@dataclass(frozen=True, slots=True)
class DemoArticle:
    """One article. `age` counts back from the newsroom's start; `later` is when it first appears after it."""

    slug: str
    head: Mapping[str, str]
    body: str
    age: timedelta
    later: timedelta

    @property
    def title(self) -> str:
        return self.head["judul"]

    @property
    def rubric(self) -> str:
        return self.head.get("rubrik", "")

    @property
    def views(self) -> int:
        return int(self.head.get("dilihat", "0") or 0)

    def credit_lines(self, start: datetime) -> list[str]:
        """The credits as they stand at the end of the text, a line each."""
        told = self.head.get("kredit", "").replace(str(WRITTEN_ON.year), str(start.astimezone(WIB).year))
        return [line.strip() for line in told.split("//") if line.strip()]

    @property
    def picture(self) -> tuple[str, str, str] | None:
        """The lead picture's name, caption and credit."""
        if not self.head.get("gambar"):
            return None
        name, caption, credit = [part.strip() for part in (self.head["gambar"] + "||").split("|")][:3]
        return name, caption, credit

    def published(self, start: datetime) -> datetime:
        """When it appears, in WIB."""
        at = start + self.later if self.later else start - self.age
        return at.astimezone(WIB).replace(microsecond=0)

    def pages(self, start: datetime, *, edited: bool = False) -> list[str]:
        """The body's pages in the file's own marks, the dateline before the first paragraph."""
        body = self.body
        if edited and self.head.get("suntingan"):
            _, _, rest = body.partition("\n\n")
            body = f"{self.head['suntingan']}\n\n{rest}"
        body = _told_from(body, start)
        dateline = self.head.get("dateline", "").strip()
        if dateline:
            glue = "" if dateline.endswith(("--", "–", "—")) and not dateline.endswith(" --") else " "
            body = f"{dateline}{glue}{body}"
        return [page.strip() for page in re.split(r"^===$", body, flags=re.MULTILINE) if page.strip()]

    def edited_title(self) -> str:
        """The title after the correction."""
        return self.head.get("judul-suntingan") or self.title


def load_articles(outlet_id: str) -> tuple[DemoArticle, ...]:
    """An outlet's articles, the newest first. Raises BrokenArticle."""
    found = [read_article(path) for path in sorted((FOLDER / outlet_id).glob("*.txt"))]
    return tuple(sorted(found, key=lambda article: (article.age, article.slug)))


def read_article(path: Path) -> DemoArticle:
    """One file. Raises BrokenArticle with its name."""
    head_text, mark, body = path.read_text(encoding="utf-8").partition("\n---\n")
    if not mark:
        raise BrokenArticle(f"{path.name}: no line '---' between head and body")
    head = dict(_head(head_text, path))
    age = _AGE.match(head.get("umur", "0m").strip())
    if age is None or "judul" not in head:
        raise BrokenArticle(f"{path.name}: 'judul' or 'umur' is missing or malformed")
    later = head.get("tayang-nanti", "0").strip()
    return DemoArticle(
        slug=path.stem,
        head=head,
        body=body.strip(),
        age=_UNITS[age[2]] * int(age[1]),
        later=timedelta(seconds=int(later)) if later.isdigit() else timedelta(0),
    )


def _told_from(body: str, start: datetime) -> str:
    """The body with its days as far from the newsroom's start as they were from the day of writing."""
    shift = start.astimezone(WIB).date() - WRITTEN_ON

    def told(day: re.Match[str]) -> str:
        moved = date(int(day[3]), int(day[2]), int(day[1])) + shift
        return f"{_WEEKDAYS[moved.weekday()]} ({moved.day}/{moved.month}/{moved.year})"

    return _DAY.sub(told, body)


def _head(text: str, path: Path) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise BrokenArticle(f"{path.name}: '{line[:40]}' is no 'key: value'")
        yield key.strip(), value.strip()


def to_html(body: str, *, baca_juga: str = "p") -> str:
    """A page of a body as HTML; `Baca juga:` lines are set as the outlet sets them."""
    parts = [_block(block.strip(), baca_juga) for block in re.split(r"\n\s*\n", body) if block.strip()]
    return "\n".join(parts)


def _block(block: str, baca_juga: str) -> str:
    lines = block.splitlines()
    if block.startswith("## "):
        return f"<h2>{_inline(block[3:])}</h2>"
    if all(line.startswith(">") for line in lines):
        return f"<blockquote><p>{_inline(' '.join(line.lstrip('> ') for line in lines))}</p></blockquote>"
    if all(line.startswith("- ") for line in lines):
        return "<ul>" + "".join(f"<li>{_inline(line[2:])}</li>" for line in lines) + "</ul>"
    if all(re.match(r"\d+\. ", line) for line in lines):
        return "<ol>" + "".join(f"<li>{_inline(line.split('. ', 1)[1])}</li>" for line in lines) + "</ol>"
    if all(line.startswith("|") for line in lines):
        return _table(lines)
    text = _inline(" ".join(lines))
    if block.lower().startswith("baca juga"):
        return f'<{baca_juga} class="baca"><strong>{text}</strong></{baca_juga}>'
    return f"<p>{text}</p>"


def _table(lines: list[str]) -> str:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    ruled = len(rows) > 1 and all(re.fullmatch(r":?-{2,}:?", cell) for cell in rows[1])
    head = f"<tr>{''.join(f'<th>{_inline(cell)}</th>' for cell in rows[0])}</tr>" if ruled else ""
    body = rows[2:] if ruled else rows
    return (
        "<table>"
        + head
        + "".join(f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>" for row in body)
        + "</table>"
    )


def _inline(text: str) -> str:
    escaped = html.escape(text, quote=False)
    escaped = _LINK.sub(lambda m: f'<a href="{html.escape(m[2])}">{m[1]}</a>', escaped)
    return _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", escaped))


def plain_lead(article: DemoArticle, length: int) -> str:
    """The first words of an article, without its marks."""
    first = article.body.split("\n\n", 1)[0].replace("\n", " ")
    text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\1", _LINK.sub(r"\1", first)))
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0]
