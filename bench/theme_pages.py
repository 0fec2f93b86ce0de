"""The shapes of Indonesian news pages, with what stands around an article in each. Words are ours, markup after theirs."""

# Markup of whole pages: breaking its lines would change what is measured.
# ruff: noqa: E501

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from bench.themes import Story, comments, crumbs, footer, menu, page, share, tags, teasers, titles, words

YOUTUBE: Final = '<iframe src="https://www.youtube.com/embed/abc123" title="Video"></iframe>'
ADVERT: Final = '<div class="ads-box"><span>ADVERTISEMENT</span><ins class="adsbygoogle"></ins></div>'


def between(parts: list[str], *inserts: str) -> str:
    """The parts with the inserts spread between them, the first behind the first part."""
    found = list(parts)
    step = max(1, len(parts) // (len(inserts) + 1))
    for number, insert in reversed(list(enumerate(inserts))):
        found.insert(min(len(parts), 1 + number * step), insert)
    return "\n".join(found)


def also(story: Story, at: int, tag: str = "p", css: str = "") -> str:
    """A `Baca juga` line."""
    name = f' class="{css}"' if css else ""
    return f'<{tag}{name}><strong>Baca juga: <a href="/baca/{at}">{words(story.other(at)[0])}</a></strong></{tag}>'


def broken(story: Story, first: int = 0, last: int | None = None, gap: str = "<br><br>\n") -> str:
    """The blocks with breaks in place of paragraphs."""
    return gap.join(re.sub(r"^<p>(.*)</p>$", r"\1", block, flags=re.DOTALL) for block in story.html(first, last))


def figure(story: Story, css: str = "wp-caption") -> str:
    """A picture with its caption and credit."""
    return (
        f'<figure class="{css}"><img src="/gambar/a.jpg" alt="" width="700"><figcaption class="{css}-text">'
        f"{words(story.caption)} ({words(story.photo_credit)})</figcaption></figure>"
    )


def credit_lines(story: Story, tag: str = "p") -> str:
    """The credits as lines of the body."""
    return "".join(f"<{tag}>{words(line)}</{tag}>" for line in story.credits)


def jnews(story: Story) -> str:
    """WordPress with the JNews theme."""
    body = between(
        story.html(),
        f'<div class="jnews_inline_related_post_wrapper left"><div class="jnews_inline_related_post"><h3>BACA JUGA</h3>'
        f"{teasers(story, 2, css='jeg_post', excerpts=False)}</div></div>",
        f'<div class="ads-wrapper jnews_content_inline_ads">{ADVERT}</div>',
    )
    return page(
        story,
        f"""<div class="jeg_viewport">{menu("div", "jeg_nav_row")}<div class="jeg_main"><div class="jeg_content jeg_singlepage">
<div class="container">{crumbs(story)}<div class="entry-header"><h1 class="jeg_post_title">{words(story.title)}</h1>
<div class="jeg_meta_container"><div class="jeg_post_meta"><div class="jeg_meta_author"><span class="meta_text">oleh</span>
<a href="/author">{words(story.editor)}</a></div><div class="jeg_meta_date"><a href="#">23/11/26 - 10:00</a></div></div></div></div>
<div class="row"><div class="jeg_main_content col-md-8"><div class="jeg_inner_content"><div class="jeg_featured featured_image">
<a href="/g.jpg"><img src="/g.jpg"></a><p class="wp-caption-text">{words(story.caption)}</p></div>{share("jeg_share_button")}
<div class="entry-content no-share"><div class="jeg_share_stats">12 shares</div><div class="content-inner">{body}
{credit_lines(story)}<div class="jeg_post_tags"><span>Tags:</span> <a href="/t">lampung</a></div></div></div>
<div class="jeg_authorbox"><div class="jeg_author_content"><h3><a href="/author">{words(story.editor)}</a></h3>
<p class="jeg_author_desc">Wartawan Kabar Siger sejak 2019, meliput pemerintahan dan pendidikan di Lampung dan sekitarnya.</p></div></div>
<div class="jnews_related_post_container"><h3>Related Posts</h3>{teasers(story, 6, at=2, css="jeg_post")}</div>
{comments(story, 3, "jnews_comment_container")}</div></div>
<div class="jeg_sidebar col-md-4">{teasers(story, 6, at=4, css="jeg_postblock")}</div></div></div></div></div>{footer()}</div>""",
    )


def newspaper(story: Story) -> str:
    """WordPress with tagDiv's Newspaper theme."""
    body = between(
        story.html(), f'<div class="td-a-rec td-a-rec-id-content_inline">{ADVERT}</div>', also(story, 1), YOUTUBE
    )
    return page(
        story,
        f"""<div id="td-outer-wrap">{menu("div", "td-header-menu-wrap")}<article class="post type-post"><div class="td-post-header">
<ul class="td-category"><li><a href="/k">Lampung</a></li></ul><header class="td-post-title"><h1 class="entry-title">
{words(story.title)}</h1><div class="td-module-meta-info"><div class="td-post-author-name">By {words(story.editor)}</div>
<span class="td-post-date"><time class="entry-date">23 November 2026</time></span></div></header></div>
{share("td-post-sharing")}<div class="td-post-content tagdiv-type"><div class="td-post-featured-image">{figure(story)}</div>
{body}{credit_lines(story)}</div><footer>{tags(story, "td-post-source-tags")}{share("td-post-sharing-bottom")}
<div class="td-block-row td-post-next-prev"><div>Artikulli sebelumnya <a href="/p">{words(story.other(8)[0])}</a></div></div>
<div class="author-box-wrap"><a href="/a">{words(story.editor)}</a><div class="td-author-description">Redaktur daerah.</div></div>
</footer></article><div class="td_block_wrap td_block_related_posts"><h4>RELATED ARTICLES</h4>
{teasers(story, 3, css="td-related-span4")}</div>{comments(story, 2, "td-comments")}
<div class="td-main-sidebar"><div class="td-ss-main-sidebar">{teasers(story, 8, at=3, css="td_module_6")}</div></div>{footer()}</div>""",
    )


def tribun(story: Story) -> str:
    """A Tribun page: writer and editor over the text, several pages, furniture between paragraphs."""
    body = between(
        story.html(),
        also(story, 0, "p", "baca"),
        f'<div class="ads-placeholder">{ADVERT}</div>',
        also(story, 3, "p", "baca"),
    )
    return page(
        story,
        f"""<div id="main">{menu("div", "menu")}<div class="content"><div id="article"><div id="article_con">{crumbs(story)}
<h1 class="f50" id="arttitle">{words(story.title)}</h1><div class="mt10"><time class="grey">Senin, 23 November 2026 10:00 WIB</time></div>
<div id="penulis" class="credit mt10">Penulis: <a href="/p">{words(story.editor)}</a> | Editor: <a href="/e">Indra Kesuma</a></div>
<div id="artimg"><div class="pb20 ovh"><img class="imgfull" src="/g.jpg"><div class="arial f12 pt5 grey2">{words(story.photo_credit)}
</div><div class="arial f12 pt5">{words(story.caption)}</div></div></div>
<div class="side-article txt-article multi-fontsize editcontent"><p><strong>Laporan Reporter Kabar Siger {words(story.editor)}</strong></p>
{body}<p>( Kabarsiger.id / {words(story.editor)} )</p><div class="mb20 ovh"><div class="paging">Halaman 1 2 <a href="?page=2">Selanjutnya</a>
<a href="?page=all">Tampilkan Semua</a></div></div></div>
<div class="side-article mb5">{tags(story, "tagcloud3")}</div>{titles(story, 5, css="side-article beritaterkait")}
<div id="news-related"><h4>Rekomendasi untuk Anda</h4>{teasers(story, 5, at=5, css="lsi")}</div></div></div></div>
<div id="section-side"><div class="populer"><h3>Berita Populer</h3>{teasers(story, 6, at=2, excerpts=False, css="art-list")}</div>
</div></div>{footer()}""",
    )


def detik(story: Story) -> str:
    """A detik page: place in bold, related links in tables, parallax adverts, initials at the end."""
    blocks = story.html()
    blocks[0] = f"<strong>Bandar Lampung</strong> - {blocks[0].removeprefix('<p>').removesuffix('</p>')}"
    sisip = (
        f'<table class="linksisip" align="center"><tbody><tr><td><div class="lihatjg"><strong>Baca juga: </strong>'
        f'<a href="/b">{words(story.other(0)[0])}</a></div></td></tr></tbody></table>'
    )
    parallax = (
        '<div class="parallaxindetail scrollpage"><div class="parallax_abs"><div class="parallaxB"><p>ADVERTISEMENT</p></div></div>'
        '<p class="para_caption">SCROLL TO CONTINUE WITH CONTENT</p></div>'
    )
    body = between(blocks, parallax, sisip, "[Gambas:Video 20detik]")
    return page(
        story,
        f"""{menu("div", "nav-primary")}<div class="container"><div class="grid-row content__bg"><div class="column-8">
<article class="detail"><div class="detail__header"><div class="page__breadcrumb"><a href="/">Kabar</a> <a href="/x">Berita</a></div>
<h1 class="detail__title">{words(story.title)}</h1><div class="detail__author">{words(story.editor)} - kabarSumbagsel</div>
<div class="detail__date">Senin, 23 Nov 2026 10:00 WIB</div></div>{share("detail__share")}
<div class="detail__media"><figure class="detail__media-image"><img src="/g.jpg" alt="x"><figcaption class="detail__media-caption">
{words(story.caption)} {words(story.photo_credit)}</figcaption></figure></div>
<div class="detail__body"><div class="detail__body-text itp_bodycontent">{body}<br><strong>(dai/dai)</strong>
<div class="detail__body-tag mgt-16"><div class="nav"><a class="nav__item" href="/t">lampung</a><a class="nav__item" href="/t2">pasar</a></div>
</div></div></div></article>{titles(story, 4, heading="Berita Terkait", css="list-content")}
<div class="collumn-list"><h3>Berita detikcom Lainnya</h3>{teasers(story, 9, at=1, excerpts=False, css="list-content__item")}</div>
</div><div class="column-4">{teasers(story, 5, at=5, css="box cb-mostpop", excerpts=False)}</div></div></div>{footer()}""",
    )


def disway(story: Story) -> str:
    """A page of the Disway network (Radar Lampung and others): numbered pages, channel lines in the text."""
    blocks = story.html()
    reads = f'<p><strong>BACA JUGA:<a href="/b">{words(story.other(2)[0])}</a></strong></p>'
    body = between(blocks, reads, f'<div class="ads-inline text-center">{ADVERT}</div>', reads)
    return page(
        story,
        f"""<div class="topbar">{menu("div", "navbar")}</div><div class="container"><div class="row"><div class="col-lg-8">
<div class="post-header"><h1 class="post-title">{words(story.title)}</h1><div class="post-meta">Reporter: {words(story.editor)} |
Editor: Indra Kesuma | <span class="date">Senin 23-11-2026, 10:00 WIB</span></div></div>{share("sharing")}
<figure class="featured"><img src="/g.jpg"><figcaption>{words(story.caption)} -{words(story.photo_credit)}-</figcaption></figure>
<div class="post-content">{body}<p>Cek Berita dan Artikel yang lain di <a href="/gn">Google News</a></p></div>
<div class="pagination"><a class="active">1</a><a href="/15">2</a><a href="/30">3</a><a href="/15">&raquo;</a></div>
{tags(story, "tag-list")}<div class="sumber">Sumber: -</div><div class="related"><h4>Berita Terkait</h4>
{teasers(story, 4, at=4, css="media", excerpts=False)}</div><div class="latest"><h4>Berita Terkini</h4>
{teasers(story, 7, at=1, css="media")}</div></div><div class="col-lg-4"><h4>Terpopuler</h4>{teasers(story, 5, css="media")}</div>
</div></div>{footer()}""",
    )


def lampungpro(story: Story) -> str:
    """A page without any mark of its parts, in utility classes; side lists whose text is as long as paragraphs."""
    cards = teasers(story, 5, at=1, css="flex flex-row gap-3")
    return page(
        story,
        f"""<div class="lg:px-20"><form><input name="title"></form><marquee><a href="/n">{words(story.other(0)[0])}</a></marquee>
<div class="flex"><div class="w-full p-3"><h1 class="font-bold text-2xl">{words(story.title)}</h1><div class="flex justify-between">
<p class="uppercase text-xs rounded-full">{story.rubric}</p><p class="text-xs font-light"><i class="ti ti-eye"></i> 410</p></div>
<div class="py-2"><img class="rounded-lg" src="/g.jpg"><p class="text-xs font-light">{words(story.caption)} | Kabarsiger.id</p></div>
<div id="description">{between(story.html())} {credit_lines(story)}</div><div class="mt-5"><h4 class="font-bold">Berikan Komentar</h4>
<form><textarea></textarea><button>Kirim</button></form></div></div><div class="w-0 md:block"><div class="flex flex-col gap-3">
<h4>Kopi Pahit</h4>{cards}</div><div class="flex flex-col"><h4>Terpopuler</h4>{teasers(story, 6, at=4, css="flex", excerpts=False)}
</div></div></div><ul class="list-group"><li><div class="uppercase">Mitra</div></li><li><a href="/m"><p>Universitas Siger</p></a>
<a href="/m"><p>Pemkab Way Lunik</p></a></li></ul><p class="text-center">Copyright 2026 kabarsiger.</p></div>""",
    )


def blogger(story: Story) -> str:
    """A Blogger page: paragraphs as <div> and <span> with breaks, a caption in a table, an archive beside."""
    paragraphs = "".join(
        f'<div style="text-align: justify;"><span style="font-family: arial;">{inner[1]}</span></div><div><br /></div>'
        if (inner := re.fullmatch(r"<p>(.*)</p>", block, re.DOTALL))
        else block
        for block in story.html()
    )
    return page(
        story,
        f"""<div class="content-outer"><div class="header section">{menu("div", "PageList")}</div><div class="main-outer">
<div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer">
<h2 class="date-header"><span>Senin, 23 November 2026</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry">
<h3 class="post-title entry-title">{words(story.title)}</h3><div class="post-body entry-content" id="post-body-1">
<table class="tr-caption-container"><tbody><tr><td><a href="/g.jpg"><img src="/g.jpg" border="0"></a></td></tr><tr>
<td class="tr-caption">{words(story.caption)}</td></tr></tbody></table>{paragraphs}{credit_lines(story, "div")}
<div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line">Diposting oleh <span>{words(story.editor)}
</span> di <a href="#">10.00</a></div><div class="post-share-buttons">Kirimkan Ini lewat Email</div><div class="post-labels">Label:
<a href="/l">lampung</a></div></div></div>{comments(story, 4, "comments")}</div></div></div></div></div></div>
<div class="column-right-outer"><div class="widget PopularPosts"><h2>Postingan Populer</h2>
{teasers(story, 5, css="item-content", tag="div")}</div><div class="widget BlogArchive"><h2>Arsip</h2><ul><li>2026 (410)</li></ul></div>
</div></div>{footer()}</div>""",
    )


def old_table(story: Story) -> str:
    """An old page: tables for layout, <font>, breaks for paragraphs."""
    side = "".join(
        f'<tr><td><font size="1"><a href="/b">{words(story.other(n)[0])}</a></font></td></tr>' for n in range(8)
    )
    return page(
        story,
        f"""<table width="980"><tr><td colspan="3">{menu("div", "m")}</td></tr><tr><td width="160"><table>{side}</table></td>
<td valign="top"><font size="4"><b>{words(story.title)}</b></font><br><font size="1">Senin, 23-11-2026 | 10:00:00 WIB</font><br>
<img src="/g.jpg" width="300" align="left"><font face="verdana" size="2">{broken(story)}<br><br>{"<br>".join(map(words, story.credits))}
</font><br><br><table><tr><td><font size="1">Kirim ke teman | Versi cetak</font></td></tr></table></td>
<td width="200"><table>{side}</table></td></tr></table><center><font size="1">Copyright 2026 Kabar Siger</font></center>""",
    )


def plain_breaks(story: Story) -> str:
    """Paragraphs parted by <br> in one <div>, with furniture on lines of its own and pictures inside."""
    half = max(1, len(story.blocks) // 2)
    return page(
        story,
        f"""<div class="wrapper"><div class="head">{menu("div", "menu")}</div><div class="left"><div class="judul"><h2>{words(story.title)}
</h2></div><div class="tgl">Senin, 23 November 2026 | Dibaca 312 kali</div><div class="isi">{broken(story, 0, half)}<br><br>
Baca juga: <a href="/b">{words(story.other(3)[0])}</a><br><br><img src="/i.jpg"><br>{broken(story, half)}<br><br>
{"<br>".join(map(words, story.credits))}</div>{share("sosmed")}<div class="lain"><b>Berita Lainnya</b><br>
{"<br>".join(f'<a href="/b">{words(story.other(n)[0])}</a>' for n in range(6))}</div></div>
<div class="right"><div class="box">{teasers(story, 7, at=4, css="kotak", tag="span")}</div></div></div>{footer()}""",
    )


def split_body(story: Story) -> str:
    """A body in several boxes with adverts between them."""
    blocks = story.html()
    cuts = [0, max(1, len(blocks) // 3), max(2, 2 * len(blocks) // 3), len(blocks)]
    boxes = "".join(
        f'<div class="article-part">{"".join(blocks[first:last])}</div><div class="slot-iklan" id="slot-{first}">{ADVERT}</div>'
        for first, last in pairwise(cuts)
    )
    return page(
        story,
        f"""<div class="app">{menu()}<main><div class="headline"><h1>{words(story.title)}</h1><span>23/11/2026</span></div>
<div class="hero">{figure(story, "hero-figure")}</div><div class="parts">{boxes}{credit_lines(story)}</div>{tags(story, "topik")}
<section class="more"><h2>Baca Lainnya</h2>{teasers(story, 6, css="kartu")}</section></main></div>{footer()}""",
    )


def json_ld(story: Story, *, body: bool) -> str:
    """A head's JSON-LD, with the article's text in it or not."""
    text = re.sub(r"<[^>]+>", " ", " ".join(story.html())) if body else None
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "articleBody": text}
    return f'<script type="application/ld+json">{json.dumps({key: value for key, value in told.items() if value})}</script>'


THEMES: dict[str, Callable[[Story], str]] = {
    theme.__name__: theme
    for theme in (jnews, newspaper, tribun, detik, disway, lampungpro, blogger, old_table, plain_breaks, split_body)
}
"""Each shape by its name; those of bench/more_theme_pages.py join them."""
