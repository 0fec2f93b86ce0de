"""The sources: how each of them is and why, and what the reader wants of it. Every change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content

from lampungtui.discretion import discreet
from lampungtui.errors import LampungtuiError
from lampungtui.language import counted, number, say
from lampungtui.model import FeedSettings
from lampungtui.newsroom.polling import address_of
from lampungtui.newsroom.room import Newsroom, SourceHealth
from lampungtui.newsroom.sources import Done, Sources
from lampungtui.outlets.subscribing import Setting
from lampungtui.outlets.subscriptions import OWN
from lampungtui.telling.failures import error_words
from lampungtui.telling.finding import kind_words
from lampungtui.telling.health import (
    Health,
    failure_words,
    health_of,
    next_poll,
    per_week,
    size,
    source_name,
    stored_size,
    traffic_today,
)
from lampungtui.telling.moments import full_date, when
from lampungtui.ui.browser import NoBrowser, open_address
from lampungtui.ui.commands import bindings
from lampungtui.ui.screens.listed import ListedScreen, Told, in_columns
from lampungtui.ui.sectioning import category_names
from lampungtui.ui.signs import Signs
from lampungtui.ui.source_commands import SOURCE_COMMANDS
from lampungtui.ui.widgets.bars import Masthead
from lampungtui.ui.widgets.line_list import LineList, shown
from lampungtui.ui.widgets.row_list import Row, Tone
from lampungtui.ui.wording import state_words


class SourcesScreen(ListedScreen[None]):
    """Every source, those in trouble first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SOURCE_COMMANDS)]
    COMMANDS_HERE = SOURCE_COMMANDS

    def __init__(self, room: Newsroom, sources: Sources, signs: Signs) -> None:
        super().__init__(signs)
        self.room = room
        self.sources = sources
        self._listed: list[SourceHealth] = []

    def tell_again(self) -> None:
        """Tells how the sources are by now, which are asked behind this screen; the cursor stays on its source."""
        here = self._here()
        self.rows.show(self.told(), self._row_of(here.feed.id) if here is not None else None)
        self.tell_detail()

    def help_title(self) -> str:
        return say("Keys for the sources")

    # ------------------------------------------------------------------ what is told

    def told(self) -> Sequence[Row]:
        now = self.room.now()
        sources = self.room.health()
        health = {source.feed.id: health_of(source.feed, source.state, now) for source in sources}
        self._listed = sorted(
            sources,
            key=lambda each: (not health[each.feed.id].failing, each.outlet.name.casefold(), each.feed.id),
        )
        self.query_one(Masthead).tell(
            place=say("Sources"),
            day=full_date(now),
            state=state_words(self.room, self.signs),
            troubled=self.room.offline,
        )
        self.query_one("#rows-pane").border_title = Content(counted("{n} source", "{n} sources", len(self._listed)))
        stored = self.room.store.size()
        articles = counted("{n} article", "{n} articles", stored.articles)
        self.query_one("#rows-pane").border_subtitle = Content(
            f"{articles} {self.signs.dot} {stored_size(stored.bytes, self.room.bytes_allowed)}"
        )
        return [self._row(source, health[source.feed.id]) for source in self._listed]

    def _row(self, source: SourceHealth, health: Health) -> Row:
        name: str = source.outlet.name
        if len(source.outlet.feeds) > 1:
            name = f"{name} {self.signs.dot} {source.feed.title}"
        if health.failing:
            return Row(name, self.signs.trouble, health.words, Tone.TROUBLE)
        if health.state in ("paused", "unasked", "empty", "stale"):
            return Row(name, self.signs.dot, health.words, Tone.QUIET)
        words = "" if health.state == "well" else health.words
        if source.feed.settings.muted:
            words = say("muted")
        return Row(name, self.signs.stored, words)

    def detail(self, row: int) -> Sequence[Told]:
        source = self._listed[row]
        feed, state, now = source.feed, source.state, self.room.now()
        health = health_of(feed, state, now)
        self.query_one("#detail-pane").border_title = Content(shown(source.outlet.name))
        lines: list[Told] = [
            Content.styled(shown(feed.title), "bold $primary"),
            Content.styled(shown(discreet(feed.url)), "$quiet"),
            Content(""),
            Content.assemble(
                (f"{self.signs.trouble} " if health.failing else "", "bold $warning"), (shown(health.words), "bold")
            ),
        ]
        if self.room.nobody_answers():
            # What would be advised for one source says nothing where the network is gone.
            lines.append(Content(say("Nobody could be reached the last time: this machine seems to have no network.")))
        elif health.advice:
            lines.append(Content(shown(health.advice)))
        if health.detail:
            lines.append(Content.styled(shown(health.detail_words), "$quiet"))
        lines.append(Content(""))
        facts: list[tuple[str, str | None]] = [
            (say("since"), when(health.since, now) if health.since else None),
            (say("polled at"), address_of(feed, state) if state and state.address else None),
            (say("answered"), when(state.last_success_at, now) if state and state.last_success_at else None),
            (say("next time"), next_poll(feed, state, now)),
            (say("lists"), counted("{n} headline", "{n} headlines", state.entries) if state else None),
            (say("publishes"), per_week(state) if state else None),
            (say("newest"), when(state.newest_at, now) if state and state.newest_at else None),
        ]
        if state is not None:
            requests, received = traffic_today(state, now)
            asked = counted("{n} request", "{n} requests", requests)
            facts.append((say("today"), f"{asked}, {size(received)}"))
        lines += in_columns(facts, self._settings(source))
        return lines

    def _settings(self, source: SourceHealth) -> list[tuple[str, str | None]]:
        feed = source.feed
        settings: FeedSettings = feed.settings
        yes, no = say("yes"), say("no")
        rubric = f" {self.signs.into} ".join(category_names(feed.category)) if feed.category else say("by its labels")
        return [
            (say("category"), rubric),
            (say("kind"), kind_words(feed.kind)),
            (say("interval"), counted("every {n} minute", "every {n} minutes", feed.interval_minutes)),
            (say("whole texts"), yes if settings.full_text else no),
            (say("pictures"), yes if settings.images else no),
            (say("muted"), yes if settings.muted else None),
            (say("keep at most"), number(settings.keep) if settings.keep else None),
            (say("User-Agent"), settings.user_agent),
            (say("headers"), ", ".join(name for name, _ in settings.headers) or None),
        ]

    # ------------------------------------------------------------------ what is done

    def _here(self) -> SourceHealth | None:
        return self._listed[self.rows.cursor] if self._listed else None

    def _changed(self, change: Callable[[], object]) -> bool:
        """Makes a change of the file of subscriptions and shows what came of it."""
        here = self._here()
        try:
            change()
        except LampungtuiError as error:
            self.notify(shown(error_words(error)), title=say("Not changed"), severity="error", markup=False)
            return False
        self.show_rows()
        if here is not None:
            self._go_to(here.feed.id)
        return True

    def _row_of(self, feed_id: str) -> int | None:
        return next((index for index, each in enumerate(self._listed) if each.feed.id == feed_id), None)

    def _go_to(self, feed_id: str) -> None:
        row = self._row_of(feed_id)
        if row is not None:
            self.rows.move_to(row, tell=False)
            self.show_detail()

    def action_pause(self) -> None:
        source = self._here()
        if source is not None:
            paused = not source.feed.settings.paused
            if self._changed(lambda: self.sources.pause(source.feed, paused=paused)):
                self._say(say("Paused") if paused else say("Asked again"), self._called(source))

    def action_mute(self) -> None:
        source = self._here()
        if source is not None:
            muted = not source.feed.settings.muted
            changes: Mapping[str, Setting] = {"muted": True if muted else None}
            if self._changed(lambda: self.sources.set(source.feed, changes, what="muted")):
                self._say(say("Muted") if muted else say("Heard again"), self._called(source))

    def action_remove(self) -> None:
        source = self._here()
        if source is not None and self._changed(lambda: self.sources.remove(source.feed)):
            if any(each.id == source.feed.id for each in self.room.feeds):
                # Of an outlet that is read for its other sources one stays where it is, and rests.
                self._say(say("Paused; P lets go of its outlet"), self._called(source))
            else:
                self._say(say("Let go; u brings it back"), self._called(source))

    def action_undo(self) -> None:
        self._step(self.sources.undo, say("Taken back"), say("There is nothing to take back."))

    def action_redo(self) -> None:
        self._step(self.sources.redo, say("Made again"), say("There is nothing to make again."))

    def _step(self, step: Callable[[], Done | None], words: str, nothing: str) -> None:
        done: Done | None = None

        def change() -> None:
            nonlocal done
            done = step()

        if self._changed(change):
            if done is None:
                self.notify(shown(nothing), markup=False, timeout=3)
            else:
                self._say(words, f"{done_words(done)} {done.about}".strip())

    def _called(self, source: SourceHealth) -> str:
        """Half of the sources are called "Terkini": the outlet's name tells which."""
        return str(source_name(source.outlet.name, source.feed.title))

    def _say(self, title: str, about: str) -> None:
        self.notify(shown(about), title=shown(title), markup=False, timeout=3)

    def action_edit(self) -> None:
        source = self._here()
        if source is None:
            return
        from lampungtui.ui.screens.source_form import SourceForm

        def given(changes: Mapping[str, Setting] | None) -> None:
            if changes:
                self._changed(lambda: self.sources.set(source.feed, changes))

        self.app.push_screen(SourceForm(source, self.signs, own=source.feed.id.startswith(f"{OWN}/")), given)

    @on(LineList.Chosen, "#rows")
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.show_detail()

    def action_add(self) -> None:
        from lampungtui.ui.screens.adding import AddingScreen

        def added(feed_id: str | None) -> None:
            self.show_rows()
            if feed_id is not None:
                self._go_to(feed_id)

        self.app.push_screen(AddingScreen(self.room, self.sources, self.signs), added)

    def action_choose(self) -> None:
        from lampungtui.ui.screens.choosing import ChoosingScreen

        def chosen(ids: Sequence[str] | None) -> None:
            if ids is not None:
                self._changed(lambda: self.sources.choose_outlets(ids))

        self.app.push_screen(ChoosingScreen(self.sources, self.signs), chosen)

    def action_browse(self) -> None:
        source = self._here()
        if source is None:
            return
        try:
            open_address(source.outlet.home, self.room.browser)
        except NoBrowser as error:
            self.notify(shown(error_words(error)), title=say("No browser here"), markup=False)
            return
        self._say(say("Opened in the browser"), source.outlet.home)

    def action_ask(self) -> None:
        source = self._here()
        if source is not None:
            self._ask(source.feed.id, self._called(source))

    @work(group="ask", exit_on_error=False)
    async def _ask(self, feed_id: str, title: str) -> None:
        """Asks one source now."""
        asked = False
        try:
            async for progress in self.room.refresh(by_hand=True, only=[feed_id]):
                if progress.feed is None:
                    asked = progress.total > 0
                    continue
                news = counted("{n} new", "{n} new", progress.new) if progress.new else say("nothing new")
                self._say(title, failure_words(progress.kind, progress.trouble) if progress.trouble else news)
        except LampungtuiError as error:
            self.notify(shown(error_words(error)), title=say("Refresh failed"), severity="error", markup=False)
        if not asked:
            paused = any(each.feed.id == feed_id and each.feed.settings.paused for each in self.room.health())
            patience = say("It was asked within the last minute, or its server asked for patience.")
            self._say(title, say("It is not asked until you resume it.") if paused else patience)
        self.show_rows()
        self._go_to(feed_id)

    def action_leave(self) -> None:
        self.dismiss(None)


def done_words(done: Done) -> str:
    """What a change was, for the line that says that it was taken back."""
    match done.what:
        case "added":
            return say("adding")
        case "imported":
            return say("the import")
        case "removed":
            return say("letting go of")
        case "paused":
            return say("pausing")
        case "resumed":
            return say("resuming")
        case "muted":
            return say("muting")
        case "chosen":
            return say("the choice of outlets")
        case _:
            return say("the settings of")
