"""The pictures of the article on screen: which of them can be painted by now, and how the others come."""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from typing import Final

from textual.strip import Strip

from lampungtui.errors import LampungtuiError
from lampungtui.extract.picture import WIDEST_BAND, Colours, DrawnPicture, Form, Frame
from lampungtui.foreign import Address
from lampungtui.language import say
from lampungtui.model import Article, Image
from lampungtui.newsroom.pictures import MOST, Pictures
from lampungtui.ui import kitty
from lampungtui.ui.bands import Bands
from lampungtui.ui.half_blocks import half_blocks
from lampungtui.ui.placeholders import MOST as MOST_NUMBERED
from lampungtui.ui.terminal import USUAL_CELL
from lampungtui.ui.terminal_graphics import Graphics
from lampungtui.ui.typeset import NO_PAINTING, Painting

LEAD_SHARE: Final = 0.4
"""The share of the pane's height that the picture above an article takes at most."""

FIRST_LINES: Final = 2
"""Lines of the text that it leaves on the first screen: in a low pane it takes less, or stays away."""

INSIDE_SHARE: Final = 0.3
"""The same for those inside it."""

REMOTE_SHARE: Final = 0.6
"""The share of these where half blocks go over a network."""

LEAST_COLUMNS: Final = 12
LEAST_ROWS: Final = 4
"""Room below which a picture would be a smudge."""

PREVIEW_SECONDS: Final = 1.0
"""How long an article is looked at, unopened, before its first picture is downloaded."""

KEPT: Final = MOST + 4
"""Drawn pictures that are kept: those of one article, and of the ones before it."""

THRIFTY_CELL: Final = 20
"""Pixels of a cell's height for which a picture is drawn where it goes over a network, or is sent with every line scrolled;
a finer terminal makes it larger itself."""


BAND_FORMS: Final = {Graphics.SIXEL: Form.SIXEL, Graphics.INLINE: Form.SCANLINES}
"""What is drawn for terminals that are sent bands of pictures."""

_FORMS: Final = {Graphics.KITTY: Form.PNG, **BAND_FORMS}


@dataclass(frozen=True, slots=True)
class Canvas:
    """What the terminal is like. `send` writes to it past the screen's own text; `bands` are what it shows where it shows
    bands of pixels; `remote`: behind a network."""

    graphics: Graphics
    colours: Colours
    send: Callable[[str], None]
    cell: Callable[[], tuple[int, int]]
    bands: Bands | None = None
    remote: bool = False

    @property
    def form(self) -> Form:
        """What a picture is drawn as for it."""
        return _FORMS.get(self.graphics, Form.CELLS)


NO_CANVAS: Final = Canvas(Graphics.NONE, Colours.ALL, lambda _sequence: None, lambda: USUAL_CELL)
"""What no picture is drawn on."""


_Key = tuple[Address, Frame]


