"""Article pages of single outlets, by their own names for the parts of a page."""

from __future__ import annotations

from string import Template

LAMPUNGPRO = Template("""<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8"><meta name="title" content="Lampungpro.co"><title>$title</title>
<style>#description p { margin-bottom: 1rem }</style></head><body class="bg-gray-100 dark:bg-thdark">
<marquee><a href="${home}news/festival-sekura-kembali-digelar">Festival Sekura Kembali Digelar</a></marquee>
<div class="flex"><div class="w-full lg:w-4/6 p-3"><h1 class="font-bold text-2xl">$title</h1>
<div class="flex justify-between py-2"><p class="uppercase text-xs w-fit px-2 py-0.5 rounded-full">$label</p>
<p class="text-xs font-light"><i class="ti ti-calendar-event"></i> Kamis, 19 November 2026</p>
<p class="text-xs font-light"><i class="ti ti-eye"></i> 15260</p></div>
<div class="py-2"><img class="rounded-lg w-full" src="$picture" />
<p class="text-xs">Bibit siap tanam | Lampungpro.co/Kominfo</p></div>
<div id="description">
<p>$dateline$one</p>
<p>$two</p>
<p>Baca juga: <a href="${home}news/pupuk-kandang-gratis">Pupuk Kandang Gratis</a></p>
<p>$three</p>
<p>$four$ending</p>
$below
</div>
<div class="flex gap-2"><a aria-label="bagikan" href="#"><i class="ti ti-brand-whatsapp"></i></a></div>
<div class="mt-5"><h4 class="font-bold">Berikan Komentar</h4><form><textarea placeholder="Tulis"></textarea></form>
</div></div>
<div class="w-0 lg:w-2/6 hidden md:block">
<div class="flex flex-col gap-3"><div class="w-fit"><h4>Kopi Pahit</h4></div>
<p>Dukungan dan warisan yang besar, juga mengandung makna...</p>
<p><i class="ti ti-eye"></i> 15261</p></div>
<div class="flex flex-col gap-3"><div class="w-fit"><h4>Terpopuler</h4></div><p class="uppercase rounded-full">EKBIS</p>
<p><i class="ti ti-eye"></i> 7647</p></div>
<div><h4 class="w-fit">terkini</h4><p><i class="ti ti-eye"></i> 265</p><p><i class="ti ti-calendar-event">
</i> 02-Apr-2025</p></div>
<h4>Mitra</h4><a href="https://unila.ac.id/">Universitas Lampung</a><h4>Network</h4>
<a href="https://klikpositif.com/">Klikpositif</a>
</div></div></body></html>
""")
"""No JSON-LD, no canonical link, no words for its parts but #description."""

ANTARA_REGIONAL = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title - $outlet</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"><meta itemprop="datePublished" content="2026-11-19T19:40:00+07:00"></head>
<body>
<header><nav><ul><li><a href="/terkini">Terkini</a></li><li><a href="/lampung-update">$label</a></li></ul></nav></header>
<article class="post-wrapper clearfix"><header class="post-header"><h1 class="post-title">$title</h1>
<p class="simple-share">
<time class="time" itemprop="datePublished" datetime="2026-11-19T19:40:00+07:00">Kamis, 19 November 2026 19:40
WIB</time></p></header>
<figure class="image-overlay"><img src="${picture}?kecil" alt="">
<figcaption>Bibit siap tanam. (Antaralampung/ho)</figcaption></figure>
<div class="post-content clearfix">
$dateline$one<br /><br />
$two<br /><br />
<span class="baca-juga"><b>Baca juga: <a href="/berita/700001/pupuk-kandang-gratis">Pupuk kandang gratis</a></b></span>
<br /><br />
$three<br /><br />
<p class="track-bacajuga">Ikuti kami di <a href="#">Google News</a></p>
$four$ending<br /><br />
<p class="text-muted small">$below</p>
</div></article>
<aside class="col-md-4"><h3>Terpopuler</h3><article class="simple-post"><h3><a href="/berita/2/x">Harga lada naik</a>
</h3></article></aside>
<footer><p>Copyright &copy; 2026 $outlet</p></footer></body></html>
""")

ANTARA_NATIONAL = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title - $outlet</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"></head><body>
<nav><ul class="navbar"><li><a href="/politik">Politik</a></li></ul></nav>
<div class="wrap__article-detail"><div class="wrap__article-detail-title"><h1>$title</h1></div>
<div class="wrap__article-detail-info"><ul class="list-inline"><li class="list-inline-item"><i class="fa fa-clock-o">
</i></li>
<li class="list-inline-item mr-2"><span>Kamis, 19 November 2026 19:40 WIB</span></li>
<li class="list-inline-item">waktu baca 2 menit</li></ul></div>
<div class="wrap__article-detail-image"><figure><img src="$picture"><figcaption>Bibit siap tanam.</figcaption></figure>
</div>
<div class="wrap__article-detail-content post-content">
<p>$dateline$one</p>
<p>$two</p>
<span class="track-related">Baca juga: <a href="/berita/1/pupuk">Pupuk kandang dibagikan gratis kepada petani</a></span>
<p class="track-video">Tonton video: menyemai pala di halaman rumah</p>
<p>$three</p>
<p>$four$ending</p>
<p class="text-muted mt-2 small">$byline</p>
</div><div class="blog-tags">Tags: <a href="/tag/pala">pala</a></div></div>
<div class="sidebar"><h4>Terpopuler</h4><p>Lima kabar yang paling banyak dibaca orang dalam sepekan ini.</p></div>
</body></html>
""")
"""The credits stand in the foot of the text, which is the author element too."""

