"""The outlets of Lampung whose pages are known by their parts, and Suara.com, whose partner the home outlet is."""

from __future__ import annotations

from typing import Final

from tests.contract import articles_of_outlets as pages
from tests.contract import articles_of_systems as systems
from tests.contract import listings
from tests.contract.article_shapes import ArticleShape
from tests.contract.feeds_of_outlets import ANTARA, TRANSMEDIA, TRIBUN, VIVA
from tests.contract.feeds_of_systems import (
    DISWAY,
    OLD,
    POSTS_WITH_EDITORS,
    SITEMAP,
    VARIENT,
)
from tests.contract.outlet_shape import Shape
from tests.contract.rubrics_of_lampung import OWN_LABELS, REGIONS
from tests.contract.stories import EDITED, EDITOR, REPORTED, SECOND, WRITTEN, signed, thanked

from lampungtui.model import Role

LAMPUNG: Final[dict[str, Shape]] = {
    "lampungpro": Shape(
        link="https://lampungpro.co/news/{slug}",
        feed=listings.LAMPUNGPRO,
        article=ArticleShape(
            pages.LAMPUNGPRO,
            dateline="METRO (Lampungpro.co): ",
            ending=" (***)",
            below="<p>Editor : $editor</p>",
            place="Metro",
            agency="Lampungpro.co",
            credits=(EDITED,),
            hour=False,
        ),
        labels=OWN_LABELS,
        picture="https://lampungpro.co/laravel-filemanager/photos/33/Metro/{picture}",
    ),
    "antara-lampung": Shape(
        link="https://lampung.antaranews.com/berita/{number}/{slug}",
        feed=ANTARA,
        article=ArticleShape(
            pages.ANTARA_REGIONAL,
            dateline="Metro&nbsp; (ANTARA) - ",
            below="Pewarta :&nbsp;$writer<br />Editor:&nbsp;$editor<br />COPYRIGHT &copy;&nbsp;ANTARA&nbsp;2026",
            place="Metro",
            agency="ANTARA",
            credits=(REPORTED, EDITED, thanked(Role.AGENCY, "ANTARA")),
        ),
        labels={"Lampung Update": "lampung-raya", **REGIONS},
        picture="https://cdn.antaranews.com/cache/270x180/2026/11/19/{picture}",
        tracking="?utm_source=antaranews&utm_medium=rss",
    ),
    "tribun-lampung": Shape(
        link="https://lampung.tribunnews.com/metro/{number}/{slug}",
        feed=TRIBUN,
        article=ArticleShape(
            pages.TRIBUN,
            above="Laporan Reporter Tribun Lampung $writer",
            dateline="TRIBUNLAMPUNG.CO.ID, METRO - ",
            ending="( Tribunlampung.co.id / $writer )",
            byline='<div id="penulis">Penulis: <a href="#">$writer</a> | </div><div>Editor: <a href="#">$editor</a></div>',
            place="Metro",
            agency="TRIBUNLAMPUNG.CO.ID",
            credits=(WRITTEN, EDITED, REPORTED),
            next_page="?page=2",
        ),
        labels={
            "Metro": "lampung-raya/metro",
            "Bisnis": "ekbis",
            "Superskor": "olahraga/sepakbola",
            "Sport": "olahraga",
            "Seleb": "rileks/hiburan",
            "Lifestyle": "humaniora/gaya-hidup",
            "Travel": "rileks/jalan-jalan",
            "Parapuan": "humaniora/gaya-hidup",
            "Otomotif": "otomotif",
            "Techno": "teknologi",
        },
        picture="https://asset-2.tstatic.net/lampung/foto/bank/thumbnails2/{picture}",
    ),
    "lampung-post": Shape(
        link="https://lampost.co/lampung/metro/{slug}/",
        feed=POSTS_WITH_EDITORS,
        article=ArticleShape(
            systems.JNEWS,
            dateline='Metro (<a href="https://lampost.co/">\nLampost.co</a>\n) &#8212; ',
            ending=" (Ratna)",
            place="Metro",
            agency="Lampost.co",
            credits=(EDITED, thanked(Role.WRITER, "Ratna")),
        ),
        labels={
            "Lampung": "lampung-raya",
            "Bandar Lampung": "lampung-raya/bandar-lampung",
            "Ekonomi dan Bisnis": "ekbis",
            "Metro": "lampung-raya/metro",
            "Humaniora": "humaniora",
            "Pendidikan": "humaniora/pendidikan",
            "Teknologi": "teknologi",
            "Otomotif": "otomotif",
            "Olahraga": "olahraga",
            "Bola": "olahraga/sepakbola",
            "Opini": "opini",
            "Nuansa": "opini",
            "Refleksi": "opini",
            "Advertorial": "kemitraan",
        },
        picture="https://lampost.co/wp-content/uploads/2026/11/{picture}",
    ),
    "viva-lampung": Shape(
        link="https://lampung.viva.co.id/daerah/{number}-{slug}",
        feed=VIVA,
        article=ArticleShape(
            pages.VIVA, dateline="Metro , Lampung –", place="Metro", credits=(WRITTEN,), next_page="?page=2"
        ),
        labels={"Daerah": "lampung-raya", "Berita": "lampung-raya", "Wisata": "rileks/jalan-jalan"},
        picture="https://thumb.viva.co.id/media/frontend/thumbs3/2026/11/19/{picture}",
    ),
    "detik-sumbagsel": Shape(
        link="https://www.detik.com/sumbagsel/berita/d-{number}/{slug}",
        feed=listings.DETIK_TAG,
        article=ArticleShape(
            pages.DETIK,
            dateline="Metro",
            ending="(rtn/dwn)",
            place="Metro",
            credits=(REPORTED, signed("rtn"), signed("dwn")),
        ),
        labels={"Berita": "lampung-raya", "Hukum": "hukum", "Bisnis": "ekbis"},
        picture="https://akcdn.detik.net.id/community/media/visual/2026/11/19/{picture}",
        tracking="?tag_from=wp_nhl_judul_1#google_vignette",
    ),
    "radar-lampung": Shape(
        link="https://radarlampung.disway.id/read/{number}/{slug}",
        feed=DISWAY,
        article=ArticleShape(
            systems.DISWAY,
            dateline="<strong>RADARLAMPUNG.CO.ID</strong> – ",
            ending=" <strong>(ehl/rnn/wdi)</strong>",
            agency="RADARLAMPUNG.CO.ID",
            credits=(signed("ehl"), signed("rnn"), signed("wdi")),
            next_page="/15",
        ),
        labels={
            "Lampung Raya": "lampung-raya",
            "Ekonomi Bisnis": "ekbis",
            "Advertorial": "kemitraan",
            "Pesawaran": "lampung-raya/pesawaran",
            "Metro": "lampung-raya/metro",
        },
        picture="https://radarlampung.disway.id/upload/{picture}",
        seen=False,
    ),
    "media-lampung": Shape(
        link="https://medialampung.disway.id/read/{number}/{slug}",
        feed=DISWAY,
        article=ArticleShape(
            systems.DISWAY,
            dateline="Medialampung.co.id – ",
            ending=" (lusiana)",
            below="<p>Tags: <a href='#'>pala</a></p>",
            agency="Medialampung.co.id",
            credits=(thanked(Role.WRITER, "lusiana"),),
            next_page="/15",
        ),
        labels={"Metro": "lampung-raya/metro", "Daerah": "lampung-raya", "Ekonomi Bisnis": "ekbis"},
        picture="https://medialampung.disway.id/upload/{picture}",
        seen=False,
    ),
    "radar-lambar": Shape(
        link="https://radarlambar.bacakoran.co/read/{number}/{slug}",
        feed=DISWAY,
        article=ArticleShape(
            systems.DISWAY,
            dateline="Radarlambar.com - ",
            ending=" (yan/d1n/mlo)",
            agency="Radarlambar.com",
            credits=(signed("yan"), signed("d1n"), signed("mlo")),
            next_page="/15",
        ),
        labels={"Metro": "lampung-raya/metro", "Daerah": "lampung-raya"},
        picture="https://radarlambar.bacakoran.co/upload/{picture}",
        source="Radar Lambar",
        seen=False,
    ),
    "rmol-lampung": Shape(
        link="https://www.rmollampung.id/{slug}",
        feed=VARIENT,
        article=ArticleShape(systems.VARIENT, credits=(WRITTEN,)),
        labels={
            "Daerah": "lampung-raya",
            "Politik": "politik",
            "Hukum": "hukum",
            "Ekonomi": "ekbis",
            "Peristiwa": "lampung-raya",
            "Olahraga": "olahraga",
            "Opini": "opini",
            "Kampus": "humaniora/pendidikan",
            "Pemerintahan": "lampung-raya",
            "Dunia": "dunia",
            "Pendidikan": "humaniora/pendidikan",
            "Kesehatan": "humaniora/kesehatan",
        },
        picture="https://www.rmollampung.id/uploads/images/202611/{picture}",
        seen=False,
    ),
    "suara-lampung": Shape(
        link="https://lampung.suara.com/read/2026/11/19/194000/{slug}",
        feed=SITEMAP,
        article=ArticleShape(
            pages.SUARA,
            dateline="SuaraLampung.id - ",
            agency="SuaraLampung.id",
            credits=(thanked(Role.CONTRIBUTOR, EDITOR),),
        ),
        labels={
            "Metro": "lampung-raya/metro",
            "Bandar Lampung": "lampung-raya/bandar-lampung",
            "Lampung": "lampung-raya",
        },
        picture="https://media.suara.com/pictures/970x544/2026/11/19/{picture}",
    ),
    "rri-bandar-lampung": Shape(
        link="https://rri.co.id/bandar-lampung/daerah/{number}/{slug}",
        feed=OLD,
        article=ArticleShape(
            pages.RRI, dateline="KBRN, Metro: ", place="Metro", agency="KBRN", credits=(WRITTEN, EDITED)
        ),
        labels={"Daerah": "lampung-raya", "Metro": "lampung-raya/metro"},
        picture="https://cdn.rri.co.id/berita/{picture}",
        source="RRI.co.id",
    ),
    "kompas-lampung": Shape(
        link="https://regional.kompas.com/read/2026/11/19/194000878/{slug}",
        feed=OLD,
        article=ArticleShape(
            pages.KOMPAS,
            dateline="METRO, KOMPAS.com -",
            ending="(Penulis: $writer | Editor: $editor)",
            place="Metro",
            agency="KOMPAS.com",
            credits=(WRITTEN, thanked(Role.WRITER, SECOND), EDITED),
        ),
        labels={"Regional": "lampung-raya", "Lampung": "lampung-raya"},
        picture="https://asset.kompas.com/crops/2026/11/19/{picture}",
        source="Kompas.com",
    ),
    "suara": Shape(
        link="https://www.suara.com/bisnis/2026/11/19/194000/{slug}",
        feed=TRANSMEDIA,
        article=ArticleShape(
            pages.SUARA, dateline="Suara.com - ", agency="Suara.com", credits=(thanked(Role.CONTRIBUTOR, EDITOR),)
        ),
        labels={
            "News": "nasional",
            "Bisnis": "ekbis",
            "Bola": "olahraga/sepakbola",
            "Lifestyle": "humaniora/gaya-hidup",
            "Entertainment": "rileks/hiburan",
            "Otomotif": "otomotif",
            "Tekno": "teknologi",
            "Health": "humaniora/kesehatan",
            "Wawancara": "rileks/sosok",
            "Pressrelease": "kemitraan",
        },
        picture="https://media.suara.com/pictures/970x544/2026/11/19/{picture}",
    ),
}
