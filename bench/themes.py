"""Pages whose article is known: articles of the demo newsroom in the shapes that Indonesian outlets' pages have.

The shapes (bench/theme_pages.py) are written after the markup of common themes and large outlets; all words are ours. A
story is one demo article, or several on end: real articles run from three sentences to three screens.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Final

from bench.scoring import Case

from lampungtui.demo.articles import FOLDER, DemoArticle, load_articles, plain_lead, to_html
from lampungtui.press.furniture import is_furniture

START: Final = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
SIZES: Final = (1, 1, 2, 3, 4, 6)
"""How many demo articles make the stories of a theme."""

_MARKS: Final = re.compile(r"\[([^\]\n]{1,120})\]\([^)\s]{1,300}\)|\*\*([^*\n]+)\*\*|(?<!\*)\*([^*\n]+)\*(?!\*)")


@dataclass(frozen=True, slots=True)
class Story:
    """What a theme shows: its article block by block in the demo's marks, and others for the lists around it."""

    title: str
    slug: str
    blocks: tuple[str, ...]
    dateline: str
    credits: tuple[str, ...]
    editor: str
    caption: str
    photo_credit: str
    rubric: str
    others: tuple[tuple[str, str], ...]
    chance: random.Random

    def html(self, first: int = 0, last: int | None = None) -> list[str]:
        """Its blocks as HTML, the dateline before the first."""
        blocks = list(self.blocks)
        blocks[0] = f"{self.dateline} {blocks[0]}".strip()
        return [to_html(block) for block in blocks[first:last]]

    def other(self, at: int) -> tuple[str, str]:
        """Title and lead of another article."""
        return self.others[at % len(self.others)]


def demo_cases() -> list[Case]:
    """Each theme with stories of several sizes; those that were not looked at are the held-out half."""
    from bench.more_theme_pages import THEMES
    from bench.unseen_theme_pages import UNSEEN

    articles = [article for outlet in sorted(FOLDER.iterdir()) for article in load_articles(outlet.name)]
    cases = []
    for half, themes in (("development", THEMES), ("held-out", UNSEEN)):
        for number, (name, theme) in enumerate(themes.items()):
            cases.extend(_cases(name, theme, random.Random(f"{name}-{number}"), articles, half))
    return cases


def _cases(
    name: str, theme: Callable[[Story], str], chance: random.Random, articles: Sequence[DemoArticle], half: str
) -> Iterator[Case]:
    for size in SIZES:
        told = chance.sample(list(articles), size + 12)
        story = _story(told[:size], told[size:], chance)
        text = "\n".join(line for block in story.blocks for line in _lines(block))
        beside = (story.title, story.dateline, *story.credits, story.editor, story.caption, story.photo_credit)
        url = f"https://kabar.example/{story.rubric}/{story.slug}"
        page_name = f"{name}/{size}/{story.slug}"
        yield Case(page_name, theme(story).encode(), url, text=text, beside=beside, half=half)


def _story(told: Sequence[DemoArticle], others: Sequence[DemoArticle], chance: random.Random) -> Story:
    first = told[0]
    blocks = [block.strip() for each in told for block in re.split(r"\n\s*\n|^===$", each.body, flags=re.MULTILINE)]
    picture = next(
        (each.picture for each in told if each.picture),
        ("pasar", "Suasana di lokasi, Selasa pagi.", "Foto: Dok. Warga"),
    )
    credits = tuple(first.credit_lines(START))
    return Story(
        title=first.title,
        slug=first.slug,
        blocks=tuple(block for block in blocks if block and not is_furniture(block)),
        dateline=first.head.get("dateline", ""),
        credits=credits,
        editor=first.head.get("editor") or "Rina Wulandari",
        caption=picture[1],
        photo_credit=picture[2],
        rubric=(first.rubric or "berita").lower().replace(" ", "-"),
        others=tuple((each.title, plain_lead(each, 160)) for each in others),
        chance=chance,
    )


def _lines(block: str) -> Iterator[str]:
    """A block's words without its marks, a line for each line, item or row."""
    lines = block.splitlines()
    if all(line.startswith("|") for line in lines):
        yield from (
            " ".join(_plain(cell) for cell in line.strip("| ").split("|")) for line in lines if "---" not in line
        )
    elif all(re.match(r"- |\d+\. ", line) for line in lines):
        yield from (_plain(re.sub(r"^(?:- |\d+\. )", "", line)) for line in lines)
    else:
        yield _plain(" ".join(line.lstrip("># ") for line in lines))


def _plain(text: str) -> str:
    return _MARKS.sub(lambda match: match[1] or match[2] or match[3], text)


