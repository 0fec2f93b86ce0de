"""The linear reader's own doing: what each order says and changes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Final, TypeVar

from lampungtui.errors import LampungtuiError
from lampungtui.foreign import clean_line
from lampungtui.language import INDONESIAN, counted, current_language, number, say
from lampungtui.log import logger
from lampungtui.model import Article, Headline, Position, ShelfName, Tally, View, ViewKind
from lampungtui.newsroom.opening import Opened
from lampungtui.newsroom.window import HeadlineWindow
from lampungtui.outlets.categories import category_tree
from lampungtui.plain.article import article_lines
from lampungtui.plain.orders import WORDS, Order, Typed, understood
from lampungtui.query import parse
from lampungtui.store.waiting import NotYetStored, WaitingDeed
from lampungtui.telling.deeds import deed_words
from lampungtui.telling.failures import error_words
from lampungtui.telling.health import health_of
from lampungtui.telling.keeping import (
    deed_line,
    not_stored_words,
    recovery_words,
    subscriptions_back_words,
    waiting_words,
)
from lampungtui.telling.moments import ago
from lampungtui.telling.queries import problem_words
from lampungtui.telling.views import view_name

PAGE: Final = 15
"""Headlines that are told at once."""

ALL: Final = View(ViewKind.ALL)

Result = TypeVar("Result")


class PlainReader:
    """A newsroom read line by line. `tell` says one line; `run` waits for what takes time."""

    def __init__(self, opened: Opened, tell: Callable[[str], None], run: Callable[[Awaitable[object]], object]) -> None:
        self._room = opened.room
        self._subscriptions_back = opened.subscriptions_back
        self._tell = tell
        self._run = run
        self._view = ALL
        self._before_search = ALL
        self._window: HeadlineWindow = opened.room.window(ALL)
        self._told = 0
        self._rank: int | None = None
        self._reading = False
        self._views: Sequence[View] = ()
        self._warned = False

    # ------------------------------------------------------------------ from outside

    def begin(self) -> None:
        """Says where one is, and the first headlines."""
        self._tell(say("lampungtui, the linear reader. Type help and Enter for the commands."))
        if self._room.store.recovery is not None:
            self._tell(recovery_words(self._room.store.recovery))
        if self._subscriptions_back:
            self._tell(subscriptions_back_words())
        if not self._room.store.newest_id():
            self._refresh()
        place = self._room.last_place()
        self._show(place.view if place.view.kind is not ViewKind.SEARCH else ALL)

    def prompt(self) -> str:
        """What is asked before each line."""
        return say("Number or command:")

    def obey(self, line: str) -> bool:
        """Does what a line asks for; returns whether to go on."""
        typed = understood(clean_line(line))
        if typed.order is Order.QUIT:
            return not self._may_leave()
        try:
            self._do(typed)
        except NotYetStored as error:
            self._window.reread()
            self._tell(say("Not stored yet") + ": " + not_stored_words(error.__cause__))
        except LampungtuiError as error:
            self._tell(say("That did not work: {what}").format(what=clean_line(error_words(error))))
        except KeyboardInterrupt:
            self._tell(say("Cancelled."))
        return True

    def _may_leave(self) -> bool:
        """Whether everything is stored, or the person has been told what is not."""
        if self._warned or not self._unstored():
            return True
        self._warned = True
        self._tell(waiting_words(self._unstored()) + ":")
        for deed in self._unstored():
            self._tell(deed_line(deed))
        self._tell(say("Type quit once more to leave without them."))
        return False

    def _unstored(self) -> Sequence[WaitingDeed]:
        """What cannot be stored, also now."""
        deeds = self._room.store.deeds
        if deeds.waiting:
            try:
                self._run(deeds.write_waiting())
            except LampungtuiError as error:
                logger.info("not stored on leaving: %s", error)
        return deeds.waiting.deeds

    def end(self) -> None:
        """Keeps the reader's place and ends the visit."""
        headline = self._window.at(self._rank) if self._rank is not None else None
        view = self._before_search if self._view.kind is ViewKind.SEARCH else self._view
        position: tuple[int, Position] | None = None
        self._run(self._room.keep_place(view, headline.id if headline else None, position))
        self._run(self._room.end_visit())

    # ------------------------------------------------------------------ orders

    def _do(self, typed: Typed) -> None:
        match typed.order:
            case Order.OPEN:
                self._open((typed.number or 0) - 1)
            case Order.MORE:
                self._more()
            case Order.LIST:
                self._told = max(0, (typed.number or 1) - 1)
                self._tell_view()
                self._tell_headlines()
            case Order.CATEGORIES:
                self._categories(typed)
            case Order.NEXT:
                self._open(0 if self._rank is None else self._rank + 1)
            case Order.PREVIOUS:
                self._open(0 if self._rank is None else self._rank - 1)
            case Order.UNREAD:
                self._next_unread()
            case Order.AGAIN:
                self._open(self._rank if self._rank is not None else -1)
            case Order.SEARCH:
                self._search(typed.rest)
            case Order.SAVE | Order.LATER | Order.MARK:
                self._mark(typed)
            case Order.ALL_READ:
                self._mark_all()
            case Order.UNDO:
                self._undo(again=False)
            case Order.REDO:
                self._undo(again=True)
            case Order.REFRESH:
                self._refresh()
                self._show(self._view)
            case Order.SOURCES:
                self._sources()
            case Order.HELP:
                self._help()
            case _:
                words = say("There is no command {word}. Type help and Enter for the commands.")
                self._tell(words.format(word=clean_line(typed.rest, 40)))

    def _help(self) -> None:
        self._tell(say("A number opens the article of that number. The commands:"))
        first = 0 if current_language() == INDONESIAN else 1
        for words, meaning in WORDS.values():
            others = [word for word in words if word != words[first]]
            also = say("also {words}").format(words=", ".join(others))
            does = say(meaning)
            self._tell(f"{words[first]} ({also}): {does}")

    # ------------------------------------------------------------------ lists

    def _show(self, view: View) -> None:
        self._view = view
        self._window = self._room.window(view)
        self._told, self._rank, self._reading = 0, None, False
        self._tell_view()
        self._tell_headlines()

    def _tell_view(self) -> None:
        tally = self._room.tally(self._view)
        parts = [view_name(self._view), counted("{n} article", "{n} articles", self._window.total)]
        if tally.unread and self._view.kind is not ViewKind.UNREAD:
            parts.append(counted("{n} unread", "{n} unread", tally.unread))
        self._tell(clean_line(", ".join(parts)) + ".")
        if not self._window.total:
            self._tell(self._nothing())

    def _nothing(self) -> str:
        if self._view.kind is ViewKind.SEARCH:
            return say("No article has these words.")
        if self._room.store.newest_id():
            return say("Nothing here yet.")
        return say("No news yet, and no network")

    def _tell_headlines(self) -> None:
        self._reading = False
        now = self._room.now()
        end = min(self._window.total, self._told + PAGE)
        for rank in range(self._told, end):
            headline = self._window.at(rank)
            if headline is not None:
                self._tell(f"{number(rank + 1)}. {self._headline(headline, now)}")
        self._told = end
        left = self._window.total - end
        if left > 0:
            self._tell(counted("{n} more; Enter for more.", "{n} more; Enter for more.", left))

    @staticmethod
    def _headline(headline: Headline, now: datetime) -> str:
        """A headline with its marks in words, the title first: it is what one listens for."""
        marks = [say("unread")] if not headline.read else []
        marks += [say("saved")] if headline.saved else []
        parts = [clean_line(headline.title), clean_line(headline.outlet_name), ago(headline.published, now), *marks]
        return ", ".join(parts)

    def _more(self) -> None:
        if self._reading:
            self._next_unread()
        elif self._told < self._window.total:
            self._tell_headlines()
        else:
            self._tell(say("The list ends here."))

    def _categories(self, typed: Typed) -> None:
        if not self._views or not typed.rest:
            self._views = self._views_now()
        if not typed.rest:
            tallies = self._room.tallies()
            for place, view in enumerate(self._views, 1):
                tally = tallies.get(view.slug, Tally())
                articles = counted("{n} article", "{n} articles", tally.total)
                unread = ", " + counted("{n} unread", "{n} unread", tally.unread) if tally.unread else ""
                self._tell(f"{place}. {view_name(view)}, {articles}{unread}")
            self._tell(say("Type categories and a number to list its headlines."))
            return
        chosen = self._view_of(typed)
        if chosen is None:
            self._tell(say("There is no category {name}.").format(name=clean_line(typed.rest, 40)))
        else:
            self._show(chosen)

    def _view_of(self, typed: Typed) -> View | None:
        """A view by its number in the list of categories, or by its name or the beginning of it."""
        if typed.number is not None:
            return self._views[typed.number - 1] if 0 < typed.number <= len(self._views) else None
        wanted = typed.rest.casefold()
        named = [(view_name(view).casefold(), view) for view in self._views]
        exact = [view for name, view in named if name == wanted]
        return next(iter([*exact, *(view for name, view in named if name.startswith(wanted))]), None)

    def _views_now(self) -> Sequence[View]:
        tallies = self._room.tallies()
        fixed = [ALL, View(ViewKind.UNREAD), View(ViewKind.SAVED), View(ViewKind.LATER)]
        rubrics = [View(ViewKind.CATEGORY, each.path) for each in category_tree()]
        shelves = [View(ViewKind.SHELF, name) for name in ShelfName]
        held = [view for view in [*rubrics, *shelves] if tallies.get(view.slug, Tally()).total]
        return [*fixed, *held]

    def _search(self, words: str) -> None:
        if not words:
            self._show(self._before_search)
            return
        for problem in parse(words).problems:
            self._tell(f"{clean_line(problem.text)}: {problem_words(problem)}")
        if self._view.kind is not ViewKind.SEARCH:
            self._before_search = self._view
        self._show(View(ViewKind.SEARCH, words))

    # ------------------------------------------------------------------ articles

    def _open(self, rank: int) -> None:
        headline = self._window.at(rank)
        if headline is None:
            if self._window.total:
                words = say("There is no such number; the list runs from 1 to {last}.")
                self._tell(words.format(last=number(self._window.total)))
            else:
                self._tell(self._nothing())
            return
        self._rank, self._reading = rank, True
        article = self._whole(headline.id)
        if article is None:
            self._tell(say("Nothing here yet."))
            return
        self._tell("")
        of = say("Number {n} of {total}").format(n=number(rank + 1), total=number(self._window.total))
        self._tell(f"{of}, {view_name(self._view)}.")
        for line in article_lines(article):
            self._tell(line)
        self._tell("")
        self._run(self._room.mark_read([headline.id], read=True, by_hand=False))
        self._window.changed([headline.id])

    def _whole(self, article_id: int) -> Article | None:
        """An article with its whole text, which is fetched where it is not stored yet and somebody may answer."""
        article = self._room.article(article_id)
        if article is None or article.whole or article.url is None or self._room.offline:
            return article
        self._tell(say("Fetching the whole article ..."))
        self._run(self._room.fetch_body(article_id))
        return self._room.article(article_id)

    def _next_unread(self) -> None:
        here = self._window.at(self._rank) if self._rank is not None else None
        found = self._room.neighbour_unread(self._window, here, forward=True)
        rank = self._window.find(found) if found is not None else None
        if rank is None:
            self._reading = False
            self._tell(say("Nothing unread is left here."))
        else:
            self._open(rank)

    # ------------------------------------------------------------------ marks

    def _meant(self, typed: Typed) -> Headline | None:
        """The article that an order means: that of its number, else the one that was opened last."""
        rank = typed.number - 1 if typed.number is not None else self._rank
        headline = self._window.at(rank) if rank is not None else None
        if headline is None:
            self._tell(say("Which article? Give its number, or open it first."))
            return None
        return self._room.store.headline(headline.id)

    def _mark(self, typed: Typed) -> None:
        headline = self._meant(typed)
        if headline is None:
            return
        ids = [headline.id]
        match typed.order:
            case Order.SAVE:
                self._run(self._room.save(ids, saved=not headline.saved))
                word = say("Let go") if headline.saved else say("Saved")
            case Order.LATER:
                self._run(self._room.put_aside(ids, later=not headline.later))
                word = say("No longer put aside") if headline.later else say("To read later")
            case _:
                self._run(self._room.mark_read(ids, read=not headline.read))
                word = say("Marked unread") if headline.read else say("Marked read")
        self._window.changed(ids)
        self._tell(f"{word}: {clean_line(headline.title)}")

    def _mark_all(self) -> None:
        unread = self._room.tally(self._view).unread
        self._run(self._room.mark_all_read(self._window, about=view_name(self._view)))
        self._window.reread()
        self._tell(counted("{n} article marked as read.", "{n} articles marked as read.", unread))

    def _undo(self, *, again: bool) -> None:
        async def turn() -> None:
            found = await self._room.undo(again=again)
            if found is None:
                self._tell(say("There is nothing to make again.") if again else say("There is nothing to take back."))
                return
            deed, _ = found
            head = say("Made again") if again else say("Taken back")
            self._tell(f"{head}: {deed_words(deed.what)}, {clean_line(deed.about)}")

        self._run(turn())
        self._window.reread()

    # ------------------------------------------------------------------ the newsroom

    def _refresh(self) -> None:
        asking = counted("Asking {n} source ...", "Asking {n} sources ...", len(self._room.feeds))
        self._tell(asking)

        async def ask() -> tuple[int, int]:
            new = failed = 0
            async for progress in self._room.refresh(by_hand=True):
                if progress.feed is not None:
                    new += progress.new
                    failed += progress.trouble is not None
            return new, failed

        outcome = self._run(ask())
        assert isinstance(outcome, tuple)  # noqa: S101  # what ask() gives
        new, failed = outcome
        if self._room.offline:
            self._tell(say("Nobody could be reached: this machine seems to have no network."))
            return
        words = [counted("{n} new", "{n} new", new) if new else say("nothing new")]
        if failed:
            words.append(counted("{n} failing", "{n} failing", failed))
        self._tell(", ".join(words) + ".")

    def _sources(self) -> None:
        now = self._room.now()
        for source in self._room.health():
            health = health_of(source.feed, source.state, now)
            name = clean_line(f"{source.outlet.name}, {source.feed.title}")
            advice = f" {health.advice}" if health.failing and health.advice else ""
            self._tell(f"{name}: {health.words}.{advice}")


def reading(opened: Opened, runner: asyncio.Runner, tell: Callable[[str], None]) -> PlainReader:
    """The linear reader on an open newsroom, what takes time run by `runner`."""

    async def awaited(work: Awaitable[Result]) -> Result:
        return await work

    return PlainReader(opened, tell, lambda work: runner.run(awaited(work)))
