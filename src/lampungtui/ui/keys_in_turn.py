"""Keys in turn: each is handed on when the one before has had its effect.

Textual chooses where a key goes when it takes it from the terminal, and does what it means some messages later. Hands that
type ahead would so write into a line that their Enter has left, or press a key on the screen under a dialog that is still
on its way. What they type is held here until the key before is through.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

LONGEST_WAIT_SECONDS = 1.0
"""How long a key waits for the one before at most: a screen that does not answer holds up nobody for ever."""

INTERRUPT = "ctrl+c"
"""Waits for nothing, and what was typed before it is dropped, as at any terminal (termios(3), ISIG without NOFLSH)."""

LOOK_SECONDS = 0.01
"""How often is looked whether what a key was handed to is still there."""

Typed = events.Key | events.Paste


class KeysInTurn:
    """What was typed ahead, and the key that has not had its effect."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._ahead: deque[Typed] = deque()
        self._next: Typed | None = None
        self._through: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether a key is on its way, or waits for one that is."""
        return self._through is not None or self._next is not None

    def holds(self, typed: Typed) -> bool:
        """Whether this waits for what was typed before. If so the app is given it again, in its turn."""
        if typed is self._next:
            self._next = None
            return False
        if isinstance(typed, events.Key) and typed.key == INTERRUPT:
            self._ahead.clear()
            return False
        if not self.busy:
            return False
        self._ahead.append(typed)
        return True

    def handed_to(self, target: DOMNode, screen: Screen[Any], typed: Typed) -> None:
        """A key is on its way to `target` on `screen`, and up to the app: what is typed now waits until it is through."""
        if self._through is not None:
            self._through.cancel()
        self._through = asyncio.create_task(self._wait_for(target, screen, typed), name="a key's effect")

    async def _wait_for(self, target: DOMNode, screen: Screen[Any], typed: Typed) -> None:
        on, gone_at = screen, None
        try:
            async with asyncio.timeout(LONGEST_WAIT_SECONDS):
                for place in target.ancestors_with_self:
                    await _through(place)
                    if gone_at is None and on not in self._app.screen_stack:
                        gone_at = monotonic()
                # A screen that was opened gives the focus to one of its own when it stands, by way of the app.
                while (stack := self._app.screen_stack) and stack[-1] is not screen:
                    screen = stack[-1]
                    await _through(screen)
                    await _through(self._app)
        except TimeoutError:
            pass
        self._through = None
        if gone_at is not None:
            # A key that took a screen away and was struck twice, or held, was not meant for what lies under it.
            while self._ahead and _same(self._ahead[0], typed) and self._ahead[0].time < gone_at:
                self._ahead.popleft()
        if self._ahead:
            self._next = self._ahead.popleft()
            self._app.post_message(self._next)


def _same(typed: Typed, before: Typed) -> bool:
    return isinstance(typed, events.Key) and isinstance(before, events.Key) and typed.key == before.key


async def _through(place: MessagePump) -> None:
    """Waits until a place has done what it was told before now."""
    passed = asyncio.Event()
    # One that is closing takes nothing more and may never answer; one that is not running yet will.
    while not passed.is_set() and place.call_later(passed.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(passed.wait(), LOOK_SECONDS)
