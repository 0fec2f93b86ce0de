"""The general path: which parts of a page without rules are its article.

Each line of running text speaks for the boxes around it, the nearer the more; the box with most to speak for it is
chosen. It is widened as long as what comes along is made as its own lines are, so that a body in several pieces is read
whole. What inside it is not the article is left out, and a standfirst above it is brought along.

Why not a library: docs/benchmarks.md has the figures of several beside this.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from lampungtui.extract.blocks import INLINE
from lampungtui.extract.furnishings import CARD, is_caption, is_named_article, is_standfirst
from lampungtui.extract.outline import HEADINGS, Box, outline
from lampungtui.extract.survey import SENTENCE, Survey
from lampungtui.extract.trimming import left_out
from lampungtui.foreign import Address, Line

SHARES: Final = (1.0, 0.6, 0.4, 0.3, 0.2)
"""How much a line speaks for the box that holds it, and for each wider one."""

WIDENINGS: Final = 6
GAIN: Final = 300
"""Lines of a wider box that are compared with those of the chosen one."""

LEAST_SAID: Final = 80
"""Characters of lists, tables and short lines that can be an article by themselves."""

LITTLE: Final = 100
"""Characters of running text below which another look is taken at a page."""

MUCH: Final = 250
"""Characters that it must find more."""

STANDFIRST: Final = 3_000
"""Characters of the longest standfirst, with the first paragraphs where they stand apart from the others."""

LEADING: Final = 8
"""Lines of it."""

PICTURES: Final = 12
IMAGES: Final = 300
"""<img> elements of a page that are looked at."""

_DATES: Final = frozenset({"date", "time", "tanggal"})


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """Where the article is: an element and those in it that are not part of it (`mem_id`s).

    Above it stand the lines of its `standfirst`, and its `pictures`.
    """

    node: LexborNode
    leaving_out: frozenset[int]
    standfirst: tuple[LexborNode, ...] = ()
    pictures: tuple[LexborNode, ...] = ()


def article_parts(
    page: LexborHTMLParser, title: Line | None, base: Address | None = None, *, told: int = 0
) -> ArticleParts | None:
    """The article's parts, or None where nothing reads like one.

    `title` is what the page's head calls it, `told` how many characters of its text the head holds.
    """
    if page.body is None:
        return None
    survey = Survey(outline(page.body, base), title)
    chosen = _chosen(survey)
    if told < MUCH and (chosen is None or survey.worth[chosen] < LITTLE):
        survey, chosen = _second_look(page.body, title, base, survey, chosen)
    if chosen is None:
        return None
    return ArticleParts(
        chosen.node,
        left_out(survey, chosen),
        tuple(box.node for box in _standfirst(survey, chosen)),
        tuple(box.node for box in _pictures(survey, chosen)),
    )


def _chosen(survey: Survey) -> Box | None:
    """The box that is the article."""
    best = _Choice(survey).best()
    return _widened(survey, best) if best is not None else _without_sentences(survey)


def _second_look(
    body: LexborNode, title: Line | None, base: Address | None, survey: Survey, chosen: Box | None
) -> tuple[Survey, Box | None]:
    """Where little was found: the page once more, with less belief in what its parts are called.

    Whoever runs no scripts is shown what a <noscript> says; some pages have their whole text there.
    """
    for part in body.css("noscript"):
        if len(part.text(deep=True)) >= MUCH:
            part.unwrap()
    again = Survey(outline(body, base), title, trusting_names=False)
    other = _chosen(again)
    found = survey.worth[chosen] if chosen is not None else 0.0
    if other is not None and again.worth[other] >= 2 * found + MUCH:
        return again, other
    return survey, chosen


class _Choice:
    """The scores of the boxes that may be the article."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._scores: dict[Box, float] = {}
        for line in survey.boxes:
            if survey.own[line] > 0:
                self._speak(line, survey.own[line])
        self._home, self._with_others = _home(survey)

    def best(self) -> Box | None:
        """The box with the highest score."""
        return max(self._scores, key=self._score, default=None)

    def _speak(self, line: Box, worth: float) -> None:
        at: Box | None = self._survey.holder(line)
        for level, share in enumerate(SHARES):
            if at is None or (level and at.tag in ("body", "html")):
                return
            self._scores[at] = self._scores.get(at, 0.0) + worth * share
            at = self._survey.wider(at)

    def _score(self, box: Box) -> float:
        score = self._scores[box] * (1 - self._survey.density(box))
        if self._is_of_another_article(box):
            score *= 0.3
        if not self._follows_title(box):
            score *= 0.3
        return score

    def _is_of_another_article(self, box: Box) -> bool:
        """Whether it is in, or holds, an <article> beside the one with the title: pages that scroll on without end."""
        home = self._home
        if home is None or box is home:
            return False
        if box in self._with_others:
            return True
        around = list(box.around())
        return home not in around and any(each.tag == "article" for each in (box, *around))

    def _follows_title(self, box: Box) -> bool:
        """Whether the page's title is the headline before it."""
        title = self._survey.title
        if title is None or box in self._survey.above_title:
            return True
        headlines = self._survey.headlines
        before = bisect_left(headlines, box.order, key=lambda headline: headline.order)
        return before > 0 and (headlines[before - 1] is title or title.order > box.order)


