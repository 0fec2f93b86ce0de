"""The settings of one source as a form: name, rubric, interval and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Checkbox, Input, Label, Select

from lampungtui.foreign import clean_code
from lampungtui.language import number as number_words
from lampungtui.language import say
from lampungtui.newsroom.room import SourceHealth
from lampungtui.outlets.categories import category_tree
from lampungtui.outlets.subscribing import Setting
from lampungtui.outlets.subscriptions import HEADER_LIMIT, LONGEST_MINUTES, header_can_be_set, header_value_fits
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.sectioning import category_names
from lampungtui.ui.signs import Signs
from lampungtui.ui.widgets.line_list import shown

LABELS = ""
"""The choice of no rubric: articles go by their own labels."""

KEEP_MOST = 1_000_000
KEEP_DAYS_MOST = 36_500
KEEP_MB_MOST = 1_000_000


class Tick(Checkbox):
    """A box that shows by its form whether it is ticked; the library's own tells it by colour alone."""

    def __init__(self, label: str, value: bool, *, id: str) -> None:
        super().__init__(label, value, id=id, compact=True)

    @property
    def _button(self) -> Content:
        return Content.styled("[x] " if self.value else "[ ] ", self.get_visual_style("toggle--button"))


class SourceForm(Dialog[Mapping[str, Setting]]):
    """Gives the settings that were changed, or None where nothing is to change."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium")]  # noqa: RUF012  # as in the base class
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "take", show=False, priority=True),
    ]

    def __init__(self, source: SourceHealth, signs: Signs, *, own: bool) -> None:
        super().__init__(classes="dialog")
        self._feed = source.feed
        self._signs = signs
        self._own = own

    def compose(self) -> ComposeResult:
        feed, settings = self._feed, self._feed.settings
        rubrics = [(say("by its labels"), LABELS)]
        into = f" {self._signs.into} "
        rubrics += [(shown(into.join(category_names(each.path))), each.path) for each in category_tree()]
        with VerticalScroll(classes="dialog-box -form") as box:
            box.border_title = Content(shown(feed.title))
            box.border_subtitle = Content(say("Enter or Ctrl+S keeps it, Esc leaves it"))
            yield from _field(say("Name"), Input(shown(feed.title), id="name", compact=True))
            yield from _field(
                say("Category"),
                Select(rubrics, value=shown(feed.category or LABELS), allow_blank=False, id="category", compact=True),
            )
            yield from _field(
                say("Minutes between polls"),
                Input(str(feed.interval_minutes), type="integer", id="interval", compact=True),
            )
            yield from _field(
                say("Keep (articles, days, MB)"),
                *(
                    Input(str(kept or ""), type="integer", placeholder=say("no bound"), id=name, compact=True)
                    for name, kept in (
                        ("keep", settings.keep),
                        ("keep_days", settings.keep_days),
                        ("keep_mb", settings.keep_mb),
                    )
                ),
            )
            yield from _field(
                say("User-Agent"),
                Input(
                    shown(settings.user_agent or ""),
                    placeholder=say("our own, honest one"),
                    id="user_agent",
                    compact=True,
                ),
            )
            for number, (header, value) in enumerate(settings.headers):
                # It may be a key: it is not shown to who looks over the shoulder.
                field = Input(
                    clean_code(value), password=True, placeholder=say("taken away"), id=f"header-{number}", compact=True
                )
                yield from _field(shown(header), field)
            yield from _field(
                say("One more header"), Input(placeholder=say("Name: value"), id="new-header", compact=True)
            )
            yield Tick(say("fetch whole texts"), settings.full_text, id="full_text")
            yield Tick(say("pictures"), settings.images, id="images")
            yield Tick(say("muted: its articles arrive as read"), settings.muted, id="muted")
            yield Tick(say("paused: it is not asked"), settings.paused, id="paused")

    def on_mount(self) -> None:
        self.query_one("#name", Input).focus()

    @on(Input.Submitted)
    def _submitted(self, _event: Input.Submitted) -> None:
        self.action_take()

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_take(self) -> None:
        interval = self._number("interval", 1, LONGEST_MINUTES)
        keep = self._number("keep", 1, KEEP_MOST)
        keep_days = self._number("keep_days", 1, KEEP_DAYS_MOST)
        keep_mb = self._number("keep_mb", 1, KEEP_MB_MOST)
        headers = self._headers()
        if False in (interval, keep, keep_days, keep_mb) or headers is None:
            return
        feed, settings = self._feed, self._feed.settings
        agent = shown(self.query_one("#user_agent", Input).value) or None
        name = shown(self.query_one("#name", Input).value) or None
        rubric = self.query_one("#category", Select).value
        wanted: dict[str, tuple[Setting, Setting]] = {
            "name": (feed.title, name),
            "category": (feed.category, rubric if isinstance(rubric, str) and rubric != LABELS else None),
            "interval": (feed.interval_minutes, interval),
            "keep": (settings.keep, keep),
            "keep_days": (settings.keep_days, keep_days),
            "keep_mb": (settings.keep_mb, keep_mb),
            "user_agent": (settings.user_agent, agent),
            "headers": (dict(settings.headers) or None, headers or None),
            "full_text": (settings.full_text, self._flag("full_text")),
            "images": (settings.images, self._flag("images")),
            "muted": (settings.muted, self._flag("muted")),
            "paused": (settings.paused, self._flag("paused")),
        }
        usual: dict[str, Setting] = {"full_text": True, "images": True, "muted": False, "paused": False}
        changes = {
            key: None if key in usual and new == usual[key] else new for key, (old, new) in wanted.items() if new != old
        }
        self.dismiss(changes or None)

    def _headers(self) -> dict[str, str] | None:
        """The headers as they are to be; None where one cannot be. A value is never said: it may be a secret."""
        wanted: dict[str, tuple[str, str]] = {}
        for number, (name, _) in enumerate(self._feed.settings.headers):
            wanted[f"header-{number}"] = (name, self.query_one(f"#header-{number}", Input).value.strip())
        given = self.query_one("#new-header", Input).value.strip()
        if given:
            name, _, value = given.partition(":")
            wanted["new-header"] = (name.strip(), value.strip())
        for field, (name, value) in wanted.items():
            problem = ""
            if not header_can_be_set(name):
                problem = say("{name} is no header that can be set here.").format(name=shown(name))
            elif not header_value_fits(value) or (field == "new-header" and not value):
                problem = say(
                    "A header has a name, a colon and a value: plain ASCII, at most {most} characters."
                ).format(most=number_words(HEADER_LIMIT))
            if problem:
                self.notify(shown(problem), severity="warning", markup=False)
                self.query_one(f"#{field}", Input).focus()
                return None
        kept = {name.lower(): (name, value) for name, value in wanted.values()}
        return {name: value for name, value in kept.values() if value}

    def _flag(self, name: str) -> bool:
        return self.query_one(f"#{name}", Tick).value

    def _number(self, name: str, least: int, most: int) -> int | bool | None:
        """The number of a field; None for an empty one, False where it cannot be."""
        given = self.query_one(f"#{name}", Input).value.strip()
        if not given:
            return None
        if not given.isdecimal() or len(given) > len(str(most)) or not least <= int(given) <= most:
            self.notify(
                say("Give a whole number from {least} to {most}.").format(least=least, most=most),
                severity="warning",
                markup=False,
            )
            self.query_one(f"#{name}", Input).focus()
            return False
        return int(given)


def _field(label: str, *fields: Input | Select[str]) -> ComposeResult:
    """A label and its fields on one line."""
    with Horizontal(classes="field"):
        yield Label(Content(label), classes="field-label")
        yield from fields
