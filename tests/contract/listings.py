"""Pages of headlines, for outlets that have nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.contract.feed_shapes import WIB, FeedShape, Item, spoken_time

from lampungtui.model import Feed, Outlet

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _day(item: Item) -> str:
    """`19-Nov-2026`: months in English."""
    here = item.story.at.astimezone(WIB)
    return f"{here.day:02}-{_MONTHS[here.month - 1]}-{here.year}"


def _lampungpro_card(item: Item) -> str:
    title = escape(item.story.title)
    shown = title.replace(" ", "\n                            ", 3)
    return f"""<div class="flex justify-between h-content w-full bg-white rounded-lg dark:bg-scdark shadow">
    <div class="flex flex-col justify-between m-2 w-full">
        <a aria-label="buka berita {title}" media="all" href="{escape(item.listed)}" class="font-normal">{shown}</a>
        <div class="flex justify-between">
            <p class="text-xs font-light"><i class="ti ti-calendar-event"></i> {_day(item)}
            </p>
            <p class="text-xs font-light"><i class="ti ti-eye"></i> {item.story.number % 1000}</p>
        </div>
    </div>
    <img class="rounded-lg aspect-square object-cover m-2 ml-0" src="{item.picture}" />
</div>
"""


def _lampungpro(outlet: Outlet, feed: Feed, items: Sequence[Item]) -> str:
    cards = "".join(_lampungpro_card(item) for item in items)
    elsewhere = f"{outlet.home}news/festival-sekura-kembali-digelar-di-liwa"
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8"><meta name="title" content="Lampungpro.co"><title>{feed.title}</title></head>
<body class="bg-gray-100 dark:bg-thdark">
<div id="gridView"><a aria-label="Buka Kategori Metro" href="{outlet.home}kategori/news/Metro">Metro</a></div>
<marquee><a href="{elsewhere}">Festival Sekura Kembali Digelar di Liwa</a></marquee>
<div id="lgHeadline" class="flex gap-3 snap-x"><a aria-label="lihat berita Festival Sekura" href="{elsewhere}">
<h4 class="font-light">Festival Sekura...</h4></a></div>
<div class="flex"><div class="w-full md:w-7/12 lg:w-4/6">
<h4 class="uppercase border-b-4 w-fit font-bold mx-2 lg:text-lg">{feed.title}</h4>
{cards}<div class="flex justify-end"><a aria-label="Buka Halaman Selanjutnya" href="{feed.url}/20">
<i class="ti ti-caret-right"></i></a></div>
</div>
<div class="w-0 md:w-5/12 lg:w-2/6 hidden md:block">
<div class="flex flex-col gap-3"><div class="flex w-fit"><h4 class="uppercase font-bold">Terpopuler</h4></div>
<div class="flex flex-row"><a media="all" href="{elsewhere}" class="font-normal">Festival Sekura Kembali...</a>
<p class="uppercase text-xs rounded-full">Lampung Barat</p><p class="text-xs"><i class="ti ti-eye"></i> 7647</p></div>
</div>
<div class="flex flex-col gap-3"><div class="flex w-fit"><h4 class="uppercase font-bold">Sorotan</h4></div>
<div class="flex justify-between"><div class="flex flex-col justify-between m-2 w-full">
<a media="all" href="{elsewhere}" class="font-normal">Festival Sekura Kembali Digelar di Liwa</a>
<p class="uppercase text-xs rounded-full">Lampung Barat</p></div></div></div>
</div></div>
<footer>Mitra <a href="https://unila.ac.id/">Universitas Lampung</a> Copyright ©2026 lampungproco. All rights
reserved</footer>
</body></html>
"""


def _detik_card(item: Item) -> str:
    return f"""<article><a href="{escape(item.listed)}">
<span class="ratiobox box_thumb"><span class="ratiobox_content lqd"><img src="{item.picture}" alt="" title=""></span>
</span>
<span class="box_text"><span class="date"><span class="category">detikSumbagsel</span>{spoken_time(item.story.at)}</span>
<h2 class="title">{escape(item.story.title)}</h2><p>{escape(item.story.cut)}...</p></span></a></article>
"""


def _detik(outlet: Outlet, _feed: Feed, items: Sequence[Item]) -> str:
    cards = "".join(_detik_card(item) for item in items)
    return f"""<!DOCTYPE html>
<html lang="id-ID"><head><meta charset="utf-8"><title>Berita dan Informasi Lampung Terkini - detikcom</title></head>
<body><div class="nav"><a href="{outlet.home}/indeks">Indeks</a>
<a href="https://www.detik.com/tag/lampung/?sortby=time">Terbaru</a></div>
<div class="container"><div class="l_content"><div class="title_tag">Lampung</div>
<div class="list media_rows list-berita">
{cards}</div>
<div class="paging text_center">
<a href="https://www.detik.com/tag/lampung/?sortby=time&amp;page=2" class="last">Next</a></div></div>
<aside class="r_content"><h3>Berita Terpopuler</h3><article>
<a href="https://www.detik.com/sumbagsel/berita/d-1/berita-lain">
<h2 class="title">Berita Lain yang Ramai Dibaca</h2></a></article></aside></div>
<div class="footer">Copyright @ 2026 detikcom</div></body></html>
"""


LAMPUNGPRO = FeedShape(_lampungpro, media_type="text/html; charset=UTF-8", summary=None, hour=False)
DETIK_TAG = FeedShape(_detik, media_type="text/html; charset=utf-8", summary=None, seconds=False)