def _without_sentences(survey: Survey) -> Box | None:
    """The article of a page on which nothing reads like running text: a schedule, a list of prices, results in a table.

    It is what the box of the title says, or one behind the title that is called an article; links say nothing.
    """
    if survey.title is None:
        return None
    told: dict[Box, float] = {}
    for box in survey.boxes[1:]:
        around_title = box in survey.above_title and box.tag in ("article", "main")
        if around_title or (box.order > survey.title.order and is_named_article(box)):
            said = survey.said(box)
            if said >= LEAST_SAID and survey.density(box) < 0.5:
                told[box] = said * (1 - survey.density(box))
    most = max(told.values(), default=0.0)
    # The narrowest of those that hold nearly all of it.
    return next((box for box in reversed(told) if told[box] >= 0.9 * most), None)


def _home(survey: Survey) -> tuple[Box | None, frozenset[Box]]:
    """The <article> that the title is in, and the boxes around it that hold others too."""
    home = next((box for box in survey.boxes if box.tag == "article" and box in survey.above_title), None)
    if home is None or survey.worth[home] < 100:
        return None, frozenset()
    inside = set(home.inside())
    around = frozenset(home.around())
    with_others: set[Box] = set()
    for box in survey.boxes:
        if box.tag == "article" and survey.worth[box] >= 100 and box is not home and box not in inside | around:
            with_others.update(around.intersection(box.around()))
    return home, frozenset(with_others)


def _widened(survey: Survey, best: Box) -> Box:
    """The chosen box, or a wider one that holds more of the same."""
    lines = survey.lines(best)
    chosen = at = best
    for _ in range(WIDENINGS):
        above = at.parent
        if above is None or above.tag == "html" or at.tag in ("article", "main"):
            break
        gain = [line for inner in above.boxes if inner is not at for line in survey.lines(inner)]
        if survey.own[above] > 0:
            gain.append(above)
        if gain:
            looked_at = gain[:GAIN]
            alike = sum(survey.own[line] for line in looked_at if any(_alike(survey, line, own) for own in lines[:30]))
            # Around the page itself there is nothing more, so what is widened to it must be the article's beyond doubt.
            is_page = above.tag == "body"
            if alike < (0.8 if is_page else 0.6) * sum(survey.own[line] for line in looked_at):
                break
            if is_page and alike < 0.3 * survey.worth[chosen]:
                break
            chosen = above
            lines.extend(gain)
        at = above
    return chosen


def _alike(survey: Survey, line: Box, other: Box) -> bool:
    """Whether two lines are made alike: called the same, or held by boxes that are."""
    if line.tag != other.tag:
        return False
    if line.names or other.names:
        return _overlap(line.names, other.names) >= 0.5
    mine, theirs = survey.holder(line), survey.holder(other)
    if mine is theirs or mine.tag != theirs.tag:
        return mine is theirs
    if mine.names or theirs.names:
        return _overlap(mine.names, theirs.names) >= 0.5
    return mine.parent is theirs.parent


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / len(first | second)


def _standfirst(survey: Survey, chosen: Box) -> list[Box]:
    """The lines between title and text that sum the article up."""
    lines: list[Box] = []
    for box in _between(survey, chosen):
        if box.own >= 40 and _sums_up(survey, box) and all(box.text != line.text for line in lines):
            lines.append(box)
    return lines[:LEADING] if sum(line.own for line in lines) <= STANDFIRST else []


def _pictures(survey: Survey, chosen: Box) -> list[Box]:
    """The boxes between title and text that hold a picture, and little else than what is said under it."""
    between = {box.node.mem_id: box for box in _between(survey, chosen)}
    found: dict[Box, None] = {}
    for picture in survey.boxes[0].node.css("img, amp-img")[:IMAGES] if between else ():
        at = picture.parent
        while at is not None and at.mem_id not in between and at.tag in INLINE:
            at = at.parent
        box = between.get(at.mem_id) if at is not None else None
        if box is not None and not box.said and box.parent is not None and box.parent.node.mem_id in between:
            box = box.parent
        if box is None:
            continue
        frame = next((each for each in (box, *box.around()) if each.tag == "figure"), box)
        if frame.said <= CARD and frame.density < 0.5 and survey.around.isdisjoint((frame, *frame.around())):
            found[frame] = None
    return list(found)[:PICTURES]


def _between(survey: Survey, chosen: Box) -> list[Box]:
    """The boxes that begin behind the title and end before the text."""
    if survey.title is None:
        return []
    around = set(chosen.around())
    return [box for box in survey.boxes[survey.title.order + 1 : chosen.order] if box not in around]


def _sums_up(survey: Survey, box: Box) -> bool:
    """Whether a line is a standfirst: by what it, or a box around it, is called, or as running text that stands there.

    A body's first paragraphs may stand apart from the others, behind a picture or an advertisement.
    """
    around = list(box.around())
    # A standfirst may be called a teaser, as the cards of other articles are.
    if any(each in survey.around and not is_standfirst(each) for each in (box, *around[:4])):
        return False
    if box.own_linked > box.own * 0.3 or not (box.ends_sentence or box.own >= SENTENCE):
        return False
    near = (box, *around[:2])
    if any(is_caption(each) or each.tag in ("figure", "li") for each in near) or not _DATES.isdisjoint(box.names):
        return False
    if any(is_standfirst(each) for each in near):
        return True
    return survey.own[box] > 0 if box.tag == "p" else box.tag in HEADINGS and box.own >= SENTENCE
