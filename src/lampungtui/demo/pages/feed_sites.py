"""Nusantara Pagi (Atom with whole articles), Sekura (JSON Feed), Radio Krakatau (RSS, slow), Gardu Pagi (failing)."""

from __future__ import annotations

import json
from email.utils import format_datetime
from html import escape
from urllib.parse import parse_qs

from lampungtui.demo.articles import DemoArticle, to_html
from lampungtui.demo.site import Answer, Site


class AtomSite(Site):
    """National news as Atom 1.0 (RFC 4287), the whole article in each entry."""

    name = "Nusantara Pagi"

    def page(self, path: str, query: str) -> Answer | None:
        if path == "/articles.atom":
            entries = "\n".join(self._entry(article) for article in self.out())
            updated = self.out()[0].published(self.start).isoformat() if self.out() else self.start.isoformat()
            return Answer(
                f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><title>{self.name}</title><id>tag:nusantarapagi.example,2026:feed</id>
<link href="{self.origin}/"/><updated>{updated}</updated>
{entries}
</feed>""".encode(),
                "application/atom+xml; charset=utf-8",
            )
        article = self.find(path.removeprefix("/baca/"))
        return self._article(article) if article is not None else None

    def _body(self, article: DemoArticle) -> str:
        body = to_html("\n\n".join(article.pages(self.start)))
        return body + "".join(f"<p>{escape(line)}</p>" for line in article.credit_lines(self.start))

    def _entry(self, article: DemoArticle) -> str:
        at = article.published(self.start).isoformat()
        image, drawn = self.picture_url(article), article.picture
        figure = ""
        if image is not None and drawn is not None:
            figure = (
                f'<figure><img src="{image}"><figcaption>{escape(drawn[1])} {escape(drawn[2])}</figcaption></figure>'
            )
        return f"""<entry><id>tag:nusantarapagi.example,2026:{article.slug}</id><title>{escape(article.title, quote=False)}</title>
<link href="{self.origin}/baca/{article.slug}"/><published>{at}</published><updated>{at}</updated>
<category term="{escape(article.rubric)}"/>
<content type="html">{escape(figure + self._body(article))}</content></entry>"""

    def _article(self, article: DemoArticle) -> Answer:
        self.note_read(article)
        at = article.published(self.start)
        return Answer(
            f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(article.title)} | {self.name}</title>
<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": article.title,
            "datePublished": at.isoformat(), "author": {"@type": "Organization", "name": self.name}})}</script></head>
<body><article><h1>{escape(article.title)}</h1><div itemprop="articleBody">{self._body(article)}</div></article></body></html>"""
            .encode()
        )  # fmt: skip


class JsonFeedSite(Site):
    """Culture and travel as JSON Feed 1.1."""

    name = "Sekura"

    def page(self, path: str, query: str) -> Answer | None:
        if path == "/feed.json":
            feed = {
                "version": "https://jsonfeed.org/version/1.1",
                "title": self.name,
                "home_page_url": f"{self.origin}/",
                "feed_url": f"{self.origin}/feed.json",
                "language": "id",
                "items": [self._item(article) for article in self.out()],
            }
            return Answer(json.dumps(feed, ensure_ascii=False).encode(), "application/feed+json; charset=utf-8")
        article = self.find(path.removeprefix("/cerita/"))
        return self._article(article) if article is not None else None

    def _body(self, article: DemoArticle) -> str:
        body = to_html("\n\n".join(article.pages(self.start)))
        return body + "".join(f"<p>{escape(line)}</p>" for line in article.credit_lines(self.start))

    def _item(self, article: DemoArticle) -> dict[str, object]:
        item: dict[str, object] = {
            "id": f"sekura:{article.slug}",
            "url": f"{self.origin}/cerita/{article.slug}",
            "title": article.title,
            "content_html": self._body(article),
            "date_published": article.published(self.start).isoformat(),
            "tags": [article.rubric],
        }
        image = self.picture_url(article)
        if image is not None:
            item["image"] = image
        return item

    def _article(self, article: DemoArticle) -> Answer:
        self.note_read(article)
        return Answer(
            f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(article.title)}</title></head>
<body><main><h1>{escape(article.title)}</h1><div class="entry-content">{self._body(article)}</div></main></body></html>""".encode()
        )


class RadioSite(Site):
    """A radio's site: RSS with nothing but titles, writer and editor over the text, long articles over pages."""

    name = "Radio Krakatau"

    def page(self, path: str, query: str) -> Answer | None:
        if path == "/rss":
            items = "\n".join(self._item(article) for article in self.out())
            return Answer(
                f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>{self.name}</title><link>{self.origin}/</link><description/>
{items}
</channel></rss>""".encode(),
                "text/xml; charset=UTF-8",
            )
        article = self.find(path.rsplit("/", 1)[-1])
        if article is None or not path.startswith("/lokal/"):
            return None
        number = parse_qs(query).get("page", ["1"])[0]
        return self._article(article, int(number) if number.isdigit() else 1)

    def _url(self, article: DemoArticle) -> str:
        return f"{self.origin}/lokal/{article.slug}"

    def _item(self, article: DemoArticle) -> str:
        image = self.picture_url(article)
        enclosure = f'<enclosure url="{image}" type="image/png" length="0"/>' if image else ""
        return f"""<item><title><![CDATA[{article.title}]]></title><link>{self._url(article)}</link>
<guid>{self._url(article)}</guid><pubDate>{format_datetime(article.published(self.start))}</pubDate>
<category>{escape(article.rubric, quote=False)}</category>{enclosure}<description></description></item>"""

    def _article(self, article: DemoArticle, number: int) -> Answer | None:
        pages = article.pages(self.start)
        if not 1 <= number <= len(pages):
            return None
        self.note_read(article)
        head = " | ".join(
            f"{word}: {article.head[key]}" for key, word in (("penulis", "Penulis"), ("editor", "Editor"))
            if article.head.get(key)
        )  # fmt: skip
        report = f"<p>{escape(article.head['laporan'])}</p>" if number == 1 and article.head.get("laporan") else ""
        last = number == len(pages)
        end = "".join(f"<p>{escape(line)}</p>" for line in article.credit_lines(self.start)) if last else ""
        following = "" if last else f'<p><a href="{self._url(article)}?page={number + 1}">Halaman Selanjutnya</a></p>'
        at = article.published(self.start)
        return Answer(
            f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(article.title)} - {self.name}</title>
<meta property="og:image" content="{self.picture_url(article) or ""}"></head><body>
<h1 id="arttitle">{escape(article.title)}</h1><time datetime="{at.isoformat()}">Tayang</time>
<div class="credit">{escape(head)}</div>
<div class="side-article txt-article">{report}{to_html(pages[number - 1])}{end}{following}</div>
</body></html>""".encode()
        )


class FailingSite(Site):
    """An outlet whose server is overloaded: 503 with a web page and a Retry-After."""

    name = "Gardu Pagi"

    def page(self, path: str, query: str) -> Answer | None:
        page = b"<!DOCTYPE html><html><body><h1>Sedang perbaikan</h1></body></html>"
        return Answer(page, status=503, headers=(("Retry-After", "900"),))
