"""The general path: which parts of a page without rules are the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lampungtui.extract.furnishings import always_around, around_where_small, cards, is_caption, is_card, is_named_article, is_reply, is_standfirst
from lampungtui.extract.metadata import Metadata
from lampungtui.extract.outline import HEADINGS, LINE_TAGS, Box, outline

SHARES: Final = (1.0, 0.5, 0.33, 0.25, 0.2)
_STRUCTURE: Final = frozenset({"ul", "ol", "dl", "tr", "tbody", "thead", "table", "figure", "font", "center"})
_CONTAINERS: Final = frozenset({"div", "section", "ul", "ol", "table", "article", "dl", "span"})


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """Where the article is: elements in the page's order, and what inside them is not part of it (`mem_id`s)."""

    nodes: tuple[LexborNode, ...]
    leaving_out: frozenset[int]
    standfirst: tuple[LexborNode, ...] = ()


def article_parts(page: LexborHTMLParser, told: Metadata) -> ArticleParts | None:
    body = page.body
    if body is None:
        return None
    return _Finder(outline(body), told).find()


class _Finder:
    def __init__(self, root: Box, told: Metadata) -> None:
        self.root = root
        self.boxes = [root, *root.inside()]
        self.told = told
        self.worth: dict[Box, float] = {}
        self.own: dict[Box, float] = {}
        self.said: dict[Box, int] = {}
        self.linked: dict[Box, int] = {}
        self.around: set[Box] = set()
        self.outside: set[Box] = set()
        self.score: dict[Box, float] = {}
        self.title = self._title_box()
        self.headlines = [box for box in self.boxes if box.tag == "h1" and box.own]

    def find(self) -> ArticleParts | None:
        self._tell_apart()
        for box in self.boxes:
            if self.own[box] > 0:
                self._share_out(box, self.own[box])
        if not self.score:
            return None
        best = max(self.score, key=self._total)
        chosen = self._widened(best)
        out: set[int] = set()
        for box in chosen:
            self._clean(box, out)
        return ArticleParts(
            tuple(box.node for box in chosen), frozenset(out), tuple(box.node for box in self._standfirst(chosen[0]))
        )

    def _standfirst(self, chosen: Box) -> list[Box]:
        if self.title is None:
            return []
        lines = []
        for box in self.boxes[self.title.order + 1 : chosen.order]:
            if box.own < 40 or box.own_linked > box.own * 0.3 or is_caption(box) or box.order <= self.title.order:
                continue
            above = [box, *list(box.around())[:3]]
            if any(each.tag in ("figure", "nav", "aside", "footer", "li") or is_caption(each) for each in above):
                continue
            if chosen in above or any(each is self.title for each in above):
                continue
            if any(is_standfirst(each) for each in above[:3]) and (box.ends_sentence or box.own >= 80):
                lines.append(box)
        return lines[:3] if sum(box.own for box in lines) <= 1200 else []

    def _title_box(self) -> Box | None:
        title = (self.told.title or "").casefold()
        first = None
        for box in self.boxes:
            if box.tag == "h1" and box.own:
                if title and (box.text.casefold() in title or title in box.text.casefold()):
                    return box
                first = first or box
        return first

    def _tell_apart(self) -> None:
        muted: set[Box] = set()
        raw: dict[Box, float] = {}
        for box in self.boxes:
            if box.parent in muted or is_caption(box) or (box.tag == "blockquote" and "tweet" in box.names):
                muted.add(box)
            self.own[box] = 0.0 if box in muted else own_worth(box)
        for box in reversed(self.boxes):
            raw[box] = self.own[box] + sum(raw[inner] for inner in box.boxes)
        holds_title = set(self.title.around()) if self.title is not None else set()
        # cards first
        for box in self.boxes:
            for card in cards(box):
                if card not in holds_title:
                    self.around.add(card)
        in_cards: set[Box] = set()
        whole = 0.0
        for box in self.boxes:
            if box in self.around or box.parent in in_cards:
                in_cards.add(box)
            else:
                whole += self.own[box]
        for box in self.boxes:
            if box.tag in ("body", "html", "main", "article") or (box.tag in LINE_TAGS and box.own >= 60 and box.ends_sentence):
                continue
            share = raw[box] / whole if whole else 0
            if always_around(box):
                if (box not in holds_title and share < (0.25 if is_named_article(box) else 0.8)) or share < 0.1:
                    self.around.add(box)
            elif box.tag == "header":
                if raw[box] == 0:
                    self.around.add(box)
            elif around_where_small(box) and share < 0.2 and box not in holds_title and box.tag not in HEADINGS:
                self.around.add(box)
        for box in self.boxes:
            if box in self.around or box.parent in self.outside:
                self.outside.add(box)
        for box in reversed(self.boxes):
            if box in self.outside:
                self.own[box] = self.worth[box] = 0.0
                self.said[box] = self.linked[box] = 0
                continue
            self.worth[box] = self.own[box] + sum(self.worth[inner] for inner in box.boxes)
            self.said[box] = box.own + sum(self.said[inner] for inner in box.boxes)
            self.linked[box] = box.own_linked + sum(self.linked[inner] for inner in box.boxes)

    def density(self, box: Box) -> float:
        return self.linked[box] / self.said[box] if self.said[box] else 0.0

    def holder(self, box: Box) -> Box:
        at = box
        if at.breaks < 2 and at.parent is not None and not at.boxes and (at.tag != "td" or at.own < 300):
            at = at.parent
        while at.parent is not None and (at.tag in LINE_TAGS or at.tag in _STRUCTURE):
            at = at.parent
        return at

    def _share_out(self, box: Box, worth: float) -> None:
        lead = self.told.lead
        if lead and len(lead) >= 40 and lead[:60] in box.text:
            worth = max(300.0, worth * 3)
        at: Box | None = self.holder(box)
        level = 0
        while at is not None and level < len(SHARES) and (level == 0 or at.tag not in ("body", "html")):
            self.score[at] = self.score.get(at, 0.0) + worth * SHARES[level]
            wrapped = self.worth[at] * 1.02
            at = at.parent
            while at is not None and (self.worth[at] <= wrapped or at.tag in _STRUCTURE or at.tag in LINE_TAGS):
                at = at.parent
            level += 1

    def _total(self, box: Box) -> float:
        score = self.score[box] * (1 - self.density(box))
        if is_named_article(box):
            score *= 1.2
        if is_reply(box) or any(is_reply(above) for above in list(box.around())[:3]):
            score *= 0.3
        if self.title is not None and box not in self.title.around():
            before = [headline for headline in self.headlines if headline.order < box.order]
            if not before or (before[-1] is not self.title and self.title in before):
                score *= 0.3
        return score

    def _widened(self, best: Box) -> list[Box]:
        lines = [line for line in (best, *best.inside()) if self.own[line] > 0]
        at = best
        chosen = best
        for _ in range(6):
            above = at.parent
            if above is None or above.tag in ("body", "html") or at.tag in ("article", "main"):
                break
            gain = [line for inner in above.boxes if inner is not at for line in (inner, *inner.inside()) if self.own[line] > 0]
            gain += [above] if self.own[above] > 0 else []
            if gain:
                alike = sum(self.own[line] for line in gain if any(self._alike(line, other) for other in lines[:30]))
                if alike >= 0.6 * sum(self.own[line] for line in gain):
                    chosen = above
                    lines += gain
                else:
                    break
            at = above
        if chosen is not best:
            return [chosen]
        return self._with_siblings(best)

    def _alike(self, line: Box, other: Box) -> bool:
        if line.tag != other.tag:
            return False
        if line.names or other.names:
            return overlap(line.names, other.names) >= 0.5
        mine, theirs = self.holder(line), self.holder(other)
        if mine is theirs or mine.tag != theirs.tag:
            return mine is theirs
        if mine.names or theirs.names:
            return overlap(mine.names, theirs.names) >= 0.5
        return mine.parent is theirs.parent

    def _with_siblings(self, best: Box) -> list[Box]:
        parent = best.parent
        if parent is None or best.tag in ("body", "article", "main"):
            return [best]
        found = []
        for sibling in parent.boxes:
            if sibling is best:
                found.append(sibling)
            elif sibling in self.outside or sibling.tag == "article":
                continue
            elif sibling.tag == "p" and self.own[sibling] >= 80 and self.density(sibling) < 0.25:
                found.append(sibling)
        return found

    def _clean(self, box: Box, out: set[int]) -> None:
        """Notes what inside a chosen box is not the article."""
        for inner in box.boxes:
            if self._is_left_out(inner):
                out.add(inner.node.mem_id)
            else:
                self._clean(inner, out)
        for at, inner in enumerate(box.boxes):
            if inner.tag in HEADINGS and inner.node.mem_id not in out:
                following = box.boxes[at + 1 : at + 2]
                if following and following[0].node.mem_id in out and following[0].said:
                    out.add(inner.node.mem_id)

    def _is_left_out(self, box: Box) -> bool:
        if box in self.around or box is self.title:
            return True
        if is_caption(box) and box.tag != "figure":
            parent = box.node.parent
            return parent is None or parent.css_first("img, amp-img") is None
        if box.tag in ("p", "li"):
            return box.density > 0.9 and not box.ends_sentence
        density = self.density(box)
        if self.said[box] and density > 0.5 and box.tag in _CONTAINERS:
            return True
        return bool(box.boxes) and box.tag in ("div", "section", "article") and density >= 0.25 and is_card(box)


def overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """Which part of the names of two boxes they share."""
    return len(first & second) / len(first | second) if first or second else 1.0


def own_worth(box: Box) -> float:
    """Characters of running text that a box has of its own, those of links taken off."""
    if box.own < 25 or box.tag in HEADINGS:
        return 0.0
    if box.own < 80 and not box.ends_sentence:
        return 0.0
    return max(0.0, box.own - 2.0 * box.own_linked)
