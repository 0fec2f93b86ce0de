"""Shapes written when the rules of the general path were done, and not looked at for them: the held-out half."""

# Markup of whole pages: breaking its lines would change what is measured.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable

from bench.theme_pages import ADVERT, YOUTUBE, between, credit_lines, json_ld
from bench.themes import Story, comments, crumbs, footer, menu, page, share, tags, teasers, titles, words


def story_renderer(story: Story) -> str:
    """A platform of users' stories: each paragraph a <span> in boxes with generated names, cards between them."""
    inner = [
        re.sub(
            r"^<p>(.*)</p>$",
            r'<span class="Textweb__StyledTypography-sc-2upo8d-0 kxqzBy">\1</span>',
            each,
            flags=re.DOTALL,
        )
        for each in story.html()
    ]
    blocks = [
        f'<div class="StoryRenderer__BlockWrapper-sc-ksmsqf-0 gYbXqa" data-qa-id="story-paragraph">{each}</div>'
        for each in inner
    ]
    card = (
        f'<div class="StoryRenderer__BlockWrapper-sc-ksmsqf-0 gYbXqa"><a href="/b" class="CardLink-sc-1"><div class="Card__Box-sc-77">'
        f'<img src="/c.jpg"><div class="Card__Title-sc-9">{words(story.other(1)[0])}</div></div></a></div>'
    )
    trending = "".join(
        f'<div class="TrendingStory__Item-sc-5"><a href="/b"><span class="Textweb__StyledTypography-sc-2upo8d-0">{words(story.other(n)[0])}</span></a>'
        f'<span class="Textweb__StyledTypography-sc-2upo8d-0 time">3 jam</span></div>'
        for n in range(8)
    )
    return page(
        story,
        f"""<div id="root"><div class="Navbar__Root-sc-1">{menu("div", "Navbar__Menu-sc-2")}</div><div class="StoryPage__Layout-sc-8">
<div class="StoryPage__Main-sc-9"><h1 data-qa-id="story-title" class="Title-sc-1">{words(story.title)}</h1><div class="Author__Row-sc-3">
<a href="/u"><span>{words(story.editor)}</span></a><span>23 November 2026 10:00 WIB</span><span>waktu baca 2 menit</span></div>
<div class="StoryRenderer__Cover-sc-4"><img src="/g.jpg"><span class="Caption-sc-6">{words(story.caption)} {words(story.photo_credit)}</span></div>
<div class="StoryRenderer__Root-sc-7">{between(blocks, card, f'<div class="Ad__Slot-sc-1">{ADVERT}</div>')}</div>
<div class="TagList-sc-4"><a href="/t">Lampung</a><a href="/t2">Berita</a></div></div>
<div class="Aside-sc-2"><div class="TrendingStory__Root-sc-4"><span>Trending Now</span>{trending}</div></div></div></div>{footer()}""",
    )


def newkarma(story: Story) -> str:
    """A small outlet's WordPress with an Indonesian news theme."""
    read = f'<div class="gmr-related-post-onlytitle"><div class="related-text">Baca Juga</div><div class="clearfix"><div class="rp-title"><a href="/b">{words(story.other(2)[0])}</a></div></div></div>'
    body = between(story.html(), read, f'<div class="gmr-banner-insidecontent">{ADVERT}</div>')
    return page(
        story,
        f"""<div class="site inner-wrap" id="site-container">{menu("div", "gmr-mainmenu")}<div id="content" class="gmr-content"><div class="container"><div class="row">
<div id="primary" class="col-md-main"><main id="main" class="site-main-single"><article class="post gmr-single"><div class="gmr-box-content-single"><header class="entry-header">
{crumbs(story)}<h1 class="entry-title">{words(story.title)}</h1><div class="gmr-aftertitle-wrap"><div class="gmr-meta-topic"><span class="posted-on">
<time>23/11/2026 10:00</time></span></div><span class="gmr-metacontent-single">{words(story.editor)}</span></div></header><figure class="wp-post-image gmr-attachment-img-single">
<img src="/g.jpg"><figcaption class="wp-caption-text">{words(story.caption)}</figcaption></figure><div class="single-wrap"><div class="entry-content entry-content-single clearfix">
{body}{credit_lines(story)}<div class="gmr-social-share-intop">{share("gmr-socialicon-share")}</div></div></div><footer class="entry-footer"><div class="tags-links">
<a href="/t">lampung</a><a href="/t">metro</a></div></footer></div><div class="gmr-related-post gmr-box-content"><h3 class="related-text">Berita Terkait</h3>
{teasers(story, 6, at=4, css="col-md-4")}</div></article>{comments(story, 4, "comments-area gmr-box-content")}</main></div>
<aside id="secondary" class="widget-area col-md-sb-r">{teasers(story, 7, css="gmr-rp-content")}</aside></div></div></div></div>{footer()}""",
    )


