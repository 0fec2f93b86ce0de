"""Words in the article that is being read: typed below it, shown while they are typed, gone through with n and N."""

from __future__ import annotations

from textual import events, on
from textual.content import Content
from textual.widgets import Input

from lampungtui.language import say
from lampungtui.ui.commands import Pane
from lampungtui.ui.screens.arranging import ArrangingScreen


class FindingScreen(ArrangingScreen):
    """Finds words in the article."""

    def action_find_in_article(self) -> None:
        """Opens the line for the words."""
        if self.article.article is None:
            return
        self.find_here.display = True
        self.find_here.value = ""
        self.set_focus(self.find_here, scroll_visible=False)

    @on(Input.Changed, "#find-here")
    def _here_changed(self, event: Input.Changed) -> None:
        if self.find_here.display:
            self.article.find(event.value)
            self._tell_hits()

    def _take_words_here(self) -> None:
        """The words stay marked; n and N go on from here."""
        # Enter may come before the last letters were told: what stands in the line counts.
        self.article.find(self.find_here.value)
        self.find_here.display = False
        self._go_to(Pane.ARTICLE)
        self._tell_hits()

    async def on_key(self, event: events.Key) -> None:
        """Keys of the line; all others go on to the base class, which Textual calls by itself."""
        if self.focused is not self.find_here or event.key not in ("enter", "escape"):
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self._take_words_here()
        else:
            self._end_finding()
            self._go_to(Pane.ARTICLE)

    def _end_typing(self) -> None:
        """Somebody who types words clicks on something else that is to be done: the words hold as they are."""
        if self.focused is self.find_here:
            self._take_words_here()
        elif self.focused is self.find:
            self._take_words()

    def _end_finding(self) -> None:
        self.find_here.display = False
        self.article.find("")
        self._title_article()

    def _tell_hits(self) -> None:
        """Says in the frame which hit is shown."""
        if not self.article.finding:
            self._title_article()
            return
        here, total = self.article.hits
        told = say("{here} of {total}").format(here=here, total=total) if total else say("not in this article")
        self.pane_of(Pane.ARTICLE).border_subtitle = Content(told)

    def action_next_unread(self) -> None:
        if self._steps_hits(self.times()):
            return
        super().action_next_unread()

    def action_previous_unread(self) -> None:
        if self._steps_hits(-self.times()):
            return
        super().action_previous_unread()

    def _steps_hits(self, by: int) -> bool:
        """Goes to another hit; False where no words are looked for."""
        if self.pane is not Pane.ARTICLE or not self.article.finding:
            return False
        self.article.step_hit(by)
        self._tell_hits()
        return True

    def _leave_what_is_over_the_article(self) -> bool:
        if self.article.finding:
            self._end_finding()
            return True
        return super()._leave_what_is_over_the_article()