TRIBUN = Template("""<!DOCTYPE html>
<html lang="id-ID"><head><meta charset="utf-8"><title>$title - $outlet</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"></head><body>
<div id="header"><ul><li><a href="${home}metro">Metro</a></li></ul></div><div class="fl w677"><div id="article">
<h1 class="f32 ln40 fbo" id="arttitle">$title</h1><div class="mt10">
<time class="grey">Tayang: Kamis, 19 November 2026 19:40 WIB</time></div>
<div class="f20 credit mt10"><h6>$byline</h6></div><div id="article_con">
<div id="artimg"><img class="imgfull" src="$picture" alt=""><div class="arial f12 pt5 grey2">Bibit siap tanam.</div></div>
<div class="side-article txt-article multi-fontsize editcontent">
<p><strong>$above</strong></p>
<p><strong>$dateline</strong>$one</p>
<p>$two</p>
<p class="baca"><strong>Baca juga: <a href="${home}metro/1/pupuk-kandang-gratis">Pupuk Kandang Gratis</a></strong></p>
<p>• VIDEO Menyemai Pala di Halaman</p>
<p>$three</p>
<div class="reserved_box_ads">ADVERTISEMENT</div>
<p>$four</p>
<p>$ending</p>
<p>Artikel ini telah tayang di ${outlet} dengan judul $title</p>
</div>
<div class="paging"><a href="$url?page=1">1</a><a href="$url?page=2">2</a><a href="$url?page=2">Selanjutnya</a></div>
<div class="side-article mb5"><h5>Tags</h5><a href="${home}tag/pala">pala</a></div></div></div></div>
<div id="footer">&copy; 2026 $outlet</div></body></html>
""")

DETIK = Template("""<!DOCTYPE html>
<html lang="id-ID"><head><meta charset="utf-8"><title>$title</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"><meta name="dtk:kanal" content="$label"></head><body>
<div class="nav"><a href="https://www.detik.com/sumbagsel">detikSumbagsel</a></div>
<article class="detail"><div class="detail__header"><h1 class="detail__title"> $title </h1>
<div class="detail__author">$writer - <span class="detail__label">detikSumbagsel</span></div>
<div class="detail__date">Kamis, 19 Nov 2026 19:40 WIB</div></div>
<div class="share-box"><a href="#">Facebook</a><a href="#">Copy Link</a></div>
<div class="detail__media"><figure><img src="$picture" alt="">
<figcaption class="detail__media-caption">Foto: Dok. warga</figcaption></figure></div>
<div class="detail__body itp_bodycontent_wrapper"><div class="detail__body-text itp_bodycontent">
<strong>$dateline</strong> - <p>$one</p>
<p>$two</p>
<table class="linksisip"><tbody><tr><td>
<div class="lihatjg">Baca juga: <a href="https://www.detik.com/x">Pupuk Kandang Gratis</a></div></td></tr></tbody>
</table>
<p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p>
<p>$three</p>
<p>[Gambas:Video 20detik]</p>
<p>$four</p>
<p>Simak Video '<a href="https://20.detik.com/x">Menyemai Pala di Halaman</a>'</p>
<p><strong>$ending</strong></p>
</div></div>
<div class="detail__body-tag"><div class="nav"><a href="https://www.detik.com/tag/pala">pala</a></div></div></article>
<div class="list-content"><h3>Berita Terkait</h3>
<p>Kebun pala seluas dua hektare di tepi kota kini dibuka bagi pelajar.</p></div></body></html>
""")

