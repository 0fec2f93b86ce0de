"""The pictures of the article on screen: which of them can be painted by now, and how the others come."""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Final

from textual.strip import Strip

from lampungtui.errors import LampungtuiError
from lampungtui.extract.picture import Colours, DrawnPicture, Form, Frame
from lampungtui.foreign import Address
from lampungtui.language import say
from lampungtui.model import Article, Image
from lampungtui.newsroom.pictures import MOST, Pictures
from lampungtui.ui import kitty
from lampungtui.ui.half_blocks import half_blocks
from lampungtui.ui.terminal import USUAL_CELL, Graphics
from lampungtui.ui.typeset import NO_PAINTING, Painting

LEAD_SHARE: Final = 0.4
"""The share of the pane's height that the picture above an article takes at most."""

INSIDE_SHARE: Final = 0.3
"""The same for those inside it."""

LEAST_COLUMNS: Final = 12
LEAST_ROWS: Final = 4
"""Room below which a picture would be a smudge."""

PREVIEW_SECONDS: Final = 1.0
"""How long an article is looked at, unopened, before its first picture is downloaded."""

KEPT: Final = MOST + 4
"""Drawn pictures that are kept: those of one article, and of the ones before it."""

REMOTE_CELL: Final = 20
"""Pixels of a cell's height for which a picture is drawn over a network; a finer terminal makes it larger itself."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """What the terminal is like. `send` writes to it past the screen's own text; `remote`: behind a network."""

    graphics: Graphics
    colours: Colours
    send: Callable[[str], None]
    cell: Callable[[], tuple[int, int]]
    remote: bool = False