def tempo(story: Story) -> str:
    """A magazine's page: sections, calls to scroll on, a choice of the editor in the text, a long box about the writer."""
    scroll = "<div class='iklan-tengah'><p>Iklan</p><p>Scroll Untuk Melanjutkan</p></div>"
    choice = f'<p><strong>Pilihan Editor: <a href="/b">{words(story.other(3)[0])}</a></strong></p>'
    blocks = story.html()
    return page(
        story,
        f"""<div class="main">{menu("div", "menu-utama")}<div class="container-fluid"><div class="detail-title"><p class="kanal">{story.rubric.title()}</p>
<h1 class="title margin-bottom-sm">{words(story.title)}</h1><div class="box-avatar"><p class="title bold"><a href="/r">Reporter</a> {words(story.editor)}</p>
<p class="date">Senin, 23 November 2026 10:00 WIB</p></div></div><div class="detail-left"><div class="foto-detail"><img src="/g.jpg"><p class="caption">{words(story.caption)} TEMPO/{words(story.editor)}</p></div>
{share("sosmed-detail")}<div class="detail-in">{between(blocks, scroll, "<p class='sub'></p>")}{choice}</div><div class="box-penulis"><h3>{words(story.editor)}</h3>
<p>Lulus dari jurusan komunikasi di Bandar Lampung pada 2014 dan bergabung dengan majalah ini setahun kemudian, meliput daerah dan lingkungan, kini redaktur.</p></div>
{titles(story, 5, heading="Berita terkait", css="list-abjad")}<div class="terbaru"><h3>Artikel Terbaru</h3>{teasers(story, 8, at=2, css="card-box")}</div></div>
<div class="detail-right">{teasers(story, 5, at=5, css="box-text", excerpts=False)}</div></div></div>{footer()}""",
    )


def jpnn(story: Story) -> str:
    """A page with links of its own kind between paragraphs and several lists of them behind."""
    read = f'<p class="baca-jg"><strong>BACA JUGA: <a href="/b">{words(story.other(0)[0])}</a></strong></p>'
    miss = f'<div class="terlewat"><h3>Jangan Sampai Terlewatkan:</h3><p><a href="/b">{words(story.other(4)[0])}</a></p><p><a href="/b">{words(story.other(5)[0])}</a></p></div>'
    return page(
        story,
        f"""<div class="header-atas">{menu()}</div><div class="wrap-konten"><div class="kiri">{crumbs(story)}<h1 class="judul">{words(story.title)}</h1>
<div class="tgl-jpnn">Senin, 23 November 2026 &ndash; 10:00 WIB</div><div class="gambar-utama"><img src="/g.jpg"><div class="ket-foto">{words(story.caption)} {words(story.photo_credit)}</div></div>
<div itemprop="articleBody"><div class="page-content"><p><strong>jpnn.com</strong>, <strong>LAMPUNG</strong> - {between([*story.html()], read, read).removeprefix("<p>")}</div></div>
<div class="pagination-berita"><a href="?page=1" class="on">1</a><a href="?page=2">2</a><a href="?page=2">Next</a></div>{miss}<div class="redaktur">Redaktur : {words(story.editor)}</div>
{tags(story, "tag-jpnn")}<div class="video-pilihan"><p>Simak! Video Pilihan Redaksi:</p>{YOUTUBE}</div><div class="berita-lain"><h2>BERITA LAINNYA</h2>{teasers(story, 9, at=1, css="blok", excerpts=False)}</div>
</div><div class="kanan">{teasers(story, 6, at=3, css="blok-kanan")}</div></div>{footer()}""",
    )


