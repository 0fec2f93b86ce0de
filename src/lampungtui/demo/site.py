"""What every outlet of the demo newsroom shares: its articles as they stand now, and answers to requests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from lampungtui.demo.articles import DemoArticle, load_articles
from lampungtui.demo.pictures import picture

EDIT_AFTER = timedelta(seconds=40)
"""How long after its page was first read the outlet corrects an article."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer before encoding and validators are added."""

    body: bytes
    content_type: str = "text/html; charset=UTF-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class Site:
    """One outlet: its articles, its clock, its address (known once it listens)."""

    outlet_id: str
    clock: Callable[[], datetime]
    start: datetime
    origin: str = ""
    patience_seconds: float = 0.0
    articles: tuple[DemoArticle, ...] = ()
    _read_at: dict[str, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.articles = load_articles(self.outlet_id)

    def out(self) -> list[DemoArticle]:
        """The articles that have appeared by now, the newest first."""
        now = self.clock()
        there = [article for article in self.articles if article.published(self.start) <= now]
        return sorted(there, key=lambda article: article.published(self.start), reverse=True)

    def find(self, slug: str) -> DemoArticle | None:
        """The article of a slug, if it has appeared."""
        return next((article for article in self.out() if article.slug == slug), None)

    def note_read(self, article: DemoArticle) -> None:
        """Notes that an article's page was read: the one with a correction is corrected soon after."""
        self._read_at.setdefault(article.slug, self.clock())

    def edited(self, article: DemoArticle) -> bool:
        """Whether an article's correction is out."""
        read_at = self._read_at.get(article.slug)
        return bool(article.head.get("suntingan")) and read_at is not None and self.clock() - read_at >= EDIT_AFTER

    def title(self, article: DemoArticle) -> str:
        """An article's title as it stands now."""
        return article.edited_title() if self.edited(article) else article.title

    def answer(self, path: str, query: str) -> Answer | None:
        """The answer to a GET, or None for an address that there is not."""
        if path.startswith("/gambar/") and path.endswith(".png"):
            drawn = picture(path.removeprefix("/gambar/").removesuffix(".png"))
            return Answer(drawn, "image/png") if drawn is not None else None
        return self.page(path, query)

    def page(self, path: str, query: str) -> Answer | None:
        """The outlet's own pages and feeds."""
        raise NotImplementedError

    def picture_url(self, article: DemoArticle) -> str | None:
        """Where an article's lead picture is."""
        drawn = article.picture
        return f"{self.origin}/gambar/{drawn[0]}.png" if drawn is not None else None
