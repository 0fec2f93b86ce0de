"""The sources and what ails them: each feed's state in words, since when, and what can be done."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from lampungtui.language import counted, say
from lampungtui.model import Dated, DateSource
from lampungtui.newsroom.room import Newsroom, SourceHealth
from lampungtui.telling.health import trouble_words
from lampungtui.telling.moments import ago, clock
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import shown


class HealthScreen(ModalScreen[None]):
    """Every source, those in trouble first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,H", "dismiss", show=False),
        Binding("j,down,space", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, room: Newsroom, signs: Signs) -> None:
        super().__init__(classes="dialog")
        self._room = room
        self._signs = signs

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog-box") as box:
            box.border_title = Content(say("Sources"))
            box.border_subtitle = Content(say("Esc closes"))
            yield Static(self._words(), classes="words")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _words(self) -> Content:
        now = datetime.now(UTC)
        sources = sorted(
            self._room.health(), key=lambda each: (not (each.state and each.state.trouble), each.outlet.name.casefold())
        )
        lines: list[Content] = []
        for source in sources:
            lines.extend(self._lines(source, now))
            lines.append(Content(""))
        size = self._room.store.size()
        megabytes = f"{size.bytes / 1_000_000:.1f}"
        lines.append(
            Content.styled(
                say("{articles}, {bodies} stored in full or in part, {size} MB").format(
                    articles=counted("{n} article", "{n} articles", size.articles), bodies=size.bodies, size=megabytes
                ),
                "$quiet",
            )
        )
        return Content("\n").join(lines)

    def _lines(self, source: SourceHealth, now: datetime) -> list[Content]:
        state = source.state
        name = f"{shown(source.outlet.name)} {self._signs.dot} {shown(source.feed.title)}"
        if state is not None and state.trouble:
            what, advice = trouble_words(state.trouble)
            head = Content.assemble((f"{self._signs.trouble} ", "bold $warning"), (name, "bold"), f"  {what}")
            since = _ago(state.failing_since, now)
            facts = [say("since {when}").format(when=since)] if since else []
            if state.next_poll_at is not None:
                facts.append(say("next try {time}").format(time=clock(state.next_poll_at)))
            detail = shown(state.trouble_text or "")
            return [
                head,
                Content.styled(f"  {advice}", "$quiet"),
                Content.styled(f"  {f' {self._signs.dot} '.join(facts)}", "$quiet"),
                Content.styled(f"  {detail}", "$faint"),
            ]
        sign = self._signs.stored if state is not None else " "
        head = Content.assemble((f"{sign} ", "$success"), name)
        if state is None:
            return [head, Content.styled("  " + say("not asked yet"), "$quiet")]
        facts = [
            counted("{n} headline", "{n} headlines", state.entries),
            say("last asked {when}").format(when=_ago(state.last_success_at, now)),
        ]
        if state.next_poll_at is not None:
            facts.append(say("next {time}").format(time=clock(state.next_poll_at)))
        return [head, Content.styled(f"  {f' {self._signs.dot} '.join(facts)}", "$quiet")]


def _ago(at: datetime | None, now: datetime) -> str:
    return ago(Dated(at, DateSource.FEED), now) if at is not None else ""
