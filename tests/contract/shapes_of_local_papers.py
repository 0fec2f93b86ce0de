"""The smaller outlets of Lampung and of the home outlet's network, of whose form only the system is known, if that."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tests.contract import articles_of_systems as systems
from tests.contract.article_shapes import ArticleShape
from tests.contract.feed_shapes import FeedShape
from tests.contract.feeds_of_systems import (
    BLOGGER,
    OLD,
    WORDPRESS,
    WORDPRESS_WHOLE,
)
from tests.contract.outlet_shape import Shape
from tests.contract.rubrics_of_lampung import LOCAL
from tests.contract.stories import EDITED, REPORTED, WRITTEN, signed, thanked

from lampungtui.model import Role


def local(
    host: str,
    article: ArticleShape,
    *,
    feed: FeedShape = WORDPRESS,
    path: str = "{slug}/",
    tracking: str = "",
) -> Shape:
    """A local paper on WordPress, of whose form only the system is known."""
    home = f"https://{host}/"
    return Shape(
        link=home + path,
        feed=feed,
        article=article,
        labels=LOCAL,
        picture=home + "wp-content/uploads/2026/11/{picture}",
        tracking=tracking,
        seen=False,
    )


LOCAL_PAPERS: Final[dict[str, Shape]] = {
    "kupas-tuntas": Shape(
        link="https://kupastuntas.co/2026/11/19/{slug}",
        feed=OLD,
        article=ArticleShape(
            systems.BARE,
            dateline="<strong>Kupastuntas.co, Metro - </strong>",
            ending=" (*)",
            place="Metro",
            agency="Kupastuntas.co",
        ),
        labels=LOCAL,
        picture="https://kupastuntas.co/uploads/posts/{picture}",
        source="Kupas Tuntas",
        seen=False,
    ),
    "rilis-lampung": Shape(
        link="https://lampung.rilis.id/Pemerintahan/Berita/{slug}-a1B2c3D",
        feed=OLD,
        article=ArticleShape(
            systems.NEWS_SITE, dateline="RILIS.ID, Metro — ", place="Metro", agency="RILIS.ID", credits=(WRITTEN,)
        ),
        labels={
            "Pemerintahan": "lampung-raya",
            "Bisnis": "ekbis",
            "Humaniora": "humaniora",
            "Ragam": "lainnya",
            "Politika": "politik",
        },
        picture="https://lampung.rilis.id/images/{picture}",
        source="Rilis.id",
        seen=False,
    ),
    "harian-momentum": Shape(
        link="https://harianmomentum.com/read/{number}/{slug}",
        feed=OLD,
        article=ArticleShape(systems.BARE, dateline="Harianmomentum.com--", ending="**", agency="Harianmomentum.com"),
        labels=LOCAL,
        picture="https://harianmomentum.com/uploads/{picture}",
        source="Harian Momentum",
        seen=False,
    ),
    "saibumi": Shape(
        link="https://www.saibumi.com/artikel-{number}-{slug}.html",
        feed=OLD,
        article=ArticleShape(
            systems.BARE,
            dateline="Saibumi.com (SMSI Lampung) Metro - ",
            ending=" (*/Ratna)",
            place="Metro",
            agency="Saibumi.com",
            credits=(thanked(Role.WRITER, "Ratna"),),
        ),
        labels=LOCAL,
        picture="https://www.saibumi.com/foto/{picture}",
        seen=False,
    ),
    "idn-times-lampung": Shape(
        link="https://lampung.idntimes.com/news/lampung/ratna/{slug}",
        feed=OLD,
        article=ArticleShape(
            systems.NEWS_SITE,
            dateline="<strong>Metro, IDN Times</strong> - ",
            place="Metro",
            agency="IDN Times",
            credits=(WRITTEN,),
        ),
        labels=LOCAL,
        picture="https://cdn.idntimes.com/content-images/post/20261119/{picture}",
        source="IDN Times Lampung",
        seen=False,
    ),
    "inews-lampung": Shape(
        link="https://lampung.inews.id/berita/{slug}",
        feed=OLD,
        article=ArticleShape(
            systems.NEWS_SITE,
            dateline="<strong>METRO, iNewsLampung.id - </strong>",
            below="<p>Editor : $editor</p>",
            place="Metro",
            agency="iNewsLampung.id",
            credits=(EDITED,),
        ),
        labels=LOCAL,
        picture="https://img.inews.co.id/media/{picture}",
        source="iNews Lampung",
        seen=False,
    ),
    "poskota-lampung": Shape(
        link="https://lampung.poskota.co.id/2026/11/19/{slug}",
        feed=OLD,
        article=ArticleShape(
            systems.NEWS_SITE,
            dateline="METRO, POSKOTA.CO.ID - ",
            ending=" (rtn)",
            place="Metro",
            agency="POSKOTA.CO.ID",
            credits=(signed("rtn"),),
        ),
        labels=LOCAL,
        picture="https://lampung.poskota.co.id/assets/{picture}",
        source="Poskota Lampung",
        seen=False,
    ),
    "teras-lampung": replace(
        local(
            "www.teraslampung.com",
            ArticleShape(
                systems.TAGDIV,
                dateline="<strong>TERASLAMPUNG.COM</strong> — ",
                agency="TERASLAMPUNG.COM",
                credits=(WRITTEN,),
            ),
            feed=WORDPRESS_WHOLE,
        ),
        seen=True,
    ),
    "sinar-lampung": replace(
        local(
            "sinarlampung.co",
            ArticleShape(
                systems.TAGDIV,
                dateline="Metro, (SL) – ",
                ending=" (Red/ Heny)",
                place="Metro",
                agency="SL",
                credits=(WRITTEN, thanked(Role.WRITER, "Heny")),
            ),
        ),
        seen=True,
    ),
    "lampung77": local(
        "lampung77.com",
        ArticleShape(systems.WORDPRESS, dateline="LAMPUNG77.COM, Metro – ", place="Metro", agency="LAMPUNG77.COM"),
        path="metro/{slug}/",
    ),
    "lampungtoday": local(
        "lampungtoday.com",
        ArticleShape(systems.WORDPRESS, dateline="<strong>METRO</strong> – ", ending=" (*)", place="Metro"),
        feed=WORDPRESS_WHOLE,
        path="2026/11/19/{slug}/",
    ),
    "jejamo": local(
        "jejamo.com",
        ArticleShape(
            systems.WORDPRESS,
            dateline="<strong>Berita Metro, Jejamo.com – </strong>",
            below="<p>Laporan $writer, wartawan jejamo.com, Portal Berita Lampung Terpercaya</p>",
            place="Metro",
            agency="Jejamo.com",
            credits=(REPORTED,),
        ),
        path="{slug}.html",
    ),
    "duajurai": local(
        "duajurai.co",
        ArticleShape(
            systems.WORDPRESS, dateline="METRO, duajurai.co – ", ending="***", place="Metro", agency="duajurai.co"
        ),
        path="2026/11/19/{slug}/",
    ),
    "netizenku": local(
        "netizenku.com",
        ArticleShape(
            systems.WORDPRESS,
            dateline="METRO (Netizenku.com): ",
            ending=" (Rls)",
            place="Metro",
            agency="Netizenku.com",
        ),
        tracking="?utm_source=rss&utm_medium=rss&utm_campaign=kabar",
    ),
    "lampungcorner": local(
        "lampungcorner.com",
        ArticleShape(
            systems.WORDPRESS,
            dateline="LAMPUNGCORNER.COM, Metro-- ",
            ending=" (*/hbb)",
            place="Metro",
            agency="LAMPUNGCORNER.COM",
            credits=(signed("hbb"),),
        ),
    ),
    "mediarakata": local(
        "mediarakata.com",
        ArticleShape(systems.WORDPRESS, dateline="MEDIARAKATA.COM - ", ending=" (red)", agency="MEDIARAKATA.COM"),
        feed=WORDPRESS_WHOLE,
    ),
    "lampungvisual": local(
        "lampungvisual.com",
        ArticleShape(
            systems.WORDPRESS,
            dateline="Metro, lampungvisual.com-",
            below="<p>Penulis: ($writer)</p>\n<p>859 kali dilihat</p>",
            place="Metro",
            agency="lampungvisual.com",
            credits=(WRITTEN,),
        ),
    ),
    "wawainews": local(
        "wawainews.id",
        ArticleShape(systems.WORDPRESS, dateline="WAWAINEWS.ID – ", ending=" ***", agency="WAWAINEWS.ID"),
        path="2026/11/{slug}/",
    ),
    "onlinekoe": local(
        "onlinekoe.com",
        ArticleShape(
            systems.WORDPRESS,
            dateline="METRO, ONLINEKOE.COM – ",
            ending=" (Red)",
            place="Metro",
            agency="ONLINEKOE.COM",
        ),
        feed=WORDPRESS_WHOLE,
    ),
    "inilampung": Shape(
        link="https://www.inilampung.com/2026/11/{slug}.html",
        feed=BLOGGER,
        article=ArticleShape(
            systems.BARE, dateline="INILAMPUNG.COM, Metro - ", ending=" (rls)", place="Metro", agency="INILAMPUNG.COM"
        ),
        labels=LOCAL,
        picture="https://blogger.googleusercontent.com/img/a/{picture}",
        seen=False,
    ),
    "lampungrayanews": local(
        "lampungrayanews.com",
        ArticleShape(systems.WORDPRESS, dateline="METRO. ", ending=" (adv)", place="Metro"),
        path="2026/11/{slug}/",
    ),
    "lampung-geh": local(
        "lampunggehnews.com",
        ArticleShape(
            systems.WORDPRESS,
            dateline="<strong>Lampung Geh, Metro</strong> - ",
            below="<p>Editor: $editor</p>",
            place="Metro",
            agency="Lampung Geh",
            credits=(EDITED,),
        ),
        path="2026/11/19/{slug}/",
    ),
    "klikpositif": replace(
        local(
            "klikpositif.com",
            ArticleShape(
                systems.WORDPRESS, dateline="<strong>KLIKPOSITIF</strong> - ", ending=" (*)", agency="KLIKPOSITIF"
            ),
            feed=WORDPRESS_WHOLE,
        ),
        labels={"Daerah": "nasional", "Nasional": "nasional", "Olahraga": "olahraga"},
        seen=True,
    ),
    "siberindo": Shape(
        link="https://siberindo.co/2026/11/19/{slug}/",
        feed=WORDPRESS,
        article=ArticleShape(
            systems.WORDPRESS, dateline="SIBERINDO.CO, METRO – ", place="Metro", agency="SIBERINDO.CO"
        ),
        labels={"Nasional": "nasional", "Ekonomi": "ekbis"},
        picture="https://siberindo.co/wp-content/uploads/{picture}",
        source="Siberindo.co",
        seen=False,
    ),
    "goindonesia": Shape(
        link="https://www.goindonesia.co/{slug}",
        feed=OLD,
        article=ArticleShape(systems.BARE, dateline="GOINDONESIA.CO - ", agency="GOINDONESIA.CO"),
        labels={"Nasional": "nasional", "Wisata": "rileks/jalan-jalan"},
        picture="https://www.goindonesia.co/foto/{picture}",
        source="Goindonesia.co",
        seen=False,
    ),
}