def republika(story: Story) -> str:
    """A page with picked articles floating in the text, and a source line."""
    picked = f'<div class="picked-article"><div class="picked-article__title"><a href="/b">{words(story.other(6)[0])}</a></div><p>{words(story.other(6)[1])}</p></div>'
    blocks = story.html()
    return page(
        story,
        f"""<div class="wrap">{menu("ul", "nav-list")}<div class="main-content"><div class="main-content__left"><div class="max-card"><div class="max-card__title"><h1>{words(story.title)}</h1></div>
<div class="date date-item__headline">Senin 23 Nov 2026 10:00 WIB</div><div class="max-card__title author"><p>Rep: {words(story.editor)}</p><p>Red: Indra Kesuma</p></div></div>
<div class="max-card__image"><img src="/g.jpg"><div class="max-card__caption">{words(story.caption)}</div></div><div class="share-outer">{share()}</div>
<div class="article-content"><article>{between(blocks, picked, ADVERT)}<br><p>sumber : Antara</p></article></div><div class="taging"><ul><li><a href="/t">lampung</a></li><li><a href="/t">berita</a></li></ul></div>
<div class="baca-juga-bawah"><h2>Berita Terkait</h2>{teasers(story, 5, css="list-group")}</div><div id="fb-comments-area">{comments(story, 2, "kom")}</div></div>
<div class="main-content__right">{teasers(story, 7, at=2, css="rec-list", excerpts=False)}</div></div></div>{footer()}""",
    )


def office(story: Story) -> str:
    """A regency's own site: tables and lists in the text, services and announcements as long as it around it."""
    services = "".join(
        f'<div class="layanan"><h4>{name}</h4><p>Layanan ini dibuka setiap hari kerja pukul 08.00 sampai 15.00 di lantai dasar, tanpa biaya, dengan membawa kartu keluarga.</p></div>'
        for name in ("Perizinan", "Kependudukan", "Pengaduan", "Kesehatan")
    )
    return page(
        story,
        f"""<section class="top-header"><p>Pemerintah Kabupaten. Jalan Raya Nomor 1, telepon 0721 000000.</p></section>{menu("div", "main-nav-one")}
<section class="blog-details"><div class="container"><div class="row"><div class="col-lg-8"><div class="blog-details__main"><div class="blog-details__image"><img src="/g.jpg"></div>
<div class="blog-details__content"><div class="blog-one__meta"><a href="#">23 November 2026</a><a href="#">Dibaca 210</a></div><h3>{words(story.title)}</h3>{"".join(story.html())}</div></div>
<div class="share-block"><div class="left-block"><p>Kategori: <a href="/k">Berita</a></p></div>{share("social-block")}</div></div>
<div class="col-lg-4"><div class="sidebar-post"><h3>Berita Terbaru</h3>{teasers(story, 5, css="sidebar__post-single")}</div></div></div></div></section>
<section class="layanan-publik">{services}</section>{footer()}""",
        head=json_ld(story, body=False),
    )


UNSEEN: dict[str, Callable[[Story], str]] = {
    theme.__name__: theme for theme in (story_renderer, newkarma, tempo, jpnn, republika, office)
}
"""Each shape by its name."""
