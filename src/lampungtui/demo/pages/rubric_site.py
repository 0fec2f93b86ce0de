"""Kabarsiger.id: rubric pages instead of a feed, article pages without any mark of their parts, side lists on both."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote, unquote

from lampungtui.demo.articles import DemoArticle, plain_lead, to_html
from lampungtui.demo.site import Answer, Site

PER_PAGE = 10
RUBRICS = ("Lampung Raya", "Ekbis", "Politik", "Olahraga", "Nasional", "Sosok", "Kesehatan", "KOPI PAHIT")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
OWN_PAGES = frozenset({*RUBRICS[1:], "Jalan Jalan", "Produk Halal", "Otomotif", "Pendidikan", "Advetorial"})
"""Rubrics that are not listed under Lampung Raya too."""

PARTNERS = ("Universitas Siger", "Pemkab Way Lunik", "Bank Tapis", "RSUD Sekala")


class RubricSite(Site):
    """Shaped as Lampungpro is."""

    def page(self, path: str, query: str) -> Answer | None:
        rubric = re.fullmatch(r"/kategori/news/([^/]+)/?(?:(\d+)/?)?", path)
        if rubric is not None:
            return self._rubric(unquote(rubric[1]), int(rubric[2] or 0))
        if path.startswith("/news/"):
            article = self.find(path.removeprefix("/news/"))
            return self._article(article) if article is not None else None
        return self._rubric("Lampung Raya", 0) if path == "/" else None

    def _in(self, rubric: str) -> list[DemoArticle]:
        wanted = rubric.casefold()
        if wanted == "lampung raya":
            return [article for article in self.out() if article.rubric not in OWN_PAGES]
        return [article for article in self.out() if article.rubric.casefold() == wanted]

    def _rubric(self, rubric: str, offset: int) -> Answer:
        listed = self._in(rubric)
        shown = listed[offset : offset + PER_PAGE]
        cards = "\n".join(self._card(article) for article in shown)
        following = ""
        if len(listed) > offset + PER_PAGE:
            address = f"{self.origin}/kategori/news/{quote(rubric)}/{offset + PER_PAGE}"
            following = f'<div class="flex"><a href="{address}"><i class="ti ti-caret-right"></i></a></div>'
        main = f"""<div class="flex flex-col gap-3">
<h4 class="uppercase border-b-4 w-fit font-bold">{escape(rubric)}</h4>
{cards}</div>{following}"""
        return Answer(self._frame(f"{rubric} - Kabarsiger.id", main).encode())

    def _card(self, article: DemoArticle) -> str:
        title = escape(self.title(article))
        image = self.picture_url(article)
        return f"""<div class="flex justify-between h-content w-full bg-white rounded-lg">
<div class="flex flex-col justify-between m-2 w-full">
<a aria-label="buka berita {title}" media="all" href="{self._url(article)}" class="font-normal">{title}</a>
<div class="flex justify-between">
<p class="text-xs font-light"><i class="ti ti-calendar-event"></i> {self._day(article)}</p>
<p class="text-xs font-light"><i class="ti ti-eye"></i> {article.views}</p></div></div>
{f'<img class="rounded-lg" src="{image}" />' if image else ""}</div>"""

    def _article(self, article: DemoArticle) -> Answer:
        edited = self.edited(article)
        self.note_read(article)
        title = escape(self.title(article))
        drawn = article.picture
        picture = ""
        if drawn is not None:
            caption = escape(f"{drawn[1]} | {drawn[2].removeprefix('Foto: ').removeprefix('Dok. ')}")
            picture = (
                f'<div class="py-2"><img class="rounded-lg w-full" src="{self.picture_url(article)}" />'
                f'<p class="text-xs font-light">{caption}</p></div>'
            )
        body = to_html("\n\n".join(article.pages(self.start, edited=edited)))
        end = escape(article.head.get("tutup", ""))
        if end and body.endswith("</p>"):
            body = f"{body.removesuffix('</p>')} {end}</p>"
        credits = "".join(f"<p>{escape(line)}</p>" for line in article.credit_lines(self.start))
        main = f"""<h1 class="font-bold text-2xl">{title}</h1>
