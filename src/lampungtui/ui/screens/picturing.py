"""Pictures on the reader's screen: they come while the text is read, and are left out with one key."""

from __future__ import annotations

from textual import work
from textual.app import App
from textual.worker import Worker

from lampungtui.config import Config
from lampungtui.errors import LampungtuiError
from lampungtui.language import say
from lampungtui.model import Article
from lampungtui.newsroom.room import Newsroom
from lampungtui.telling.failures import error_words
from lampungtui.ui.commands import Pane
from lampungtui.ui.pictures import NO_CANVAS, ArticlePictures, Canvas
from lampungtui.ui.screens.panes import PanesScreen
from lampungtui.ui.signs import Signs
from lampungtui.ui.terminal_graphics import Graphics
from lampungtui.ui.widgets.line_list import shown


class PicturingScreen(PanesScreen):
    """Brings the pictures of the article on screen."""

    def __init__(self, room: Newsroom, config: Config, signs: Signs, canvas: Canvas = NO_CANVAS) -> None:
        super().__init__(room, config, signs)
        self.pictures = ArticlePictures(room.pictures, canvas)
        self._bringing: tuple[int | None, Worker[None]] | None = None

    def _begin_pictures(self, article: Article) -> None:
        """An article is about to be set; what is wanting of its pictures is brought once it stands there."""
        height = self.article.scrollable_content_region.height
        self.pictures.begin(article, height, online=not self.room.offline)
        self.call_later(self._bring_what_is_wanting)

    def _bring_what_is_wanting(self) -> None:
        if self.pane is Pane.ARTICLE:
            self.pictures.open()
        if self._bringing is not None and not self._bringing[1].is_finished:
            if self._bringing[0] == self.pictures.article_id:
                return
            # Whoever moved on does not wait for it, nor does the server have to go on sending.
            self._bringing[1].cancel()
        if self.pictures.wanting:
            self._bringing = self.pictures.article_id, self.bring_pictures()

    @work(group="pictures", exit_on_error=False)
    async def bring_pictures(self) -> None:
        """Paints the pictures of the article on screen one by one, as they come."""
        async for _ in self.pictures.bring(online=lambda: not self.room.offline):
            self.article.set_again()
        self.program.ask_ground()

    def _end_bringing(self) -> None:
        if self._bringing is not None:
            self._bringing[1].cancel()
            self._bringing = None

    async def action_pictures(self) -> None:
        """Leaves pictures out, or shows them again."""
        wanted = not self.room.pictures.wanted
        try:
            await self.room.pictures.want(wanted)
        except LampungtuiError as error:
            self.notify(shown(error_words(error)), title=say("Not stored"), severity="error", markup=False)
            return
        if not wanted:
            self._end_bringing()
        self.article.set_again()
        self.program.ask_ground()
        if self.pictures.graphics is Graphics.NONE:
            told = say(
                "This screen shows no pictures (no colours, or plain ASCII signs); their words stand in the text."
            )
        elif wanted:
            told = say("Pictures are shown.")
        else:
            told = say("Pictures are left out and not fetched; their words stand in the text.")
        self.notify(told, markup=False, timeout=3)

    def watch_suspension(self) -> None:
        """Sends pictures anew after the program was stopped and goes on, as the terminal has not kept them, and asks for
        its ground, which may be another by now."""
        self.app.app_resume_signal.subscribe(self, self._resumed)

    def _resumed(self, _app: App[object]) -> None:
        self.pictures.forget()
        self.article.set_again()
        self.program.ask_ground()
