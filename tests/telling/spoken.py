"""What the source says of failures: every English sentence that an error, a refusal or a remark of it can carry.

The source is read, not run. A sentence is followed from where it is given to where it is written: through names, tables,
either side of a condition, and functions that return it. What cannot be followed is told, so that none is passed over.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tests.arch.source import called, trees

ROOT_OF_ERRORS = "LampungtuiError"

TAKES = {
    "ConfigError": 2, "ProfileError": 2, "Unfetched": 1,
    "Refusal": 0, "Refused": 1, "Missed": 3, "Trouble": 1,
    "mistake": 2, "error": 1, "refuse": 2, "matching": 2,
}  # fmt: skip
"""Which argument is the sentence: of errors where it is not the first, of values that carry one, and of what makes them.

`mistake` is the class of an error that a function is given, `error`, `refuse` and `matching` are methods that make one.
"""

OTHERS = frozenset({"logger", "parser", "super"})
"""Whose methods of such a name are something else."""

REMARKS = "troubles"
"""The argument, and the lists that are added to, which hold sentences about what was read all the same, or was not."""

OUTCOMES = frozenset({("BodyOutcome", "trouble"), ("Polled", "trouble")})
"""What says why an article's text or a feed could not be had."""

BY_OTHER_MEANS = frozenset({"NoAddress", "NothingFound", "NotYetStored"})
"""Errors whose words are made of their parts."""

FOR_NOBODY = frozenset({"BrokenArticle", "DamagedText", "_NoAnswer"})
"""Errors that no person is told: of the texts that come with the program, and those that are turned into others."""

GAP = "{}"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Module:
    """One file of the source."""

    path: str
    tree: ast.Module

    @cached_property
    def functions(self) -> Mapping[str, Function]:
        """Its functions and methods by name."""
        return {node.name: node for node in ast.walk(self.tree) if isinstance(node, Function)}

    @cached_property
    def public(self) -> frozenset[str]:
        """The functions that another file can have from it."""
        return frozenset(node.name for node in self.tree.body if isinstance(node, Function))

    @cached_property
    def tables(self) -> Mapping[str, ast.Dict]:
        """Its tables of constants by name."""
        return {name: value for name, value in _assigned(self.tree) if isinstance(value, ast.Dict)}

    @cached_property
    def constants(self) -> Mapping[str, str]:
        """Its texts by name."""
        constants = ((name, value.value) for name, value in _assigned(self.tree) if isinstance(value, ast.Constant))
        return {name: value for name, value in constants if isinstance(value, str)}


@dataclass
class Spoken:
    """The sentences found, with `{}` for what is filled in, and what could not be followed, each with its place."""

    sentences: set[str] = field(default_factory=set)
    unseen: dict[str, str] = field(default_factory=dict)


