"""What is on the screen of an app without a terminal: what it painted last, made when somebody looks at it.

Textual makes every update whole and, where there is no terminal, throws it away: some forty screens a test. Here an
update is only noted, and the lines are made by the first look behind it. So a look shows what a terminal would, and not
what changed without being painted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from weakref import WeakKeyDictionary

from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

_seen: WeakKeyDictionary[Compositor, list[Strip]] = WeakKeyDictionary()
_make_update = Compositor.render_update


def look_at(app: App[Any]) -> list[Strip]:
    """The lines of the screen, each as wide as it: a dialog on what lies under it."""
    compositor = app.screen._compositor
    strips = _seen.get(compositor)
    if strips is None:
        visible_screen_stack.set(app._background_screens)
        strips = compositor.render_strips()
        _seen[compositor] = strips
    return strips


def _note_update(
    compositor: Compositor,
    full: bool = False,
    screen_stack: list[Screen[object]] | None = None,
    simplify: bool = False,
) -> RenderableType | None:
    if full:
        # A picture of the screen that the person asked for.
        return _make_update(compositor, full, screen_stack, simplify)
    visible_screen_stack.set(screen_stack or [])
    compositor._dirty_regions.clear()
    _seen.pop(compositor, None)
    return None


@contextmanager
def painted_when_looked_at() -> Iterator[None]:
    """As long as this lasts, updates are noted and not made."""
    with patch.object(Compositor, "render_update", _note_update):
        yield
