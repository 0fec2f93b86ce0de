"""A survey of a page: which boxes stand around its article, and how much running text each of the others holds."""

from __future__ import annotations

from typing import Final

from lampungtui.extract.furnishings import (
    ARRANGED,
    FURNITURE_TAGS,
    always_around,
    around_where_small,
    cards,
    is_answer,
    is_caption,
    is_drawing,
    is_named_article,
    is_never_article,
    is_post,
    is_reply_form,
    is_talk,
)
from lampungtui.extract.outline import HEADINGS, LINE_TAGS, Box
from lampungtui.foreign import Line

LEAST_LINE: Final = 25
"""Characters below which a line is a crumb: a date, a label, a name."""

SENTENCE: Final = 80
"""Characters from which a line counts as running text though it does not end as a sentence does."""

_PAGE: Final = frozenset({"body", "html", "main", "article"})
_NEVER: Final = frozenset({"footer", "nav"})
"""Tags that hold no article, however much they say."""

_SMALLER: Final = frozenset({"h2", "h3"})
_FRAMES: Final = frozenset({"ul", "ol", "dl", "tr", "tbody", "thead", "table", "figure", "font", "center"})
"""Tags that only arrange what they hold: whoever holds them may be the article."""


class Survey:
    """What is known of a page's boxes before one is chosen.

    `own` is a box's worth by its own text, `worth` that of all inside: characters of running text, links taken off;
    boxes that stand around an article (`around`, and all inside them) have none. `title` is the headline's box.
    """

    def __init__(self, root: Box, title: Line | None, *, trusting_names: bool = True) -> None:
        self.boxes = [root, *root.inside()]
        self.title = _title_box(self.boxes, title)
        self.headlines = [box for box in self.boxes if (box.tag == "h1" and box.own) or box is self.title]
        self.above_title = frozenset(self.title.around()) if self.title is not None else frozenset()
        self.own: dict[Box, float] = {}
        self.worth: dict[Box, float] = {}
        self.around: set[Box] = set()
        self._said: dict[Box, int] = {}
        self._linked: dict[Box, int] = {}
        self._away: dict[Box, int] = {}
        self._wider: dict[Box, Box | None] = {}
        self._weigh_lines()
        self._find_cards()
        self._find_furniture(trusting_names)
        self._sum_up()

    def density(self, box: Box) -> float:
        """Which part of what a box says is linked, furniture inside it left out."""
        return self._linked[box] / self._said[box] if self._said[box] else 0.0

    def density_here(self, box: Box) -> float:
        """As `density`, of links to other pages of this site."""
        return (self._linked[box] - self._away[box]) / self._said[box] if self._said[box] else 0.0

    def said(self, box: Box) -> int:
        """Characters that a box says, furniture inside it left out."""
        return self._said[box]

    def lines(self, box: Box) -> list[Box]:
        """The boxes of running text in it, itself included."""
        return [line for line in (box, *box.inside()) if self.own[line] > 0]

    def holder(self, line: Box) -> Box:
        """The box whose paragraph a line is: the line itself where it holds paragraphs parted by breaks."""
        at = line
        if at.parent is not None and not at.boxes and at.breaks < 2 and (at.tag != "td" or at.own < 300):
            at = at.parent
        while at.parent is not None and (at.tag in LINE_TAGS or at.tag in _FRAMES):
            at = at.parent
        return at

    def wider(self, box: Box) -> Box | None:
        """The next box around one that holds noticeably more running text."""
        if box in self._wider:
            return self._wider[box]
        at = box.parent
        while at is not None and (self.worth[at] <= self.worth[box] * 1.02 or at.tag in LINE_TAGS or at.tag in _FRAMES):
            at = at.parent
        self._wider[box] = at
        return at

    def _weigh_lines(self) -> None:
        muted: set[Box] = set()
        for box in self.boxes:
            if box.parent in muted or is_caption(box) or is_post(box):
                muted.add(box)
            self.own[box] = 0.0 if box in muted else _own_worth(box)
        self._sum_worth()

    def _find_cards(self) -> None:
        for box in self.boxes:
            if len(box.boxes) > 1:
                self.around.update(card for card in cards(box) if card not in self.above_title)

    def _find_furniture(self, trusting_names: bool) -> None:
        whole = sum(self.own[box] for box in self._outside_of(self.around))
        empty = self._names_of_everything(whole)
        before = 0.0
        for box in self.boxes:
            is_sentence = box.tag in LINE_TAGS and box.own >= 60 and box.ends_sentence
            if box.tag not in _PAGE and not is_sentence:
                holds_title = box in self.above_title
                if trusting_names:
                    answers = is_answer(box) and before >= SENTENCE
                    is_around = self._is_called_furniture(box, whole, empty) or (answers and not holds_title)
                else:
                    is_around = box.tag in FURNITURE_TAGS and self.worth[box] < 0.5 * whole and not holds_title
                never = box.tag in _NEVER or (self.title is not None and is_never_article(box))
                if is_around or (not holds_title and (never or self._is_of_readers(box, whole))):
                    self.around.add(box)
            before += self.own[box]

    def _is_of_readers(self, box: Box, whole: float) -> bool:
        """Whether readers wrote what it says, or are asked to write."""
        return is_reply_form(box) or (is_talk(box) and whole - self.worth[box] >= SENTENCE / 2)

    def _is_called_furniture(self, box: Box, whole: float, empty: frozenset[str]) -> bool:
        share = self.worth[box] / whole if whole else 0.0
        holds_title = box in self.above_title
        if always_around(box):
            # A wrapper around the whole page may be called `has-sidebar`, and an article's body `article-share`.
            most = 0.25 if is_named_article(box) else 0.8
            return share < 0.1 or (share < most and not holds_title)
        if box.tag == "header" or ("header" in box.names and box.tag not in HEADINGS):
            # A site's head says nothing in sentences; an article's may hold its first ones.
            return self.worth[box] == 0
        if holds_title or box.tag in HEADINGS:
            return False
        # A drawing's lines are labels, which say nothing without it.
        is_labels = is_drawing(box) and self.worth[box] < 0.5 * box.said
        return is_labels or (around_where_small(box, empty) and share < 0.3)

    def _names_of_everything(self, whole: float) -> frozenset[str]:
        """The names by which a page calls boxes that hold half of its text together: they say nothing of a box."""
        told: dict[str, float] = {}
        bearing: dict[Box, frozenset[str]] = {}
        for box in self.boxes:
            above = bearing[box.parent] if box.parent is not None else frozenset()
            names = box.names & ARRANGED
            if box.tag in _PAGE or box in self.above_title:
                names = frozenset()
            for name in names - above:
                told[name] = told.get(name, 0.0) + self.worth[box]
            bearing[box] = above | names if names else above
        return frozenset(name for name, worth in told.items() if worth >= 0.5 * whole)

    def _outside_of(self, left_out: set[Box]) -> list[Box]:
        """The boxes that are in none of those."""
        inside: set[Box] = set()
        found = []
        for box in self.boxes:
            if box in left_out or box.parent in inside:
                inside.add(box)
            else:
                found.append(box)
        return found

    def _sum_up(self) -> None:
        kept = set(self._outside_of(self.around))
        for box in self.boxes:
            if box not in kept:
                self.own[box] = 0.0
        self._sum_worth()
        for box in reversed(self.boxes):
            self._said[box] = self._linked[box] = self._away[box] = 0
            if box in kept and not is_post(box):
                self._said[box] = box.own + sum(self._said[inner] for inner in box.boxes)
                self._linked[box] = box.own_linked + sum(self._linked[inner] for inner in box.boxes)
                self._away[box] = box.own_away + sum(self._away[inner] for inner in box.boxes)

    def _sum_worth(self) -> None:
        for box in reversed(self.boxes):
            self.worth[box] = self.own[box] + sum(self.worth[inner] for inner in box.boxes)


def _own_worth(box: Box) -> float:
    if box.own < LEAST_LINE or box.tag in HEADINGS or (box.own < SENTENCE and not box.ends_sentence):
        return 0.0
    return max(0.0, box.own - 2.0 * box.own_linked)


def _title_box(boxes: list[Box], title: Line | None) -> Box | None:
    """The <h1> that says the page's title, else a smaller heading that does, else the first <h1>."""
    first = smaller = None
    told = (title or "").casefold()
    for box in boxes:
        if box.tag == "h1" and box.own:
            said = box.text.casefold()
            if told and (said in told or told in said):
                return box
            first = first or box
        elif smaller is None and box.tag in _SMALLER and box.own >= LEAST_LINE and box.text.casefold() in told:
            smaller = box
    return smaller or first