<div class="flex justify-between py-2">
<p class="uppercase text-xs text-white w-fit px-2 rounded-full">{escape(article.rubric)}</p>
<p class="text-xs font-light"><i class="ti ti-calendar-event"></i> {self._long_day(article)}</p>
<p class="text-xs font-light"><i class="ti ti-eye"></i> {article.views}</p></div>
{picture}
<div id="description">{body}{credits}</div>
<div class="mt-5"><h4 class="font-bold">Berikan Komentar</h4>
<form><textarea name="komentar"></textarea><button type="submit">Kirim</button></form></div>"""
        return Answer(self._frame(title, main).encode())

    def _frame(self, title: str, main: str) -> str:
        return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8"><meta name="title" content="Kabarsiger.id"><title>{escape(title)}</title>
<style>#description p {{ margin-bottom: 1rem }}</style></head>
<body class="bg-gray-100"><div class="lg:px-20">
<form action="{self.origin}/cari" method="GET"><input type="text" name="title" placeholder="Cari..."></form>
<marquee>{"".join(f'<a href="{self._url(article)}">{escape(self.title(article))}</a> ' for article in self.out()[:3])}</marquee>
<div class="flex"><div class="w-full p-3">{main}</div>
<div class="w-0 md:block">{self._column()}{self._popular()}{self._highlights()}</div></div>
{self._links("Mitra", PARTNERS)}{self._links("Network", ("Jaringan Siger",))}
<p class="text-center">Copyright &copy;2026 kabarsiger. All rights reserved</p></div></body></html>"""

    def _column(self) -> str:
        columns = [article for article in self.out() if article.head.get("kopi-pahit") == "ya"][:1]
        cards = "".join(
            f"""<div class="flex flex-row items-center gap-3"><img class="rounded-full" src="{self.origin}/gambar/kopi.png" />
<div class="flex flex-col gap-3"><div class="flex flex-col justify-between">
<a aria-label="Lihat Berita {escape(article.title)}" href="{self._url(article)}" class="font-medium">{_cut(article.title, 45)}</a>
<p class="text-xs font-normal">{escape(plain_lead(article, 60))}...</p></div>
<div class="flex justify-between"><p class="text-xs font-thin"><i class="ti ti-eye"></i> {article.views}</p></div></div></div>"""
            for article in columns
        )
        return f"""<div class="flex flex-col gap-3"><div class="sticky">
<h4 class="uppercase font-bold">Kopi Pahit</h4><a href="{self.origin}/kategori/news/KOPI PAHIT">Artikel Lainnya</a></div>
{cards}</div>"""

    def _popular(self) -> str:
        ranked = [article for article in self.out() if article.head.get("populer")]
        ranked.sort(key=lambda article: int(article.head["populer"]))
        cards = "".join(
            f"""<div class="flex flex-row gap-3 p-2"><div class="flex flex-col justify-between w-full">
<a media="all" href="{self._url(article)}" class="font-normal">{_cut(article.title, 80)}</a>
<div class="flex justify-between"><p class="uppercase rounded-full">{escape(article.rubric)}</p>
<div class="flex"><p class="text-xs font-light"><i class="ti ti-eye"></i> {article.views}</p>
<p class="hidden lg:block"><i class="ti ti-calendar-event"></i> {self._day(article)}</p></div></div></div></div>"""
            for article in ranked
        )
        return (
            f'<div class="flex flex-col"><div class="uppercase border-b-4 w-fit"><h4>Terpopuler</h4></div>{cards}</div>'
        )

    def _highlights(self) -> str:
        chosen = [article for article in self.out() if article.head.get("sorotan") == "ya"]
        cards = "".join(
            f"""<div class="flex justify-between"><div class="flex flex-col justify-between m-2 w-full">
<a media="all" href="{self._url(article)}" class="font-normal">{escape(article.title)}</a>
<div class="flex"><p class="uppercase rounded-full">{escape(article.rubric)}</p>
<p class="text-xs font-light"><i class="ti ti-calendar-event"></i> {self._day(article)}</p></div></div></div>"""
            for article in chosen
        )
        return f'<div class="flex flex-col"><div class="uppercase border-b-4 w-fit"><h4>Sorotan</h4></div>{cards}</div>'

    def _links(self, word: str, names: tuple[str, ...]) -> str:
        links = "".join(f'<a aria-label="{word}" href="{self.origin}/"><p>{escape(name)}</p></a>' for name in names)
        return f'<ul class="list-group"><li><div class="uppercase">{word}</div></li><li>{links}</li></ul>'

    def _url(self, article: DemoArticle) -> str:
        return f"{self.origin}/news/{article.slug}"

    def _day(self, article: DemoArticle) -> str:
        at = article.published(self.start)
        return f"{at.day:02}-{MONTHS[at.month - 1]}-{at.year}"

    def _long_day(self, article: DemoArticle) -> str:
        from lampungtui.press.dates import DAYS_ID, MONTHS_ID

        at = article.published(self.start)
        day = f"{DAYS_ID[at.weekday()]}, {at.day:02} {MONTHS_ID[at.month - 1]} {at.year}"
        return f"{day} {at.hour:02}:{at.minute:02} WIB"


def _cut(title: str, length: int) -> str:
    return escape(title) if len(title) <= length else escape(title[:length].rsplit(" ", 1)[0]) + "..."
