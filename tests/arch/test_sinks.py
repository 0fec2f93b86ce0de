"""Nothing reaches a widget or a printed line as a raw `str`: every text that is shown is ours, or was cleaned where it is shown."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from tests.arch.provenance import Provenance, name_of, parents, scope_of, settings_of
from tests.arch.source import trees

WIDGETS = frozenset(
    {
        "Static", "Label", "Button", "Checkbox", "RadioButton", "Input", "TextArea", "Select", "Option", "OptionList", "Tab", "Tabs",
        "Collapsible", "Markdown", "MarkdownViewer", "Digits", "Link", "ListItem", "Tree", "DataTable", "Log", "RichLog", "Header",
        "Content", "Text", "Segment", "Hit", "DiscoveryHit", "SystemCommand",
    }
)  # fmt: skip
"""What takes a text when it is made; the library's widgets that we do not use are named too, for whoever will."""

METHODS = frozenset(
    {
        "notify", "update", "styled", "assemble", "append", "append_text", "add_option", "add_options", "set_options", "add_row",
        "add_column", "add_leaf", "write_line", "set_content",
    }
)  # fmt: skip
OURS = frozenset({"append", "update", "add_row", "add_column"})
"""Of these, names that lists and mappings have, too: looked at where the receiver is a text or a widget."""

FIRST_ONLY = frozenset({"Segment", "styled", "DiscoveryHit", "Hit", "Select", "cell"})
"""Of these only the first argument is text: styles and callbacks follow it."""

PRINTERS = frozenset({"print"})
"""`commands.output.line` cleans what it is given and is no sink; `print` is a console's."""
ATTRIBUTES = frozenset({"border_title", "border_subtitle", "tooltip", "placeholder", "sub_title", "label"})
MARKUP = frozenset({"from_markup", "from_rich_text", "render_markup", "to_content", "from_ansi"})

ROOMS = ("lampungtui/ui/", "lampungtui/commands/", "lampungtui/plain/")
FILTERS = frozenset({"lampungtui/ui/plain_signs.py"})
"""What works on lines that were painted already."""

TRUSTED_FIELDS = frozenset({"label", "sentence", "key_names", "first_key", "cell_length", "path"})
"""Fields of the commands (`ui/commands.py`), which are messages and names of keys; widths; ids of rubrics."""

TRUSTED_FUNCTIONS = frozenset(
    {
        "when",
        "ago",
        "full_date",
        "full_dated",
        "full_day",
        "full_day_of",
        "size",
        "next_poll",
        "per_week",
        "key_names",
        "first_key",
    }
)
"""Words about times, sizes and keys (`telling/moments.py`, `telling/health.py`, `ui/commands.py`): babel's and our own."""


