"""The profiles of the demo outlets, with the addresses at which they listen: files as a person would write them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lampungtui.demo.server import DemoNewsroom

_RUBRICS: Final = (
    ("lampung-raya", "Lampung%20Raya", "Lampung Raya", "lampung-raya", 3),
    ("ekbis", "Ekbis", "Ekbis", "ekbis", 1),
    ("politik", "Politik", "Politik", "politik", 1),
    ("olahraga", "Olahraga", "Olahraga", "olahraga", 1),
    ("nasional", "Nasional", "Nasional", "nasional", 1),
    ("sosok", "Sosok", "Sosok", "rileks/sosok", 1),
    ("kesehatan", "Kesehatan", "Kesehatan", "humaniora/kesehatan", 1),
    ("pendidikan", "Pendidikan", "Pendidikan", "humaniora/pendidikan", 1),
    ("jalan-jalan", "Jalan%20Jalan", "Jalan Jalan", "rileks/jalan-jalan", 1),
    ("kopi-pahit", "KOPI%20PAHIT", "Kopi Pahit", "opini/kopi-pahit", 1),
)

_RUBRIC_PAGES: Final = """
[listing]
item = "div:has(> div.flex.flex-col.justify-between.m-2.w-full)"
title = "a.font-normal"
title_attribute = "aria-label"
title_prefix = "buka berita"
date = "p:has(> i.ti-calendar-event)"
views = "p:has(> i.ti-eye)"
image = "img"
next = "a:has(i.ti-caret-right)"
skip = ["div:has(> div.w-fit > h4)"]

[[listing.shelves]]
name = "popular"
heading = "Terpopuler"
container = "div:has(> div.w-fit > h4)"
item = "div.flex.flex-row"
title = "a.font-normal"
label = "p.rounded-full"
views = "p:has(> i.ti-eye)"
date = "p:has(> i.ti-calendar-event)"

[[listing.shelves]]
name = "highlight"
heading = "Sorotan"
container = "div:has(> div.w-fit > h4)"
item = "div.flex.flex-col.justify-between.m-2.w-full"
title = "a.font-normal"
label = "p.rounded-full"
date = "p:has(> i.ti-calendar-event)"

[[listing.shelves]]
name = "column"
heading = "Kopi Pahit"
container = "div:has(> div > h4 + a)"
item = "div.flex.flex-row"
title = "a.font-medium"
summary = "a.font-medium + p"
views = "p:has(> i.ti-eye)"

[page]
title = "h1"
body = "#description"
date = "h1 ~ div p:has(> i.ti-calendar-event)"
views = "h1 ~ div p:has(> i.ti-eye)"
label = "h1 ~ div p.rounded-full"
image = "h1 ~ div img"
caption = "h1 ~ div img + p"

