"""What the tests of the screens about sources share: homes whose outlets are on loopback, and a look at whole screens."""

from __future__ import annotations

import gettext
import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from pathlib import Path

from rich.cells import cell_len
from tests.fetch.outletserver import OutletServer, answer
from tests.ui.conftest import QUIET
from tests.ui.person import SCROLLBAR, Person

import lampungtui
from lampungtui.folders import Folders
from lampungtui.outlets.loader import load_outlets

SIZES = ((80, 24), (120, 35), (200, 50), (60, 20))

SHORTEST = 4
"""Letters of an English word that counts as one: shorter ones are words of both languages."""


def new_home(folder: Path, config: str = QUIET, subscriptions: str | None = "outlets = []\n") -> Folders:
    """A home with these settings and this file of subscriptions, and nothing stored."""
    folders = Folders.under(folder)
    folders.config.mkdir(parents=True)
    folders.config_file.write_text(config, encoding="utf-8")
    if subscriptions is not None:
        folders.subscriptions_file.write_text(subscriptions, encoding="utf-8")
    return folders


def catalogue_on_loopback(folders: Folders, server: OutletServer) -> list[str]:
    """Moves every outlet of the catalogue to this server, for this home; gives the ids of those on by default."""
    folders.outlets.mkdir(parents=True)
    outlets = load_outlets()
    for outlet in outlets:
        (folders.outlets / f"{outlet.id}.toml").write_text(
            f'id = "{outlet.id}"\nname = "{outlet.name}"\nhome = "{server.at(f"/{outlet.id}/")}"\n'
            f'scope = "{outlet.scope}"\nconfidence = "{outlet.confidence}"\non = {str(outlet.on).lower()}\n'
            f'[[feeds]]\nid = "a"\nkind = "rss"\nurl = "{server.at(f"/{outlet.id}/rss")}"\ntitle = "Terkini"\n',
            encoding="utf-8",
        )
        server.serve(f"/{outlet.id}/rss", news(f"Kabar {outlet.name} pagi ini"))
    return [outlet.id for outlet in outlets if outlet.on]


def news(*titles: str) -> bytes:
    """A feed with an article an hour."""
    items = "".join(
        f"<item><title>{title}</title><link>https://kabar.example/{number}-{len(title)}</link>"
        f"<pubDate>{format_datetime(datetime.now(UTC) - timedelta(hours=number))}</pubDate></item>"
        for number, title in enumerate(titles, 1)
    )
    document = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title>{items}</channel></rss>'
    return answer(200, document.encode(), Content_Type="application/rss+xml")


# --------------------------------------------------------------------------- the whole screen


def faults(person: Person) -> list[str]:
    """What is wrong with a screen: lines of another width, frames that leave it or are not whole."""
    screen, size, lines = person.app.screen, person.app.size, person.lines
    found = [line for line in lines if cell_len(line) != size.width]
    if len(lines) != size.height:
        found.append(f"{len(lines)} lines")
    strips = person.strips
    for widget in screen.query(".pane, #address, .dialog-box"):
        region = widget.region
        if not screen.region.contains_region(region) or region.width < 20 or region.height < 3:
            found.append(f"{widget.id} at {region}")
            continue
        for y in range(region.y, region.bottom):
            left, right = (strips[y].crop(x, x + 1).text for x in (region.x, region.right - 1))
            if left not in "│┃╭╰┏┗|+#" or right not in "│┃╮╯┓┛|+#":
                found.append(f"the frame of {widget.id}: {lines[y]}")
    return found


def words_in(person: Person, pane: str) -> str:
    """What stands in a pane, in one run of words."""
    region = person.app.screen.query_one(pane).region
    strips = person.strips
    lines = [strips[y].crop(region.x + 1, region.right - 1).text for y in range(region.y + 1, region.bottom - 1)]
    return " ".join(" ".join(line.rstrip(SCROLLBAR) for line in lines).split())


def drawn_beyond_ascii(text: str) -> str:
    """The characters of a screen in plain signs that are none, but for scroll bars."""
    return "".join(sorted({each for each in text if not each.isascii()} - set(SCROLLBAR)))


@cache
def _english() -> tuple[re.Pattern[str], ...]:
    """The English words of the program that it has others for in Indonesian."""
    path = Path(lampungtui.__file__).parent / "locale" / "id" / "LC_MESSAGES" / "lampungtui.mo"
    with path.open("rb") as file:
        catalogue: dict[str | tuple[str, int], str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    said = {key if isinstance(key, str) else key[0]: words for key, words in catalogue.items() if key}
    indonesian = "\n".join(said.values()).casefold()
    pieces = {piece.strip(" .,:()") for key in said for piece in re.split(r"\{\w+\}", key)}
    return tuple(
        re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)")
        for piece in pieces
        if len(piece) >= SHORTEST and piece.casefold() not in indonesian
    )


def english_in(text: str) -> list[str]:
    """English words of the program in a text."""
    return [found[0] for pattern in _english() if (found := pattern.search(text))]
