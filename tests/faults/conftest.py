"""The outlets and newsrooms of the newsroom's tests, here too."""

from __future__ import annotations

from tests.newsroom.conftest import clock, open_room, paper, rival

__all__ = ["clock", "open_room", "paper", "rival"]