# --------------------------------------------------------------------------- what stands around an article


def words(text: str) -> str:
    """Text as HTML."""
    return escape(text, quote=False)


def menu(tag: str = "nav", css: str = "main-menu") -> str:
    """A site's menu."""
    names = (
        "Beranda",
        "Lampung",
        "Ekonomi",
        "Politik",
        "Olahraga",
        "Hukum",
        "Pendidikan",
        "Gaya Hidup",
        "Opini",
        "Indeks",
    )
    links = "".join(f'<li class="menu-item"><a href="/{name.lower()}">{name}</a></li>' for name in names)
    return f'<{tag} class="{css}"><ul>{links}</ul></{tag}>'


def crumbs(story: Story) -> str:
    """Where the page is in its site."""
    return f'<div class="breadcrumb"><a href="/">Beranda</a> &raquo; <a href="/x">{story.rubric.title()}</a></div>'


def share(css: str = "share-buttons") -> str:
    """A row of share links."""
    names = ("Facebook", "Twitter", "WhatsApp", "Telegram", "Salin Tautan")
    return (
        f'<div class="{css}"><span>Bagikan:</span>' + "".join(f'<a href="#s">{name}</a>' for name in names) + "</div>"
    )


def tags(story: Story, css: str = "tags") -> str:
    """The article's tags."""
    names = [story.rubric.title(), "Lampung", "Kabar Siger", *story.title.split()[:2]]
    return f'<div class="{css}"><span>Tags:</span>' + "".join(f'<a href="/tag/{n}">{n}</a>' for n in names) + "</div>"


def teasers(story: Story, number: int, *, at: int = 0, excerpts: bool = True, css: str = "post", tag: str = "p") -> str:
    """A list of other articles: title, day, and the first words of each."""
    found = []
    for index in range(number):
        title, lead = story.other(at + index)
        excerpt = f"<{tag}>{words(lead)}...</{tag}>" if excerpts else ""
        found.append(
            f'<div class="{css}"><h3 class="{css}-title"><a href="/baca/{at + index}">{words(title)}</a></h3>'
            f'<span class="date">23 November 2026</span>{excerpt}</div>'
        )
    return "".join(found)


def titles(story: Story, number: int, *, at: int = 0, heading: str = "Berita Terkait", css: str = "terkait") -> str:
    """A list of other articles' titles."""
    items = "".join(f'<li><a href="/baca/{at + n}">{words(story.other(at + n)[0])}</a></li>' for n in range(number))
    return f'<div class="{css}"><h4>{heading}</h4><ul>{items}</ul></div>'


def comments(story: Story, number: int, css: str = "comments-area") -> str:
    """What readers wrote, at length."""
    said = (
        "Semoga pekerjaan ini cepat selesai karena kami yang lewat tiap pagi sudah lama menunggu, terima kasih beritanya.",
        "Di kampung saya juga begitu, tahun lalu sempat dijanjikan tetapi baru sekarang ada kabarnya lagi, mohon dikawal.",
        "Setuju dengan pendapat narasumber, hanya saja pengawasannya harus ketat, jangan sampai seperti yang sudah-sudah.",
    )
    items = "".join(
        f'<li class="comment"><cite>Pembaca {n}</cite> <span>3 jam lalu</span><p>{said[n % 3]}</p>'
        f'<a href="#balas">Balas</a></li>'
        for n in range(number)
    )
    form = "<form><textarea></textarea></form>"
    return f'<div id="comments" class="{css}"><h3>{number} Komentar</h3><ol>{items}</ol>{form}</div>'


def footer() -> str:
    """The foot of a page, with the outlet's words about itself."""
    about = (
        "Kabar Siger adalah media siber yang menyajikan berita dari lima belas kabupaten dan kota di Lampung, disusun oleh "
        "wartawan yang tinggal di daerahnya, dan tunduk pada Kode Etik Jurnalistik serta Pedoman Pemberitaan Media Siber."
    )
    return (
        f'<footer class="site-footer"><div class="about"><p>{about}</p><p>Alamat redaksi: Jalan Siger Nomor 7, Bandar '
        f"Lampung. Telepon 0721 000000.</p></div>{menu('div', 'footer-menu')}<p>Hak cipta 2026 Kabar Siger.</p></footer>"
    )


def page(story: Story, body: str, *, head: str = "", css: str = "single") -> str:
    """A whole page."""
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{words(story.title)} - Kabar Siger</title>{head}'
        f'<style>p{{margin:1em}}</style><script>var iklan = "<p>bukan berita</p>";</script></head>'
        f'<body class="{css}">{body}<script>muat()</script></body></html>'
    )
