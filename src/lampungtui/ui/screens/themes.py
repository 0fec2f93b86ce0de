"""Choosing a theme: the one under the cursor is worn while it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from lampungtui.language import say
from lampungtui.ui.screens.overlaid import Dialog
from lampungtui.ui.signs import Signs
from lampungtui.ui.themes import AUTO, FEW_COLOURS, OURS, THEME_WORDS
from lampungtui.ui.wardrobe import OF_THE_LIBRARY
from lampungtui.ui.widgets.line_list import LineList
from lampungtui.ui.widgets.row_list import Row, RowList, Tone

if TYPE_CHECKING:
    from lampungtui.ui.app import LampungApp


class ThemesScreen(Dialog[str]):
    """Gives the name of the theme that was chosen; None where the old one is to be worn again, as it is then."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,T", "leave", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
        Binding("j,down", "move(1)", show=False, priority=True),
        Binding("k,up", "move(-1)", show=False, priority=True),
        Binding("pagedown,ctrl+d", "page(1)", show=False, priority=True),
        Binding("pageup,ctrl+u", "page(-1)", show=False, priority=True),
        Binding("g,home", "end(True)", show=False, priority=True),
        Binding("G,end", "end(False)", show=False, priority=True),
    ]

    def __init__(self, signs: Signs, setting: str, *, back_to: str | None = None, auto: bool = True) -> None:
        """`setting` is what the settings say now: a theme's name, or `auto`, which is offered where `auto` says so.
        Esc gives `back_to` back, that theme if no other."""
        super().__init__(classes="dialog")
        self._signs = signs
        self._setting = setting
        self._back_to = back_to or setting
        self._auto = auto
        self._names: list[str | None] = []

    @property
    def _program(self) -> LampungApp:
        return cast("LampungApp", self.app)

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box -list -themes") as box:
            box.border_title = Content(say("Theme"))
            box.border_subtitle = Content(say("Enter keeps it, Esc leaves it"))
            yield RowList(id="themes", signs=self._signs)
            yield Static(id="about-theme", classes="words")

    def on_mount(self) -> None:
        wardrobe = self._program.wardrobe
        rows = [Row(AUTO)] if self._auto else []
        self._names = [AUTO] if self._auto else []
        ours = [theme.name for theme in OURS if theme.name not in wardrobe.own]
        library = [name for name in OF_THE_LIBRARY if name not in wardrobe.own]
        for head, names in (
            (say("YOUR OWN"), sorted(wardrobe.own)),
            (say("OF LAMPUNGTUI"), ours),
            (say("OF TEXTUAL"), library),
        ):
            if names:
                rows.append(Row(head, tone=Tone.HEAD))
                self._names.append(None)
                rows += [Row(name) for name in names]
                self._names += names
        self._list.show(rows, self._names.index(self._setting) if self._setting in self._names else 0)
        self._list.focus()
        self._tell()

    def _here(self) -> str:
        return self._names[self._list.cursor] or self._setting

    def _tell(self) -> None:
        """What the theme is, and what this terminal makes of it."""
        name = self._here()
        words = [Content.styled(say(THEME_WORDS[name]), "$quiet")] if name in THEME_WORDS else []
        wardrobe = self._program.wardrobe
        if wardrobe.no_color:
            words.append(Content.styled(say("NO_COLOR is set: every theme is told without colours."), "$warning"))
        elif wardrobe.colours in FEW_COLOURS:
            words.append(
                Content.styled(say("This terminal has sixteen colours: every theme is told in its own."), "$warning")
            )
        self.query_one("#about-theme", Static).update(Content("\n").join(words))

    @on(LineList.Moved)
    def _row_moved(self, _event: LineList.Moved) -> None:
        self._program.try_theme(self._here())
        self._tell()

    @on(LineList.Chosen)
    def _row_chosen(self, _event: LineList.Chosen) -> None:
        self.action_take()

    def action_move(self, by: int) -> None:
        self._list.move(by)

    def action_page(self, direction: int) -> None:
        self._list.page(direction)

    def action_end(self, first: bool) -> None:
        self._list.move_to(0 if first else self._list.row_count - 1)

    def action_take(self) -> None:
        self.dismiss(self._here())

    def action_leave(self) -> None:
        self._program.try_theme(self._back_to)
        self.dismiss(None)
