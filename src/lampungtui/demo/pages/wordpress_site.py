"""Lampung Kini: the WordPress REST API with editors in a taxonomy of its own, and its article pages."""

from __future__ import annotations

import json
from datetime import UTC
from html import escape
from typing import Any
from urllib.parse import parse_qs

from lampungtui.demo.articles import DemoArticle, plain_lead, to_html
from lampungtui.demo.site import Answer, Site


class WordPressSite(Site):
    """Shaped as a WordPress newspaper with the JNews theme."""

    name = "Lampung Kini"

    def page(self, path: str, query: str) -> Answer | None:
        if path == "/wp-json/wp/v2/posts":
            wishes = parse_qs(query)
            count = min(100, int(wishes.get("per_page", ["10"])[0]))
            number = max(1, int(wishes.get("page", ["1"])[0]))
            posts = self.out()[(number - 1) * count : number * count]
            found = json.dumps([self._post(post) for post in posts], ensure_ascii=False)
            return Answer(found.encode(), "application/json; charset=UTF-8")
        article = self.find(path.strip("/").rsplit("/", 1)[-1])
        return self._article(article) if article is not None else None

    def _url(self, article: DemoArticle) -> str:
        return f"{self.origin}/{article.rubric.lower().replace(' ', '-')}/{article.slug}/"

    def _body(self, article: DemoArticle) -> str:
        body = to_html("\n\n".join(article.pages(self.start, edited=self.edited(article))), baca_juga="div")
        return body + "".join(f"<p>{escape(line)}</p>" for line in article.credit_lines(self.start))

    def _people(self, article: DemoArticle) -> list[str]:
        return [name for key in ("editor", "penulis") if (name := article.head.get(key))]

    def _post(self, article: DemoArticle) -> dict[str, Any]:
        at = article.published(self.start)
        terms = [
            [{"taxonomy": "category", "name": name} for name in dict.fromkeys((article.rubric, article.head.get("daerah")))
             if name],
            [{"taxonomy": "post_tag", "name": "lampung"}],
            [{"taxonomy": "penulis", "name": name} for name in self._people(article)],
        ]  # fmt: skip
        post: dict[str, Any] = {
            "id": 10_000 + sum(article.slug.encode()),
            "date": at.replace(tzinfo=None).isoformat(),
            "date_gmt": at.astimezone(UTC).replace(tzinfo=None).isoformat(),
            "slug": article.slug,
            "link": self._url(article),
            "guid": {"rendered": f"{self.origin}/?p={10_000 + sum(article.slug.encode())}-{article.slug}"},
            "title": {"rendered": escape(self.title(article), quote=False).replace("-", "&#8211;")
                      if " - " in article.title else escape(self.title(article), quote=False)},
            "content": {"rendered": self._body(article)},
            "excerpt": {"rendered": f"<p>{escape(plain_lead(article, 160), quote=False)} [&hellip;]</p>"},
            "_embedded": {"author": [{"name": "Redaksi"}], "wp:term": terms},
        }  # fmt: skip
        image, drawn = self.picture_url(article), article.picture
        if image is not None and drawn is not None:
            caption = {"rendered": f"<p>{escape(drawn[1])} {escape(drawn[2])}</p>"}
            post["_embedded"]["wp:featuredmedia"] = [{"source_url": image, "alt_text": drawn[0], "caption": caption}]
        return post

    def _article(self, article: DemoArticle) -> Answer:
        self.note_read(article)
        at = article.published(self.start)
        people = ", ".join(self._people(article))
        return Answer(
            f"""<!DOCTYPE html><html lang="id"><head><meta charset="UTF-8"><title>{escape(article.title)} - {self.name}</title>
<meta property="article:published_time" content="{at.isoformat()}">
<meta property="og:image" content="{self.picture_url(article) or ""}"></head><body>
<h1 class="jeg_post_title">{escape(self.title(article))}</h1>
<div class="jeg_meta_author">oleh <a href="#">{escape(people)}</a></div>
<div class="jeg_meta_date">{at.day:02}/{at.month:02}/{at.year % 100:02} - {at.hour:02}:{at.minute:02}</div>
<div class="content-inner">{self._body(article)}</div>
<div class="jeg_post_tags">Tags: lampung</div></body></html>""".encode()
        )