def _assigned(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Every name that is given a value, with the value."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                yield name, value


def spoken() -> Spoken:
    """What the whole source says."""
    modules = [Module(path, tree) for path, tree in trees()]
    errors = _errors(modules)
    found = Spoken()
    for module in modules:
        listener = _Listener(module, modules, found)
        for function, node in _calls(module.tree):
            for given in _given(node, errors):
                listener.hear(given, function)
    return found


def _errors(modules: list[Module]) -> frozenset[str]:
    """The names of our errors: every class that comes from the root of them."""
    bases: dict[str, set[str]] = {}
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                bases.setdefault(node.name, set()).update(base.id for base in node.bases if isinstance(base, ast.Name))
    found = {ROOT_OF_ERRORS}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return frozenset(found) - BY_OTHER_MEANS - FOR_NOBODY


def _calls(tree: ast.AST, function: Function | None = None) -> Iterator[tuple[Function | None, ast.Call]]:
    """Every call, with the function in which it stands."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield function, node
        yield from _calls(node, node if isinstance(node, Function) else function)


def _given(node: ast.Call, errors: frozenset[str]) -> Iterator[ast.expr]:
    """The arguments of a call that are sentences."""
    name = called(node)
    receiver = node.func.value if isinstance(node.func, ast.Attribute) else None
    owner = (
        receiver.id if isinstance(receiver, ast.Name) else receiver.attr if isinstance(receiver, ast.Attribute) else ""
    )
    if name in ("append", "extend") and owner == REMARKS:
        yield node.args[0]
    elif (name in errors or name in TAKES) and owner not in OTHERS:
        place = TAKES.get(name, 0)
        yield from node.args[place : place + 1]
    yield from (each.value for each in node.keywords if each.arg == REMARKS or (name, each.arg) in OUTCOMES)


class _Listener:
    """Follows what is given in one module to the words themselves."""

    def __init__(self, module: Module, modules: list[Module], found: Spoken) -> None:
        self._module = module
        self._modules = modules
        self._found = found

    def hear(self, given: ast.expr, function: Function | None) -> None:
        """Notes the sentences of an argument, and those within them."""
        heard = list(self._words(given, function, self._module))
        self._found.sentences |= {words for words in heard if words and re.search(r"\w", words)}
        if None in heard or not heard:
            self._found.unseen.setdefault(ast.unparse(given), f"{self._module.path}:{given.lineno}")

    def _words(self, node: ast.expr, function: Function | None, module: Module) -> Iterator[str | None]:
        """The sentences that an expression can be; None for one that cannot be followed."""
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Constant(value=None) | ast.Tuple(elts=[]) | ast.List(elts=[]):
                yield ""
            case ast.JoinedStr():
                yield "".join(str(each.value) if isinstance(each, ast.Constant) else GAP for each in node.values)
                for each in node.values:
                    if isinstance(each, ast.FormattedValue):
                        yield from (words for words in self._words(each.value, function, module) if words)
            case ast.IfExp():
                yield from self._words(node.body, function, module)
                yield from self._words(node.orelse, function, module)
            case ast.Tuple() | ast.List():
                for each in node.elts:
                    yield from self._words(each, function, module)
            case ast.Starred():
                yield from self._words(node.value, function, module)
            case ast.Name():
                yield from self._named(node.id, function, module)
            case ast.Subscript(value=ast.Name(id=table)) if table in module.tables:
                yield from self._of_table(table, module)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=table), attr="get")) if table in module.tables:
                yield from self._of_table(table, module)
                for each in node.args[1:]:
                    yield from self._words(each, function, module)
            case ast.Call(func=ast.Name(id="tuple" | "list" | "next"), args=[each, *others]):
                for given in (each, *others):
                    yield from self._words(given, function, module)
            case ast.GeneratorExp():
                yield from self._words(node.elt, function, module)
            case ast.Call(func=ast.Name(id=name)) if (home := self._home(name, module)) is not None:
                yield from self._returned(home.functions[name], home)
            case _:
                yield None

    def _of_table(self, table: str, module: Module) -> Iterator[str | None]:
        for each in module.tables[table].values:
            yield from self._words(each, None, module)

    def _named(self, name: str, function: Function | None, module: Module) -> Iterator[str | None]:
        """What a name can stand for: what is assigned to it in its function, or a text of its module."""
        assigned = [value for target, value in _assigned(function) if target == name] if function is not None else []
        if assigned:
            for value in assigned:
                yield from self._words(value, function, module)
        elif name in module.constants:
            yield module.constants[name]
        else:
            yield None

    def _returned(self, function: Function, module: Module) -> Iterator[str | None]:
        for node in ast.walk(function):
            if isinstance(node, ast.Return) and node.value is not None:
                yield from self._words(node.value, function, module)

    def _home(self, name: str, module: Module) -> Module | None:
        """The module of a function; another one's where its name stands for nothing else."""
        if name in module.functions:
            return module
        homes = [each for each in self._modules if name in each.public]
        return homes[0] if len(homes) == 1 else None


def without_places(sentence: str) -> str:
    """A sentence without the file, or the like, that stands before it."""
    return re.sub(r"^(?:\{\}: )+(?=.*\w)", "", sentence)