@dataclass(frozen=True, slots=True)
class _Wish:
    """A picture of a size. `first`: it stands before all others of its article."""

    address: Address
    frame: Frame
    first: bool

    @property
    def key(self) -> _Key:
        return self.address, self.frame


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A drawn picture; its number where the terminal has it, or the bands have, which then need not be kept here."""

    picture: DrawnPicture
    number: int | None = None


class ArticlePictures:
    """Paints what is there and remembers what is wanting."""

    def __init__(self, pictures: Pictures, canvas: Canvas) -> None:
        self._pictures = pictures
        self._canvas = canvas
        self._drawn: OrderedDict[_Key, _Drawn] = OrderedDict()
        self._rows: dict[_Key, tuple[Strip, ...]] = {}
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
            # Rows of text weigh a hundred times what the pixels do: they are kept for one article.
            self._rows = {}
        self._wishes = []
        showing = self._canvas.graphics is not Graphics.NONE and self._pictures.allowed(article)
        self._height = height if showing else 0
        self._online = online
        self._asked = 0

    def painting(self, image: Image, widest: int, words: int | None) -> Painting:
        """A picture as far as it can be painted now, in at most `widest` columns, or the place that is kept for it. `words`
        stand with the one above the text before the text begins: so many lines; None for one inside it."""
        self._asked += 1
        first = self._asked == 1
        tallest = int(self._height * (INSIDE_SHARE if words is None else LEAD_SHARE) * self._thrift)
        if words is not None:
            tallest = min(tallest, self._height - words - FIRST_LINES)
        if tallest < LEAST_ROWS or widest < LEAST_COLUMNS or self._asked > MOST:
            return NO_PAINTING
        frame = self._frame(widest, tallest)
        if (image.url, frame) in self._drawn:
            return self._in_place((image.url, frame))
        if not self._pictures.may_come(image.url):
            kept = self._kept_places.get(image.url, 0)
            return Painting(kept=kept, remark=say("The picture did not come.")) if kept else NO_PAINTING
        self._wishes.append(_Wish(image.url, frame, first))
        nearly = self._nearly(image.url, frame)
        if nearly is not None:
            return self._in_place(nearly)
        stored = self._pictures.has(image.url)
        if not stored and not (self._online and (first or self._open.is_set())):
            return NO_PAINTING
        self._kept_places[image.url] = frame.rows
        return Painting(kept=frame.rows, remark="" if stored else say("The picture is on its way ..."))

    @property
    def _thrift(self) -> float:
        """Half blocks are sent with every line scrolled; over a network they are fewer."""
        return REMOTE_SHARE if self._canvas.remote and self._canvas.graphics is Graphics.BLOCKS else 1.0

    def _in_place(self, key: _Key) -> Painting:
        """The rows of a drawn picture, with empty ones below where more were kept for it."""
        self._drawn.move_to_end(key)
        rows = self._rows.get(key)
        if rows is None:
            rows = self._rows[key] = self._painted(self._drawn[key])
        return Painting(rows, kept=max(0, self._kept_places.get(key[0], 0) - len(rows)))

    def _painted(self, drawn: _Drawn) -> tuple[Strip, ...]:
        if drawn.number is None:
            return half_blocks(drawn.picture, coarse=self._canvas.colours is Colours.ALL)
        if self._canvas.bands is not None:
            return self._canvas.bands.cells(drawn.number)
        return kitty.placeholders(drawn.number, drawn.picture.columns, drawn.picture.rows)

    def _frame(self, columns: int, rows: int) -> Frame:
        width, height = self._canvas.cell()
        if self._canvas.graphics is not Graphics.BLOCKS:
            columns, rows = min(columns, MOST_NUMBERED), min(rows, MOST_NUMBERED)
        thrifty = self._canvas.remote and self._canvas.graphics is Graphics.KITTY
        if (thrifty or self._canvas.graphics is Graphics.INLINE) and height > THRIFTY_CELL:
            width, height = max(1, round(width * THRIFTY_CELL / height)), THRIFTY_CELL
        if self._canvas.bands is not None:
            columns = max(1, min(columns, WIDEST_BAND // width))
        # A place can only be kept for a picture of known proportions: those of most, 16:9; others are fitted into it.
        return Frame(columns, Frame(columns, rows, width, height).fitted(16, 9)[1], width, height)

    def _nearly(self, address: Address, frame: Frame) -> _Key | None:
        """The picture in another size that fits: while a pane is drawn wider, nothing flickers."""
        for known, other in reversed(self._drawn):
            fits = other.columns <= frame.columns and other.rows <= frame.rows
            # Bands of other cells would leave gaps, or lie over the next line.
            if self._canvas.bands is not None:
                fits &= (other.cell_width, other.cell_height) == (frame.cell_width, frame.cell_height)
            if known == address and fits:
                return known, other
        return None

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
        colours = self._canvas.colours
        if self._canvas.graphics is Graphics.KITTY:
            colours = Colours.FEW if self._canvas.remote else Colours.ALL
        try:
            drawn = await self._pictures.draw(wish.address, wish.frame, self._canvas.form, colours, online=online)
        except LampungtuiError:
            # The words of the picture stand in the text; the newsroom wrote down why it did not come.
            return False
        if drawn is None:
            return False
        self._keep(wish.key, drawn)
        return True

    def _keep(self, key: _Key, picture: DrawnPicture) -> None:
        number = None
        if self._canvas.graphics is Graphics.KITTY:
            number = kitty.new_number()
            self._canvas.send(kitty.sent(number, picture.data, picture.columns, picture.rows))
            picture = replace(picture, data=b"")
        elif self._canvas.bands is not None:
            number = self._canvas.bands.take(picture)
            picture = replace(picture, data=b"", bands=())
        self._drawn[key] = _Drawn(picture, number)
        while len(self._drawn) > KEPT:
            oldest, gone = self._drawn.popitem(last=False)
            self._rows.pop(oldest, None)
            self._let_go(gone)

    def _let_go(self, drawn: _Drawn) -> None:
        if drawn.number is None:
            return
        if self._canvas.bands is not None:
            self._canvas.bands.let_go(drawn.number)
        else:
            self._canvas.send(kitty.let_go(drawn.number))

    def forget(self) -> None:
        """Lets go of everything that was drawn: the terminal has lost it, or is left."""
        for drawn in self._drawn.values():
            self._let_go(drawn)
        self._drawn.clear()
        self._rows.clear()
