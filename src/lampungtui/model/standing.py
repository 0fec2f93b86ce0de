"""Queries that stand: views that a reader saved, and rules by which articles are muted or highlighted when they arrive."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import datetime

from lampungtui.foreign import Line
from lampungtui.model.articles import Grouping, Order, Tally, View, ViewKind


@dataclass(frozen=True, slots=True)
class SavedView:
    """A query under a name, in the reader's own order. `tally` is as it was when its articles were last counted."""

    id: int
    name: Line
    query: str
    order: Order = Order.NEWEST
    grouping: Grouping = Grouping.NONE
    tally: Tally = field(default_factory=Tally)

    @property
    def view(self) -> View:
        """The view that lists what its query finds."""
        return View(ViewKind.VIEW, str(self.id))


class RuleKind(enum.StrEnum):
    """What a rule does with the articles that its query finds."""

    MUTE = "mute"
    HIGHLIGHT = "highlight"


@dataclass(frozen=True, slots=True)
class Rule:
    """A query whose articles are muted or highlighted: those of one outlet, of one feed, or of everybody.

    `expires_at` is when it ends by itself, in UTC; None for never. `articles` is how many it holds for at present.
    """

    id: int
    kind: RuleKind
    query: str
    outlet_id: str | None
    feed_id: str | None
    made_at: datetime
    expires_at: datetime | None = None
    articles: int = 0

    def holds(self, now: datetime) -> bool:
        """Whether it has not expired."""
        return self.expires_at is None or now < self.expires_at


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule that is not made yet, or what an existing one is changed to."""

    kind: RuleKind
    query: str
    outlet_id: str | None = None
    feed_id: str | None = None
    expires_at: datetime | None = None
