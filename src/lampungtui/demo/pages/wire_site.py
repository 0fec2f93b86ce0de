"""Warta Way Kambas: RSS 2.0 with a picture and a lead in each item; credits and copyright at the foot of the page."""

from __future__ import annotations

from email.utils import format_datetime
from html import escape

from lampungtui.demo.articles import DemoArticle, plain_lead, to_html
from lampungtui.demo.site import Answer, Site


class WireSite(Site):
    """Shaped as a news agency's bureau."""

    name = "Warta Way Kambas"

    def page(self, path: str, query: str) -> Answer | None:
        if path == "/rss/terkini.xml":
            return self._feed()
        if path.startswith("/berita/"):
            article = self.find(path.rsplit("/", 1)[-1])
            return self._article(article) if article is not None else None
        return None

    def _url(self, article: DemoArticle) -> str:
        return f"{self.origin}/berita/{900_000 + sum(article.slug.encode())}/{article.slug}"

    def _feed(self) -> Answer:
        items = "\n".join(self._item(article) for article in self.out())
        return Answer(
            f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>{self.name} - Berita Terkini</title><link>{self.origin}/</link>
<description>Berita terkini</description><language>id</language><ttl>1</ttl>
{items}
</channel></rss>""".encode(),
            "application/rss+xml; charset=UTF-8",
        )

    def _item(self, article: DemoArticle) -> str:
        image = self.picture_url(article)
        picture = f'<img src="{image}" align="left" border="0">' if image else ""
        return f"""<item><title>{escape(self.title(article), quote=False)}</title><link>{self._url(article)}</link>
<pubDate>{format_datetime(article.published(self.start))}</pubDate>
<description><![CDATA[{picture}{escape(plain_lead(article, 180), quote=False)} ...]]></description>
<category>{escape(article.rubric, quote=False)}</category>
<guid isPermaLink="false">wwk-{article.slug}</guid></item>"""

    def _article(self, article: DemoArticle) -> Answer:
        self.note_read(article)
        drawn = article.picture
        figure = ""
        if drawn is not None:
            figure = (
                f'<figure><img src="{self.picture_url(article)}" alt="{escape(drawn[0])}">'
                f"<figcaption>{escape(drawn[1])} {escape(drawn[2])}</figcaption></figure>"
            )
        at = article.published(self.start)
        body = to_html("\n\n".join(article.pages(self.start, edited=self.edited(article))))
        foot = "<br>".join(escape(line) for line in article.credit_lines(self.start))
        return Answer(
            f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(article.title)} - {self.name}</title>
<meta property="og:title" content="{escape(self.title(article))}"></head><body>
<nav><a href="/">Beranda</a> <a href="/terkini">Terkini</a></nav>
<h1 class="post-title">{escape(self.title(article))}</h1>
<time itemprop="datePublished" datetime="{at.isoformat()}">{at.day} {at.year}</time>
{figure}<div class="post-content">{body}<p>{foot}</p>
<p class="track-baca">Baca juga: {escape(self.out()[0].title)}</p></div>
<div class="tags">Tags: lampung</div><footer>{self.name}</footer></body></html>""".encode()
        )