KOMPAS = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"></head><body><div class="header">
<a href="https://www.kompas.com/lampung/">Lampung</a></div>
<div class="read__header"><h1 class="read__title">$title</h1>
<div class="read__time">Kompas.com- 19/11/2026, 19:40 WIB</div>
<div class="read__credit"><div class="credit-title-name"><h6>$writer,</h6>

<h6>$second</h6></div><div class="credit-title-nameEditor">Tim Redaksi</div></div></div>
<div class="photo"><img src="$picture" alt=""><div class="photo__caption">Bibit siap tanam.(Dok. warga)</div></div>
<div class="read__content"><div class="clearfix">
<p><strong>$dateline</strong>$one</p>
<p>$two</p>
<p><strong>Baca juga:<a href="https://regional.kompas.com/x">Pupuk Kandang Gratis</a></strong></p>
<div class="kompasidRec"><ins></ins></div>
<p>$three</p>
<p>$four</p>
<p>$ending</p>
</div></div>
<div class="read__tagging"><ul><li><a href="#">pala</a></li></ul></div>
<div class="inner-link-baca-juga">Simak breaking news dan berita pilihan kami langsung di ponselmu.</div></body></html>
""")

LIPUTAN6 = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title</title><link rel="canonical" href="$url">
<meta property="article:published_time" content="2026-11-19T19:40:00+07:00"><meta property="og:image" content="$picture">
<meta property="article:section" content="$label"></head>
<body><header class="read-page--header"><h1 class="read-page--header--title entry-title">$title</h1>
<div class="read-page-box__author"><a class="read-page-box__author__name" href="#">$writer</a>
<span class="read-page-box__author__updated">Diperbarui 19 Nov 2026, 20:10 WIB</span></div></header>
<div class="read-page--social-share"><a href="#">Share</a></div>
<div class="article-content-body">
<div class="article-content-body__item-page" data-page="1"><div class="article-content-body__item-content">
<p><b>$dateline</b>$one</p>
<p>$two</p>
<div class="advertisement-placeholder"><p>Advertisement</p></div>
<div class="baca-juga-collections"><p>BACA JUGA</p><ul><li><a href="#">Pupuk Kandang Gratis</a></li></ul></div>
</div></div>
<div class="article-content-body__item-page" data-page="2"><div class="article-content-body__item-content">
<p>$three</p>
<p>Baca Juga</p><p><a href="${home}regional/read/1/kebun-pala">Kebun Pala Dibuka</a></p>
<p>$four$ending</p>
$below
</div></div></div>
<div class="tags--snippet"><a href="#">pala</a></div>
<aside><h3>Terpopuler</h3><p>Lima kabar yang paling banyak dibaca orang dalam sepekan ini.</p></aside></body></html>
""")

TEMPO = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title | tempo.co</title><link rel="canonical" href="$url">
<meta property="article:published_time" content="2026-11-19T19:40:00+07:00"><meta property="og:image" content="$picture">
<meta name="author" content="$writer"></head><body><nav><a href="${home}nasional">Nasional</a></nav>
<main><h1 class="text-4xl">$title</h1><p class="text-neutral-900">19 November 2026 | 19.40 WIB</p>
<div class="flex share"><button>Bagikan</button></div><figure><img src="$picture">
<figcaption>Bibit siap tanam. Tempo</figcaption></figure>
<div id="content-wrapper">
<p><strong>$dateline</strong>$one</p>
<p>$two</p>
<div class="iklan"><p>Scroll ke bawah untuk melanjutkan membaca</p></div>
<p>$three</p>
<p>$four$ending</p>
$below
<p>Pilihan Editor: <a href="${home}x">Kebun Pala Dibuka bagi Pelajar</a></p>
</div><div class="tag"><a href="#">pala</a></div></main>
<aside><p>Lima kabar yang paling banyak dibaca orang dalam sepekan ini.</p></aside></body></html>
""")

REPUBLIKA = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title | Republika Online</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"></head><body><div class="header"><a href="${home}kanal/news">$label</a></div>
<div class="max-card__title"><h1>$title</h1><div class="date date-item__headline">Kamis   19 Nov 2026  19:40 WIB</div>
</div>
<div class="max-card"><div class="max-card__title">Rep: <a href="${home}page/author/ratna">$writer</a></div></div>
<div class="max-card__image"><img src="$picture"></div>
<div class="article-content"><article>
<p>$dateline$one</p>
<p>$two</p>
<p><strong>Baca Juga</strong></p><ul><li><a href="${home}berita/x">Pupuk Kandang Gratis</a></li></ul>
<p>ADVERTISEMENT</p>
<p>$three</p>
<p>SCROLL TO CONTINUE READING</p>
<p>$four</p>
<p>$ending</p>
<p>Ikuti Whatsapp Channel Republika</p>
</article></div>
<div class="terkait"><p>Kebun pala seluas dua hektare di tepi kota kini dibuka bagi pelajar.</p></div></body></html>
""")