[categories]
"Metro" = "lampung-raya/metro"
"Tubaba" = "lampung-raya/tulang-bawang-barat"
"KOPI PAHIT" = "opini/kopi-pahit"
"Advetorial" = "kemitraan"
"""


def write_profiles(folder: Path, newsroom: DemoNewsroom) -> None:
    """Writes a profile for each outlet of the newsroom into `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for outlet_id, text in _profiles(newsroom.origins).items():
        (folder / f"{outlet_id}.toml").write_text(text.lstrip(), encoding="utf-8")


def _profiles(at: Mapping[str, str]) -> dict[str, str]:
    return {
        "kabar-siger": _head("kabar-siger", "Kabarsiger.id", at["kabar-siger"], ["Kabarsiger.id"], comments="komentar")
        + "".join(
            _feed(slug, "page", f"{at['kabar-siger']}/kategori/news/{name}", title, category, pages)
            for slug, name, title, category, pages in _RUBRICS
        )
        + _RUBRIC_PAGES
        + _links(at["kabar-siger"]),
        "warta-way-kambas": _head(
            "warta-way-kambas", "Warta Way Kambas", at["warta-way-kambas"], ["WARTA WAY KAMBAS"], author_role="reporter"
        )
        + _feed("terkini", "rss", f"{at['warta-way-kambas']}/rss/terkini.xml", "Terkini", "lampung-raya")
        + """
[page]
title = "h1.post-title"
body = "div.post-content"
date = "time[itemprop=datePublished]"
image = "figure img"
caption = "figure figcaption"
drop = ["p[class^=track-]"]

[categories]
"Lampung Update" = "lampung-raya"
""",
        "lampung-kini": _head(
            "lampung-kini", "Lampung Kini", at["lampung-kini"], ["Lampungkini.id"], wordpress_editors="penulis",
            author_role="editor",
        )
        + _feed(
            "terbaru", "wordpress", f"{at['lampung-kini']}/wp-json/wp/v2/posts?per_page=50&_embed", "Terbaru",
            "lampung-raya",
        )
        + """
[page]
title = "h1.jeg_post_title"
body = "div.content-inner"
date = [".jeg_meta_date", "meta[property='article:published_time']"]
author = ".jeg_meta_author a"
image = "meta[property='og:image']"

[categories]
"Lampung" = "lampung-raya"
"Metro" = "lampung-raya/metro"
""",
        "nusantara-pagi": _head("nusantara-pagi", "Nusantara Pagi", at["nusantara-pagi"], ["NUSANTARAPAGI.com"])
        + _feed("semua", "rss", f"{at['nusantara-pagi']}/articles.atom", "Semua berita", "nasional"),
        "sekura": _head("sekura", "Sekura", at["sekura"], ["Sekura"])
        + _feed("semua", "jsonfeed", f"{at['sekura']}/feed.json", "Semua cerita", "rileks")
        + """
[categories]
"Budaya" = "rileks"
"Kopi" = "rileks/kuliner"
"Jalan-jalan" = "rileks/jalan-jalan"
""",
        "radio-krakatau": _head("radio-krakatau", "Radio Krakatau", at["radio-krakatau"], ["RADIOKRAKATAU.ID"])
        + _feed("terkini", "rss", f"{at['radio-krakatau']}/rss", "Terkini", "lampung-raya")
        + """
[page]
title = "h1#arttitle"
body = "div.txt-article"
date = "time"
author = ".credit"
image = "meta[property='og:image']"
next = "a[href*='?page=']"
drop = ["p.baca"]

[categories]
"Bisnis" = "ekbis"
"Sport" = "olahraga"
"Kriminal" = "hukum"
"Lampung" = "lampung-raya"
"Pemerintahan" = "politik"
""",
        "gardu-pagi": _head("gardu-pagi", "Gardu Pagi", at["gardu-pagi"], ["Gardu Pagi"])
        + _feed("terkini", "rss", f"{at['gardu-pagi']}/rss", "Terkini", "lampung-raya"),
    }  # fmt: skip


def _head(outlet_id: str, name: str, origin: str, names: list[str], **more: str) -> str:
    listed = ", ".join(f'"{each}"' for each in names)
    further = "".join(f'{key} = "{value}"\n' for key, value in more.items())
    return f'''
# An outlet of the demo newsroom: invented, and served by this program on loopback.
id = "{outlet_id}"
name = "{name}"
home = "{origin}/"
confidence = "sure"
on = true
names = [{listed}]
{further}'''


def _feed(slug: str, kind: str, url: str, title: str, category: str, pages: int = 1) -> str:
    return f'''
[[feeds]]
id = "{slug}"
kind = "{kind}"
url = "{url}"
title = "{title}"
category = "{category}"
interval = 1
pages = {pages}
'''


def _links(origin: str) -> str:
    partners = "".join(
        f'\n[[partners]]\nname = "{name}"\nurl = "{origin}/"\n' for name in ("Universitas Siger", "Bank Tapis")
    )
    return f'{partners}\n[[network]]\nname = "Jaringan Siger"\nurl = "{origin}/"\n'