NO_CANVAS: Final = Canvas(Graphics.NONE, Colours.ALL, lambda _sequence: None, lambda: USUAL_CELL)
"""What no picture is drawn on."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """A picture of a size. `first`: it stands before all others of its article."""

    address: Address
    frame: Frame
    first: bool

    @property
    def key(self) -> tuple[Address, Frame]:
        return self.address, self.frame


@dataclass(frozen=True, slots=True)
class _Shown:
    """A drawn picture: its rows, and the number by which the terminal knows it, if it does."""

    frame: Frame
    rows: tuple[Strip, ...]
    number: int | None = None


class ArticlePictures:
    """Paints what is there and remembers what is wanting."""

    def __init__(self, pictures: Pictures, canvas: Canvas) -> None:
        self._pictures = pictures
        self._canvas = canvas
        self._shown: OrderedDict[tuple[Address, Frame], _Shown] = OrderedDict()
        self._wishes: list[_Wish] = []
        self._asked = 0
        self._height = 0
        self._online = False
        self._kept_places: dict[Address, int] = {}
        self._open = asyncio.Event()
        self.article_id: int | None = None

    @property
    def graphics(self) -> Graphics:
        """How the canvas shows pictures, if it does."""
        return self._canvas.graphics

    # ------------------------------------------------------------------ while an article is set

    def begin(self, article: Article, height: int, *, online: bool) -> None:
        """An article is about to be set in a pane of so many lines."""
        if article.headline.id != self.article_id:
            self.article_id = article.headline.id
            self._open.clear()
            self._kept_places = {}
        self._wishes = []
        showing = self._canvas.graphics is not Graphics.NONE and self._pictures.allowed(article)
        self._height = height if showing else 0
        self._online = online
        self._asked = 0

    def painting(self, image: Image, widest: int, lead: bool) -> Painting:
        """A picture as far as it can be painted now, in at most `widest` columns, or the place that is kept for it."""
        self._asked += 1
        first = self._asked == 1
        tallest = int(self._height * (LEAD_SHARE if lead else INSIDE_SHARE))
        if tallest < LEAST_ROWS or widest < LEAST_COLUMNS or self._asked > MOST:
            return NO_PAINTING
        frame = self._frame(widest, tallest)
        found = self._shown.get((image.url, frame))
        if found is not None:
            self._shown.move_to_end((image.url, frame))
            return self._in_place(found.rows, image.url)
        if not self._pictures.may_come(image.url):
            kept = self._kept_places.get(image.url, 0)
            return Painting(kept=kept, remark=say("The picture did not come.")) if kept else NO_PAINTING
        self._wishes.append(_Wish(image.url, frame, first))
        nearly = self._nearly(image.url, frame)
        if nearly:
            return self._in_place(nearly, image.url)
        stored = self._pictures.has(image.url)
        if not stored and not (self._online and (first or self._open.is_set())):
            return NO_PAINTING
        self._kept_places[image.url] = frame.rows
        return Painting(kept=frame.rows, remark="" if stored else say("The picture is on its way ..."))

    def _in_place(self, rows: tuple[Strip, ...], address: Address) -> Painting:
        """The rows of a picture, with empty ones below where more were kept for it."""
        return Painting(rows, kept=max(0, self._kept_places.get(address, 0) - len(rows)))

    def _frame(self, columns: int, rows: int) -> Frame:
        width, height = self._canvas.cell()
        if self._canvas.graphics is Graphics.KITTY:
            columns, rows = min(columns, kitty.MOST), min(rows, kitty.MOST)
            if self._canvas.remote and height > REMOTE_CELL:
                width, height = max(1, round(width * REMOTE_CELL / height)), REMOTE_CELL
        # A place can only be kept for a picture of known proportions: those of most, 16:9; others are fitted into it.
        return Frame(columns, Frame(columns, rows, width, height).fitted(16, 9)[1], width, height)

    def _nearly(self, address: Address, frame: Frame) -> tuple[Strip, ...]:
        """The picture in another size that fits: while a pane is drawn wider, nothing flickers."""
        for (known, other), shown in reversed(self._shown.items()):
            if known == address and other.columns <= frame.columns and other.rows <= frame.rows:
                return shown.rows
        return ()

    # ------------------------------------------------------------------ what is wanting

    @property
    def wanting(self) -> bool:
        """Whether a picture of the article on screen is not painted yet."""
        return bool(self._wishes)

    def open(self) -> None:
        """The article is being read now, not only looked at."""
        self._open.set()

    async def bring(self, *, online: Callable[[], bool]) -> AsyncIterator[None]:
        """Brings the pictures that are wanting, stored ones first; yields whenever the article can be set anew.

        Of an article that is not open, only the first picture is downloaded, and not before it has been looked at for a
        while. Ends when there is nothing more to bring; whoever cancels it ends a download that is under way.
        """
        tried: set[tuple[Address, Frame]] = set()
        while wishes := [wish for wish in self._wishes if wish.key not in tried]:
            missing = []
            drawn = False
            for wish in wishes:
                tried.add(wish.key)
                if await self._bring(wish, online=False):
                    drawn = True
                elif self._pictures.may_come(wish.address):
                    missing.append(wish)
            if drawn:
                yield
            for wish in missing:
                if not self._open.is_set():
                    if not wish.first:
                        break
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(self._open.wait(), PREVIEW_SECONDS)
                if online():
                    await self._bring(wish, online=True)
                    # Also where it did not come: its place says so.
                    yield

    async def _bring(self, wish: _Wish, *, online: bool) -> bool:
        kitty_like = self._canvas.graphics is Graphics.KITTY
        form = Form.PNG if kitty_like else Form.CELLS
        colours = self._canvas.colours
        if kitty_like:
            colours = Colours.FEW if self._canvas.remote else Colours.ALL
        try:
            drawn = await self._pictures.draw(wish.address, wish.frame, form, colours, online=online)
        except LampungtuiError:
            # The words of the picture stand in the text; the newsroom wrote down why it did not come.
            return False
        if drawn is None:
            return False
        self._keep(wish, self._painted(drawn, wish.frame))
        return True

    def _painted(self, drawn: DrawnPicture, frame: Frame) -> _Shown:
        if self._canvas.graphics is not Graphics.KITTY:
            return _Shown(frame, half_blocks(drawn, coarse=self._canvas.colours is Colours.ALL))
        number = kitty.new_number()
        self._canvas.send(kitty.sent(number, drawn.data, drawn.columns, drawn.rows))
        return _Shown(frame, kitty.placeholders(number, drawn.columns, drawn.rows), number)

    def _keep(self, wish: _Wish, shown: _Shown) -> None:
        self._shown[wish.key] = shown
        while len(self._shown) > KEPT:
            _, oldest = self._shown.popitem(last=False)
            self._let_go(oldest)

    def _let_go(self, shown: _Shown) -> None:
        if shown.number is not None:
            self._canvas.send(kitty.let_go(shown.number))

    def forget(self) -> None:
        """Lets go of everything that was drawn: the terminal has lost it, or is left."""
        for shown in self._shown.values():
            self._let_go(shown)
        self._shown.clear()