def shown_texts(tree: ast.AST) -> Iterator[tuple[ast.AST, ast.expr, str]]:
    """Every expression that is given to what shows text, with the sink's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = name_of(node)
            if name in WIDGETS | METHODS | PRINTERS and not (name in OURS and not is_of_text(node)):
                words = node.args[1:2] if name == "Hit" else node.args[:1] if name in FIRST_ONLY else node.args
                yield from ((node, each, name) for each in words)
                yield from (
                    (node, each.value, name)
                    for each in node.keywords
                    if each.arg in ("title", "placeholder", "text", "help", "value")
                )
        for target, value in settings_of(node):
            if isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES:
                yield node, value, target.attr


def is_of_text(node: ast.Call) -> bool:
    """Whether `append` or `update` is that of a text or a widget: `query_one(...).update`, `Text.append`."""
    return isinstance(node.func, ast.Attribute) and name_of(node.func.value) in ("query_one", "Text", "table")


def raw_sinks(provenance: Provenance, path: str, tree: ast.AST) -> Iterator[str]:
    """The places of a module where something is shown that may be raw text from outside."""
    above = parents(tree)
    for node, value, sink in shown_texts(tree):
        if not provenance.is_ours(value, path, scope_of(node, above)):
            yield f"{path}:{value.lineno}: {sink}({ast.unparse(value)[:90]})"


def raw_texts(provenance: Provenance) -> list[str]:
    """All such places of what a person touches."""
    while True:
        found = [
            place
            for path, tree in trees()
            if path.startswith(ROOMS) and path not in FILTERS
            for place in raw_sinks(provenance, path, tree)
        ]
        if provenance.settled():
            return found


def test_no_raw_text_is_shown() -> None:
    assert raw_texts(Provenance(TRUSTED_FIELDS, TRUSTED_FUNCTIONS)) == []


RAW = {
    "a toast": "class S:\n def f(self, entry):\n  self.notify(entry.title_before, markup=False)",
    "a toast by a name": "class S:\n def f(self, entry):\n  told = entry.words\n  self.notify(told, markup=False)",
    "a toast's title": "class S:\n def f(self, x):\n  self.notify(say('Saved'), title=x.words, markup=False)",
    "a static": "class S:\n def compose(self):\n  yield Static(self.article.words)",
    "content": "def f(error):\n return Content(str(error))",
    "styled content": "def f(error):\n return Content.styled(f'{say(chr(65))}: {error}', 'bold')",
    "a message filled in": "def f(feed):\n return Content(say('Go to {name}').format(name=feed.words))",
    "a border's title": "class S:\n def f(self, outlet):\n  self.border_title = outlet.words",
    "a tooltip": "class S:\n def f(self, outlet):\n  self.tooltip = outlet.words",
    "an option of a library's list": "def f(names):\n return OptionList(*(Option(name.words) for name in names))",
    "a row of a library's table": "def f(table, each):\n table.add_row(each.words)",
    "a segment": "def f(line):\n return Segment(line.words, Style())",
    "text of rich": "def f(line):\n return Text(line.words)",
    "a hit of the palette": "def f(words, score, callback):\n return Hit(score, words.words, callback)",
    "a console's line": "def f(out, each):\n out.print(each.words)",
    "a parameter that nobody cleans": "def new_sink(words: str):\n return Content(words)",
    "one branch of two": "def f(feed, plain):\n return Content(shown(feed.words) if plain else feed.words)",
    "a join": "def f(feeds):\n return Content(', '.join(feed.words for feed in feeds))",
}  # fmt: skip
"""Modules as somebody in a hurry would write them."""


NEW = {f"lampungtui/ui/new_{number}.py": ast.parse(text) for number, text in enumerate(RAW.values())}


@pytest.fixture(scope="module")
def with_new_modules() -> Provenance:
    return Provenance(TRUSTED_FIELDS, TRUSTED_FUNCTIONS, with_=NEW)


@pytest.mark.parametrize(("path", "name"), list(zip(NEW, RAW, strict=True)), ids=list(RAW))
def test_a_raw_text_in_a_new_module_is_found(with_new_modules: Provenance, path: str, name: str) -> None:
    # What a list's rows are made of is painted where all lists are.
    where = {
        path: NEW[path],
        **{known: tree for known, tree in trees() if known.endswith("line_list.py") and "row" in name},
    }
    assert [place for known, tree in where.items() for place in raw_sinks(with_new_modules, known, tree)]


def markup_sinks(tree: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Places where the library would read markup: a toast without `markup=False`, a title or widget given a `str`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = name_of(node)
            plain = any(
                each.arg == "markup" and isinstance(each.value, ast.Constant) and each.value.value is False
                for each in node.keywords
            )
            if (name == "notify" and not plain) or name in MARKUP:
                yield node
            if (
                name in ("Static", "Label", "Button", "Option", "Tab")
                and not plain
                and any(map(is_plain_text, node.args))
            ):
                yield node
        for target, value in settings_of(node):
            titled = isinstance(target, ast.Attribute) and target.attr in ("border_title", "border_subtitle", "tooltip")
            if titled and is_plain_text(value):
                yield value


def is_plain_text(value: ast.expr) -> bool:
    """Whether an expression is a `str` rather than a `Content`."""
    match value:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.Call():
            words = {"shown", "say", "counted", "clean_line", "format", "join", "str"}
            return name_of(value) in words and not is_of_content(value)
        case ast.IfExp(body=body, orelse=other):
            return is_plain_text(body) or is_plain_text(other)
        case ast.Attribute():
            return True
    return False


def is_of_content(value: ast.Call) -> bool:
    """Whether a `join` is that of a `Content`."""
    return isinstance(value.func, ast.Attribute) and name_of(value.func.value) == "Content"


def test_nothing_is_read_as_markup() -> None:
    found = [
        f"{path}:{node.lineno}: {ast.unparse(node)[:80]}"
        for path, tree in trees()
        if path.startswith(ROOMS)
        for node in markup_sinks(tree)
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    ["s.notify(shown(x))", "s.notify(say('a'), title=t, markup=True)", "Static(shown(x))", "Label(f'{x}')", "b.border_title = shown(x)",
     "b.tooltip = say('x')", "Content.from_markup(x)", "Text.from_markup(x)", "Button(x.title)"],
)  # fmt: skip
def test_markup_in_a_new_module_is_found(source: str) -> None:
    assert list(markup_sinks(ast.parse(source)))