SINDONEWS = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"></head><body><div class="menu"><a href="${home}">Home</a></div>
<h1 class="detail-title">$title</h1><div class="detail-nama-redaksi"><div class="warp-nama-redaksi">
<a rel="author" href="${home}blog/9/ratna">$writer</a>Kamis, 19 November 2026 - 19:40 WIB</div></div>
<div class="detail-date-artikel">Kamis, 19 November 2026 - 19:40 WIB</div>
<div class="detail-img"><img src="$picture"><figcaption>Bibit siap tanam. Foto: Dok. warga</figcaption></div>
<div class="detail-desc" id="detail-desc" itemprop="articleBody">
<b>$dateline</b>$one<br><br>
$two<br><br>
<div class="baca-inline"><div>Baca Juga: </div><a href="${home}read/1/x">Pupuk Kandang Gratis</a></div>
$three<br><br>
<strong>Lihat Juga: <a href="#">Kebun Pala Dibuka bagi Pelajar</a></strong><br><br>
$four<br><br>
$ending
</div><div class="wrap-share"><a href="#">Share</a></div><div class="detail-tag"><a href="#">pala</a></div></body></html>
""")

OKEZONE = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title : Okezone News</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"></head><body><div class="breadcrumb"><a href="${home}">Home</a>
<a href="#">$label</a></div>
<div class="title-article"><h1>$title</h1></div>
<div class="journalist"><a href="#" title="$writer">$writer</a>
<span>,&nbsp;Jurnalis-Kamis, 19 November 2026 |19:40 WIB</span></div>
<div class="share-top"><a href="#">Bagikan</a></div><div class="thumb"><img src="$picture">
<p>Bibit siap tanam (Foto: Dok. warga)</p></div>
<div class="c-detail read">
<p><strong>$dateline</strong>$one</p>
<p>$two</p>
<p><strong>Baca Juga:</strong> <a href="${home}read/x">Pupuk Kandang Gratis</a></p>
<p>$three</p>
<p>$four</p>
<p>$ending</p>
<p>Follow Berita Okezone di Google News</p>
</div><div class="detail-tag"><a href="#">pala</a></div></body></html>
""")

SUARA = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"><script type="application/ld+json">
{"@context":"https://schema.org","@type":"NewsArticle","headline":"$title","datePublished":"2026-11-19T19:40:00+07:00",
"articleSection":"$label","author":[{"@type":"Person","name":"$writer"}],
"publisher":{"@type":"Organization","name":"Suara.com"}}</script></head>
<body><nav><a href="https://www.suara.com/">Suara.com</a></nav><div class="content"><h1>$title</h1>
<div class="writer"><span>$writer</span></div><div class="date-article">Kamis, 19 November 2026 | 19:40 WIB</div>
<div class="img-article"><img src="$picture"><p>Bibit siap tanam. [Dok. warga]</p></div>
<div class="detail-content detail-berita">
<p><strong>$dateline</strong>$one</p>
<p>$two</p>
<div class="baca-juga-new"><p>Baca Juga:<a href="https://www.suara.com/x">Pupuk Kandang Gratis</a></p></div>
<p>$three</p>
<p>$four$ending</p>
<p>Kontributor : $editor</p>
</div></div>
<div class="tag"><a href="#">pala</a></div><aside><h3>Terpopuler</h3>
<p>Lima kabar yang paling banyak dibaca pekan ini.</p></aside></body></html>
""")

VIVA = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title</title>
<link rel="alternate" type="application/rss+xml" title="VIVA RSS">
<meta property="og:image" content="$picture"></head><body><div class="header"><a href="${home}daerah">Daerah</a></div>
<div class="main-content-head"><h1 class="main-content-title">$title</h1>
<div class="main-content-date">Kamis, 19 November 2026 - 19:40 WIB</div>
<div class="main-content-author">Oleh : <ul><li><a href="${home}penulis/12-ratna">$writer</a></li></ul></div></div>
<div class="main-content-image"><img src="${picture}?kecil"><div class="caption">Bibit siap tanam.</div></div>
<div class="main-content-detail">
<p><strong>$dateline</strong>$one</p>
<p>$two</p>
<div class="ads-on-body">ADVERTISEMENT</div>
<p>Baca Juga: <a href="${home}daerah/1-pupuk">Pupuk Kandang Gratis</a></p>
<p>$three</p>
<p>$four</p>
<p><a href="$url?page=2">Halaman Selanjutnya</a></p>
</div>
<div class="column-small"><h3>Terpopuler</h3><div class="article-list-row">
<a class="article-list-title" href="${home}x">Lain</a></div></div>
</body></html>
""")

