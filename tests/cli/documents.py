"""Documents of an invented outlet, as files for the command line."""

from __future__ import annotations

from pathlib import Path

PAGES = Path(__file__).parents[1] / "contract" / "pages"

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Kabar Siger</title><link>https://kabar.example/</link>
<item><title>Pasar Margorejo Ditata &amp; Dicat</title><link>https://kabar.example/pasar?utm_source=rss</link>
<guid isPermaLink="false">siger-1</guid><pubDate>Thu, 21 Nov 2024 14:05:00 +0700</pubDate>
<author>rina@kabar.example (Rina Wulandari)</author><category>Metro</category><category>Ekbis</category>
<description>&lt;p&gt;Pedagang dipindah ke &lt;b&gt;lapak&lt;/b&gt; sementara.&lt;/p&gt;</description>
<enclosure url="https://kabar.example/pasar.jpg" type="image/jpeg" length="1234"/></item>
<item><title>Panen Padi Dimulai</title><link>https://kabar.example/padi</link>
<description>Petani memanen.</description></item>
</channel></rss>
"""

ARTICLE = """<!DOCTYPE html>
<html lang="id"><head><title>Pasar Margorejo Ditata Ulang | Kabar Siger</title>
<meta property="article:published_time" content="2024-11-21T14:05:00+07:00">
<meta property="og:image" content="https://kabar.example/pasar.jpg"></head>
<body><nav><a href="/">Beranda</a></nav><h1>Pasar Margorejo Ditata Ulang</h1><article>
<p>METRO (Lampungpro.co): Pemerintah kota menata ulang pasar di tepi kali mulai pekan depan, kata kepala dinas pasar.</p>
<h2>Lapak sementara</h2>
<p>Pedagang menempati <strong>lapak sementara</strong> di halaman terminal lama sampai pekerjaan itu selesai.</p>
<ul><li>Sayur di sisi timur</li><li>Ikan di sisi barat</li></ul>
<p>Editor: Rina Wulandari</p></article></body></html>
"""

PROFILE = """id = "kabar-siger"
name = "Kabar Siger"
home = "https://kabar.example/"

[[feeds]]
id = "utama"
kind = "page"
url = "https://kabar.example/metro"
title = "Metro"

[listing]
item = "div.kartu"
title = "a"

[page]
title = "h3.kepala"
body = "div.isi"
"""

LISTING = """<!DOCTYPE html><html><head><title>Metro</title></head><body>
<div class="kartu"><a href="/berita/pasar">Pasar Margorejo Ditata Ulang</a></div>
<div class="kartu"><a href="/berita/padi">Panen Padi Dimulai</a></div>
<div class="iklan"><a href="/iklan/motor-murah-di-metro-hari-ini">Motor murah di Metro hari ini saja</a></div>
</body></html>
"""

STEERS = "\x1b]52;c;Y3VyaQ==\x07Pasar\x1b[2J\x9b31m \u202eterbalik\u2066 \u2028baris\x00 \x08\x7f\ufeffakhir"
"""A title that sets a clipboard, clears a screen, turns the text around and ends the line, where it gets through."""
