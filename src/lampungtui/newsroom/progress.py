"""What a screen shows of a refresh and of fetching a text, apart from what does them."""

from __future__ import annotations

from dataclasses import dataclass

from lampungtui.model import Feed


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh is, after one more source answered. `trouble` is an English sentence, `kind` its stable name."""

    done: int
    total: int
    failed: int = 0
    new: int = 0
    changed_ids: tuple[int, ...] = ()
    feed: Feed | None = None
    trouble: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class BodyOutcome:
    """What became of fetching one body."""

    article_id: int
    stored: bool
    trouble: str | None = None