JPNN = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title - JPNN.com</title><link rel="canonical" href="$url">
<meta name="jpnncom_news_author" content="$writer"><meta name="jpnncom_news_pubdate" content="2026-11-19 19:40:00">
<meta property="og:image" content="$picture"></head><body><div class="nav"><a href="${home}daerah">$label</a></div>
<h1 class="judul">$title</h1><div class="silver">Kamis, 19 November 2026 – 19:40 WIB</div><img src="$picture">
<div itemprop="articleBody">
<p><strong>$dateline</strong>$one</p>
<p>$two</p>
<p>Baca Juga: <a href="${home}news/x">Pupuk Kandang Gratis</a></p>
<p>$three</p>
<p>$four$ending</p>
<p>Silakan baca konten menarik lainnya dari JPNN.com di <a href="#">Google News</a></p>
</div><div class="share"><a href="#">Facebook</a> <a href="#">WhatsApp</a></div></body></html>
""")

RRI = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>RRI.co.id - $title</title><meta property="og:title" content="$title">
<meta property="og:image" content="$picture"></head><body><nav>
<a href="https://rri.co.id/bandar-lampung">Bandar Lampung</a></nav>
<div class="post_details"><h2>$title</h2><div class="author">Oleh - $writer, Editor - $editor</div>
<div class="date">19 Nov 2026 - 19:40 WIB</div><img src="$picture" class="utama">
<div class="post_details_inner">
<p>$dateline$one</p>
<p>$two</p>
<p>Baca juga: <a href="https://rri.co.id/x">Pupuk Kandang Gratis</a></p>
<p>$three</p>
<p>$four$ending</p>
</div><div class="social"><a href="#">Share</a></div></div>
<div class="sidebar"><h4>Terpopuler</h4><p>Lima kabar yang paling banyak dibaca pekan ini.</p></div></body></html>
""")

KUMPARAN = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title | kumparan.com</title>
<meta property="og:title" content="$title">
<link rel="canonical" href="$url"><meta name="author" content="$writer"><meta property="og:image" content="$picture">
<script type="application/ld+json">
{"@type":"NewsArticle","headline":"$title","datePublished":"2026-11-19T12:40:00.000Z"}</script>
</head><body><div data-qa-id="navbar"><a href="/">kumparan</a></div><span data-qa-id="story-title">$title</span>
<div class="StoryHeader"><span>19 November 2026 19:40 WIB</span><span>waktu baca 2 menit</span></div>
<div class="article-content">
<div><p>$dateline$one</p></div>
<div><p>$two</p></div>
<div class="Ads"><p>ADVERTISEMENT</p></div>
<div><p>$three</p></div>
<div><p>$four$ending</p></div>
</div><div class="Reaction"><p>Suka</p></div><div><p>Laporkan tulisan</p></div></body></html>
""")

MEDIA_INDONESIA = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title</title><link rel="canonical" href="$url">
<meta property="og:image" content="$picture"><script type="application/ld+json">
[{"@context":"https://schema.org","@type":"NewsArticle","headline":"$title","datePublished":"2026-11-19T19:40:00+07:00",
"articleSection":"$label"}]</script></head><body><div class="menu"><a href="${home}nusantara">Nusantara</a></div>
<h1>$title</h1><div class="info"><div class="author-2"><a href="#">$writer</a></div>
<span class="tgl">19/11/2026 19:40</span></div>
<figure><img src="$picture"><figcaption>Bibit siap tanam.(MI/Dok. warga)</figcaption></figure>
<div class="article">
<p>$dateline$one</p>
<p>$two</p>
<p><strong>Baca juga : <a href="${home}x">Pupuk Kandang Gratis</a></strong></p>
<p>$three</p>
<p>$four$ending</p>
<p>$below</p>
</div><div class="sosmed"><a href="#">Facebook</a></div>
<div class="sidebar"><h3>Terpopuler</h3><p>Lima kabar yang paling banyak dibaca pekan ini.</p></div></body></html>
""")
