"""What a person does to the screen itself: zen, categories on or off, wider lines, the split between the panes."""

from __future__ import annotations

from dataclasses import replace

from textual import on, work

from lampungtui.errors import LampungtuiError
from lampungtui.language import counted, say
from lampungtui.telling.failures import error_words
from lampungtui.ui.arrangement import Arrangement
from lampungtui.ui.commands import Pane
from lampungtui.ui.screens.moving import MovingScreen
from lampungtui.ui.widgets.line_list import shown
from lampungtui.ui.widgets.news_pane import NewsPane


class ArrangingScreen(MovingScreen):
    """Arranges the panes, and remembers how."""

    def action_zen(self) -> None:
        """The article alone; in the list, the article under the cursor is opened first."""
        entering = not (self.arrangement.zen and self.pane is Pane.ARTICLE)
        self._arranged(replace(self.arrangement, zen=entering))
        if not entering:
            return
        if self.pane is not Pane.ARTICLE:
            headline = self.headlines.current()
            if headline is None:
                self._arranged(replace(self.arrangement, zen=False))
                return
            self._open(headline)

    def _leave_zen(self) -> bool:
        """Leaves the article alone on the screen no longer; whether it was alone."""
        if not self.arrangement.zen:
            return False
        self._arranged(replace(self.arrangement, zen=False))
        return True

    def action_show_sections(self) -> None:
        """Categories on or off, where there is room for them."""
        self._arranged(replace(self.arrangement, sections=not self.sections_wanted))
        if not self.sections_wanted and self.pane is Pane.SECTIONS:
            self._go_to(Pane.HEADLINES)

    def action_measure(self, by: int) -> None:
        """Wider or narrower lines of text."""
        changed = self.arrangement.measured(by * self.times(), default=self.config.measure)
        if changed == self.arrangement:
            self.notify(say("Lines are from 40 to 120 letters long."), markup=False, timeout=3)
            return
        self._arranged(changed)
        self.article.use_measure(self.measure)
        told = counted("Lines of {n} letter at most", "Lines of {n} letters at most", self.measure)
        self.notify(told, markup=False, timeout=2)

    def action_split(self, by: int) -> None:
        """More room for the headlines, or for the article."""
        if not self.narrow:
            width = self.pane_of(Pane.HEADLINES).size.width + 2 + by * self.times()
            self._arranged(self.fitted(replace(self.arrangement, headlines_width=width)))

    @on(NewsPane.Dragged)
    def _split_dragged(self, event: NewsPane.Dragged) -> None:
        if self.narrow:
            return
        sections, headlines = self.pane_of(Pane.SECTIONS), self.pane_of(Pane.HEADLINES)
        beside = (event.pane is Pane.SECTIONS and not event.left) or (event.pane is Pane.HEADLINES and event.left)
        if beside and sections.display and headlines.display:
            changed = replace(self.arrangement, sections_width=event.column + 1 - sections.region.x)
        elif (event.pane is Pane.HEADLINES and not event.left) or (event.pane is Pane.ARTICLE and event.left):
            edge = event.column + (not event.left)
            if headlines.display:
                changed = replace(self.arrangement, headlines_width=edge - headlines.region.x)
            else:
                changed = replace(self.arrangement, sections_width=edge - sections.region.x)
        else:
            return
        self._arranged(self.fitted(changed), keep=event.let_go)

    def _arranged(self, arrangement: Arrangement, *, keep: bool = True) -> None:
        self.arrangement = arrangement
        self._arrange()
        if keep:
            self.keep_arrangement()

    @work(group="arrangement", exit_on_error=False)
    async def keep_arrangement(self) -> None:
        """Remembers the arrangement for the next visit."""
        try:
            await self.room.keep_session("arrangement", self.arrangement.written())
        except LampungtuiError as error:
            self.notify(shown(error_words(error)), title=say("Not stored"), severity="error", markup=False)
