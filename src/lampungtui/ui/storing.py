"""What the screen says about storing: a change that waits, one that is stored after all, a cache that was made anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from textual.app import App
from textual.timer import Timer

from lampungtui.errors import LampungtuiError
from lampungtui.language import counted, say
from lampungtui.log import logger
from lampungtui.newsroom.opening import Opened
from lampungtui.store.waiting import NotYetStored
from lampungtui.telling.failures import error_words
from lampungtui.telling.keeping import (
    damage_words,
    deed_line,
    not_stored_words,
    recovery_words,
    subscriptions_back_words,
    waiting_words,
)
from lampungtui.ui.screens.choice import Choice, ChoiceScreen
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import shown

AGAIN_SECONDS: Final = 5.0
"""How often it is tried again to store what waits."""

LONG_SECONDS: Final = 20.0
"""How long a sentence stays that is not to be missed."""

MOST_NAMED: Final = 8
"""Changes that are named before the reader leaves without them."""


class Storing:
    """Tells what is not stored and tries again, as long as anything waits."""

    def __init__(self, app: App[Any], opened: Opened, *, stored: Callable[[], None]) -> None:
        """`stored` is called when what waited was stored, to paint what follows from it."""
        self._app = app
        self._room = opened.room
        self._opened = opened
        self._stored = stored
        self._again: Timer | None = None
        self._late = 0
        self._damage_told = False
        self.asking = False
        """Whether the reader is asked at this moment whether to leave what waits."""

    def begin(self) -> None:
        """Says what became of a cache or a file that was lost."""
        recovery = self._room.store.recovery
        if recovery is not None:
            self._say(recovery_words(recovery), say("Your articles"))
        if self._opened.subscriptions_back:
            self._say(subscriptions_back_words(), say("Your sources"))

    def _say(self, words: str, title: str) -> None:
        self._app.notify(shown(words), title=shown(title), severity="warning", markup=False, timeout=LONG_SECONDS)

    def tell(self, error: LampungtuiError) -> None:
        """Says that a change could not be stored; one that waits is tried again from now on."""
        if not isinstance(error, NotYetStored):
            self._app.notify(shown(error_words(error)), title=say("Not stored"), severity="error", markup=False)
            return
        self._app.notify(
            shown(not_stored_words(error.__cause__)), title=say("Not stored yet"), severity="warning", markup=False
        )
        if self._again is None:
            self._again = self._app.set_interval(AGAIN_SECONDS, self.store_again)

    async def store_again(self) -> None:
        """Tries to store what waits; says so where that succeeded."""
        deeds = self._room.store.deeds
        try:
            await deeds.write_waiting()
        except LampungtuiError as error:
            logger.info("still not stored: %s", error)
            return
        if self._again is not None:
            self._again.stop()
            self._again = None
        if deeds.late > self._late:
            self._late = deeds.late
            self._app.notify(say("Everything you did is stored now."), markup=False, timeout=4)
        self._stored()

    async def keep_safe(self, *, idle: bool) -> None:
        """Backs up what was done, where that is due; in an `idle` moment looks at the whole cache, where that is due."""
        safekeeping = self._room.store.safekeeping
        try:
            await safekeeping.back_up_if_due()
            damage = await safekeeping.check_if_due() if idle else None
        except LampungtuiError as error:
            logger.error("the cache was not looked at: %s", error)
            return
        if damage is not None and not self._damage_told:
            self._damage_told = True
            self._say(damage_words(), say("Your articles"))

    async def may_leave(self, signs: Signs, leave: Callable[[], object]) -> bool:
        """Whether everything is stored and the reader may leave; else asks, and calls `leave` where that is wanted."""
        deeds = self._room.store.deeds
        if not deeds.anything_waits:
            return True
        try:
            await deeds.write_waiting()
        except LampungtuiError as error:
            logger.info("not stored on leaving: %s", error)
        waiting = deeds.waiting.deeds
        if not waiting:
            return True

        def chosen(key: str | None) -> None:
            self.asking = False
            if key == "x":
                leave()

        named = [Choice(" ", str(shown(deed_line(deed)))) for deed in waiting[:MOST_NAMED]]
        if len(waiting) > MOST_NAMED:
            more = len(waiting) - MOST_NAMED
            named.append(Choice(" ", counted("and {n} more", "and {n} more", more)))
        choices = [
            Choice("b", say("Stay: it is stored as soon as that is possible")),
            Choice("x", say("Leave all the same; this would be lost:")),
            *named,
        ]
        self.asking = True
        self._app.push_screen(ChoiceScreen(waiting_words(waiting), choices, signs), chosen)
        return False
