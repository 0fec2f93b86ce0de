"""The commands of the listed screens: sources, outlets to choose from, what an address offers, settings."""

from __future__ import annotations

from lampungtui.language import later
from lampungtui.ui.commands import Command, Group

_MOVING: tuple[Command, ...] = (
    Command("rows.down", ("j", "down"), "down", later("down"), later("Next row"), Group.MOVING),
    Command("rows.up", ("k", "up"), "up", later("up"), later("Row before"), Group.MOVING),
    Command(
        "rows.page_down", ("pagedown", "ctrl+d"), "page_down", later("page down"),
        later("A page down"), Group.MOVING,
    ),
    Command("rows.page_up", ("pageup", "ctrl+u"), "page_up", later("page up"), later("A page up"), Group.MOVING),
    Command("rows.top", ("g", "home"), "top", later("top"), later("To the top"), Group.MOVING),
    Command("rows.bottom", ("G", "end"), "bottom", later("end"), later("To the end"), Group.MOVING),
    Command(
        "detail.down", ("J", "shift+down"), "scroll_detail(3)", later("scroll"), later("Scroll what stands beside"),
        Group.MOVING,
    ),
    Command(
        "detail.up", ("K", "shift+up"), "scroll_detail(-3)", later("scroll back"),
        later("Scroll what stands beside, back"), Group.MOVING,
    ),
)  # fmt: skip

_HELP = Command(
    "program.help", ("question_mark",), "help", later("help"), later("These keys"), Group.NEWSROOM, shown=90
)

SOURCE_COMMANDS: tuple[Command, ...] = (
    *_MOVING,
    Command(
        "source.edit", ("enter", "e"), "edit", later("settings"),
        later("Name, category, interval and all other settings of this source"), Group.NEWSROOM, shown=10,
    ),
    Command(
        "source.add", ("a",), "add", later("add"),
        later("Add a source by any address"), Group.NEWSROOM, shown=20,
    ),
    Command(
        "source.choose", ("P",), "choose", later("outlets"), later("Choose outlets from the catalogue"),
        Group.NEWSROOM, shown=30,
    ),
    Command(
        "source.pause", ("p",), "pause", later("pause"), later("Stop asking this source, or ask it again"),
        Group.NEWSROOM, shown=40,
    ),
    Command(
        "source.mute", ("x",), "mute", later("mute"),
        later("Let its articles arrive as read, or as unread again"), Group.NEWSROOM,
    ),
    Command(
        "source.remove", ("d", "delete"), "remove", later("let go"),
        later("Let go of this source; its articles stay"), Group.NEWSROOM, shown=50,
    ),
    Command(
        "source.undo", ("u",), "undo", later("undo"),
        later("Take the last change back"), Group.NEWSROOM, shown=60,
    ),
    Command("source.redo", ("ctrl+r",), "redo", later("redo"), later("Make it again"), Group.NEWSROOM),
    Command("source.ask", ("r",), "ask", later("ask now"), later("Ask this source now"), Group.NEWSROOM, shown=70),
    Command(
        "source.browse", ("o",), "browse", later("browser"), later("Open its home page in the browser"), Group.NEWSROOM
    ),
    Command(
        "source.leave", ("escape", "q", "H"), "leave", later("back"),
        later("Back to the news"), Group.NEWSROOM, shown=80,
    ),
    _HELP,
)  # fmt: skip

CHOOSING_COMMANDS: tuple[Command, ...] = (
    *_MOVING,
    Command(
        "choose.done", ("enter",), "done", later("read these"),
        later("Read the outlets that are marked"), Group.NEWSROOM, shown=10,
    ),
    Command(
        "choose.toggle", ("space", "x"), "mark", later("mark"),
        later("Mark this outlet, or not"), Group.NEWSROOM, shown=20,
    ),
    Command(
        "choose.all", ("plus",), "all", later("all here"),
        later("Mark all outlets of this group"), Group.NEWSROOM, shown=30,
    ),
    Command(
        "choose.none", ("minus",), "none", later("none here"),
        later("Mark none of this group"), Group.NEWSROOM, shown=40,
    ),
    Command(
        "choose.leave", ("escape", "q"), "leave", later("leave it so"),
        later("Leave everything as it is"), Group.NEWSROOM, shown=50,
    ),
    _HELP,
)  # fmt: skip

ADDING_COMMANDS: tuple[Command, ...] = (
    *_MOVING,
    Command(
        "add.follow", ("enter",), "follow", later("follow"),
        later("Follow this source from now on"), Group.NEWSROOM, shown=10,
    ),
    Command(
        "add.rubric", ("c",), "rubric", later("category"),
        later("Choose the category of its articles"), Group.NEWSROOM, shown=20,
    ),
    Command(
        "add.again", ("slash", "tab"), "again", later("other address"),
        later("Type another address"), Group.NEWSROOM, shown=30,
    ),
    Command(
        "add.leave", ("escape", "q"), "leave", later("back"),
        later("Back without adding anything"), Group.NEWSROOM, shown=40,
    ),
    _HELP,
)  # fmt: skip

SETTING_COMMANDS: tuple[Command, ...] = (
    *_MOVING,
    Command(
        "setting.change", ("enter", "space"), "change", later("change"), later("Change this setting"),
        Group.NEWSROOM, shown=10,
    ),
    Command(
        "setting.more", ("plus", "right", "l"), "step(1)", later("next value"), later("Its next value, or more of it"),
        Group.NEWSROOM, shown=20,
    ),
    Command(
        "setting.less", ("minus", "left", "h"), "step(-1)", later("value before"), later("The value before, or less of it"),
        Group.NEWSROOM, shown=30,
    ),
    Command(
        "setting.default", ("d", "delete"), "default", later("default"), later("Back to the default"),
        Group.NEWSROOM, shown=40,
    ),
    Command(
        "setting.leave", ("escape", "q", "comma"), "leave", later("back"), later("Back to the news"),
        Group.NEWSROOM, shown=80,
    ),
    _HELP,
)  # fmt: skip

RULE_COMMANDS: tuple[Command, ...] = (
    *_MOVING,
    Command(
        "rule.edit", ("enter", "e"), "edit", later("change"), later("Change this rule"), Group.NEWSROOM, shown=10,
    ),
    Command("rule.add", ("a",), "add", later("add"), later("Make a rule"), Group.NEWSROOM, shown=20),
    Command(
        "rule.remove", ("d", "delete"), "remove", later("let go"),
        later("Let go of this rule; its articles come back"), Group.NEWSROOM, shown=30,
    ),
    Command("rule.undo", ("u",), "undo", later("undo"), later("Take the last change back"), Group.NEWSROOM, shown=40),
    Command("rule.redo", ("ctrl+r",), "redo", later("redo"), later("Make it again"), Group.NEWSROOM),
    Command(
        "rule.leave", ("escape", "q", "X"), "leave", later("back"), later("Back to the news"), Group.NEWSROOM, shown=80,
    ),
    _HELP,
)  # fmt: skip
