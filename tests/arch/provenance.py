"""Where a text that is shown comes from, followed through the source: written here, translated, or cleaned at that place.

A text is ours when it is a literal, a message (`say`, `counted`), what a cleaner gave (`shown`, `clean_line`, ...), a figure, or is
put together of such. A name is followed to what it was set to, a parameter to what callers give, a function to what it returns,
an attribute to the type of its field. What cannot be followed is not ours.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.arch.source import trees

CLEANERS = frozenset(
    {"shown", "clean_line", "clean_prose", "clean_run", "clean_code", "clean_address", "cell", "_shown"}
)
MESSAGES = frozenset({"say", "counted", "later", "number"})
FIGURES = frozenset({"len", "cell_len", "int", "round", "min", "max", "sum", "ord", "range"})
NO_TEXT = frozenset(
    {
        "partial",
        "style",
        "Style",
        "get_component_rich_style",
        "get_visual_style",
        "rich_style_with_offset",
        "from_meta",
        "Spacer",
    }
)
"""Calls that give no text at all."""
PASSING = frozenset(
    {
        "format", "join", "upper", "lower", "title", "strip", "rstrip", "lstrip", "removeprefix", "removesuffix", "rjust", "ljust",
        "casefold", "splitlines", "split", "partition", "rpartition", "replace", "center", "capitalize", "isoformat", "strftime",
        "str", "list", "tuple", "dict", "sorted", "reversed", "enumerate", "zip", "set_cell_size", "Padding", "items", "values", "keys", "get",
        "setdefault", "wrap", "truncate", "islice", "groupby", "next", "iter", "discreet", "pop", "copy", "highlight",
    }
)  # fmt: skip
"""Functions and methods whose result is made of what they are given."""

SAFE_TYPES = frozenset(
    {
        "Line", "Prose", "Address", "Content", "Text", "Strip", "Style", "int", "float", "bool", "datetime", "date", "timedelta",
        "Key", "StrEnum",
    }
)  # fmt: skip
"""Types that hold no text from outside that is not cleaned; enumerations of ours are found by themselves."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
NOWHERE = ast.Module([], [])


@dataclass
class Source:
    """What is defined in the source, by name."""

    functions: dict[str, list[tuple[str, Function]]] = field(default_factory=lambda: defaultdict(list))
    fields: dict[str, list[ast.expr]] = field(default_factory=lambda: defaultdict(list))
    fields_in: dict[tuple[str, str], list[ast.expr]] = field(default_factory=lambda: defaultdict(list))
    set_on_self: dict[tuple[str, str], list[tuple[Function, ast.expr]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    calls: dict[str, list[tuple[str, ast.AST, ast.Call]]] = field(default_factory=lambda: defaultdict(list))
    constants: dict[tuple[str, str], ast.expr] = field(default_factory=dict)
    enumerations: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)


def parents(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    """Each node's parent."""
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def name_of(node: ast.AST) -> str:
    """The last name of a name, an attribute or a call."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call():
            return name_of(node.func)
    return ""


def read_source(more: Mapping[str, ast.Module] | None = None) -> Source:
    """Indexes every module, and those that are not there yet."""
    found = Source()
    for path, tree in [*trees(), *(more or {}).items()]:
        above = parents(tree)
        for node in ast.walk(tree):
            match node:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    found.functions[node.name].append((path, node))
                case ast.ClassDef():
                    found.classes.add(node.name)
                    if any(name_of(base) in ("Enum", "StrEnum", "IntEnum") for base in node.bases):
                        found.enumerations.add(node.name)
                case ast.AnnAssign(target=ast.Name(id=name)):
                    if isinstance(above.get(node), ast.ClassDef):
                        found.fields[name].append(node.annotation)
                        found.fields_in[path, name].append(node.annotation)
                    elif isinstance(above.get(node), ast.Module) and node.value is not None:
                        found.constants[path, name] = node.value
                case ast.Assign(targets=[ast.Name(id=name)]) if isinstance(above.get(node), ast.Module):
                    found.constants[path, name] = node.value
                case ast.Call():
                    found.calls[name_of(node)].append((path, scope_of(node, above), node))
            for target, value in settings_of(node):
                function = scope_of(node, above)
                if (
                    isinstance(target, ast.Attribute)
                    and name_of(target.value) == "self"
                    and isinstance(function, Function)
                ):
                    found.set_on_self[path, target.attr].append((function, value))
    return found


def scope_of(node: ast.AST, above: dict[ast.AST, ast.AST]) -> ast.AST:
    """The function around a node, else the module."""
    here = above.get(node)
    while here is not None and not isinstance(here, Function | ast.Module):
        here = above.get(here)
    return here if here is not None else node


def settings_of(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What a node sets to what, pair by pair where it sets several."""
    pairs: list[tuple[ast.expr, ast.expr]] = []
    match node:
        case ast.Assign():
            pairs = [(target, node.value) for target in node.targets]
        case ast.AnnAssign() if node.value is not None:
            pairs = [(node.target, node.value)]
        case ast.AugAssign() | ast.NamedExpr():
            pairs = [(node.target, node.value)]
        case ast.For() | ast.AsyncFor() | ast.comprehension():
            pairs = [(node.target, node.iter)]
        case ast.withitem() if node.optional_vars is not None:
            pairs = [(node.optional_vars, node.context_expr)]
    for target, value in pairs:
        if isinstance(target, ast.Tuple) and name_of(value) == "enumerate" and isinstance(value, ast.Call):
            yield target.elts[0], ast.Constant(0)
            yield from ((each, value.args[0]) for each in target.elts[1:])
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
            yield from zip(target.elts, value.elts, strict=True)
        elif isinstance(target, ast.Tuple | ast.List):
            yield from ((each, value) for each in target.elts)
        else:
            yield target, value


class Provenance:
    """Answers whether an expression is ours. `trusted_fields` are attributes that hold words of ours though their type is str."""

    def __init__(
        self,
        trusted_fields: frozenset[str],
        trusted_functions: frozenset[str],
        *,
        with_: Mapping[str, ast.Module] | None = None,
    ) -> None:
        self.source = read_source(with_)
        self._fields = trusted_fields
        self._functions = trusted_functions
        self._answers: dict[tuple[object, ...], bool] = {}
        self._wrong = -1
        self._set_in: dict[ast.AST, dict[str, list[ast.expr]]] = {}

    def settled(self) -> bool:
        """Whether the answers that were given stand. What was being asked already was taken for ours; where that proved wrong,
        everything must be asked again with what is known by now."""
        wrong: dict[tuple[object, ...], bool] = {key: False for key, answer in self._answers.items() if not answer}
        settled = len(wrong) == self._wrong
        self._wrong = len(wrong)
        self._answers = wrong
        return settled

    def _once(self, key: tuple[object, ...], ask: Callable[[], bool]) -> bool:
        """The answer to a question that is asked from many places, and perhaps from within itself."""
        if key not in self._answers:
            self._answers[key] = True
            self._answers[key] = ask()
        return self._answers[key]

    def _settings(self, scope: ast.AST, name: str) -> list[ast.expr]:
        """What a name is set to within a function."""
        if scope not in self._set_in:
            found: dict[str, list[ast.expr]] = defaultdict(list)
            for node in ast.walk(scope):
                for target, value in settings_of(node):
                    if isinstance(target, ast.Name):
                        found[target.id].append(value)
            self._set_in[scope] = found
        return self._set_in[scope].get(name, [])

    def is_ours(self, node: ast.expr, path: str, scope: ast.AST) -> bool:
        """Whether nothing in an expression can be text from outside that was not cleaned there."""
        match node:
            case ast.Constant() | ast.Compare() | ast.UnaryOp() | ast.Lambda():
                return True
            case ast.JoinedStr():
                return all(self.is_ours(each, path, scope) for each in node.values)
            case ast.FormattedValue(value=value) | ast.Starred(value=value) | ast.Await(value=value):
                return self.is_ours(value, path, scope)
            case ast.Subscript(value=value):
                return self.is_ours(value, path, scope)
            case ast.BinOp(left=left, op=ast.Mult()):
                return self.is_ours(left, path, scope)
            case ast.BinOp(left=left, right=right):
                return self.is_ours(left, path, scope) and self.is_ours(right, path, scope)
            case ast.BoolOp(values=values):
                return all(self.is_ours(each, path, scope) for each in values)
            case ast.IfExp(body=body, orelse=other):
                return self.is_ours(body, path, scope) and self.is_ours(other, path, scope)
            case ast.NamedExpr(value=value):
                return self.is_ours(value, path, scope)
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                return all(self.is_ours(each, path, scope) for each in parts)
            case ast.Dict(values=values):
                return all(self.is_ours(each, path, scope) for each in values)
            case ast.ListComp(elt=part) | ast.GeneratorExp(elt=part) | ast.SetComp(elt=part):
                return self.is_ours(part, path, scope)
            case ast.DictComp(value=part):
                return self.is_ours(part, path, scope)
            case ast.Call():
                return self._call(node, path, scope)
            case ast.Attribute():
                return self._attribute(node, path)
            case ast.Name():
                return self._name(node.id, path, scope)
        return False

    def _call(self, node: ast.Call, path: str, scope: ast.AST) -> bool:
        name = name_of(node)
        if name in CLEANERS | MESSAGES | FIGURES | NO_TEXT | self._functions or name in self.source.classes:
            # What is inside a Content, a Row or a Choice is a sink of its own.
            return True
        if name in ("styled", "assemble", "Content", "Text", "Segment", "Strip"):
            return True
        if name in PASSING:
            given = [*node.args, *(each.value for each in node.keywords)]
            if name == "get":
                # By what it is asked decides nothing of what comes out.
                given = given[1:]
            if isinstance(node.func, ast.Attribute) and name != "highlight":
                given.append(node.func.value)
            return all(self.is_ours(each, path, scope) for each in given)
        own = (
            isinstance(node.func, ast.Name)
            or name_of(node.func.value if isinstance(node.func, ast.Attribute) else node) == "self"
        )
        return self._function(name, path if own else "")

    def _function(self, name: str, path: str = "") -> bool:
        """Whether all functions of this name return what is ours: by their annotation, else by what they return.

        One that is called by its bare name or on `self` is that of the module itself where there is one.
        """
        known = self.source.functions.get(name, [])
        known = [each for each in known if each[0] == path and list(given_back(each[1]))] or known
        if not known:
            return False
        return self._once(
            ("function", name, path), lambda: all(self._returns_ours(path, function) for path, function in known)
        )

    def _returns_ours(self, path: str, function: Function) -> bool:
        if function.returns is not None and self._is_safe_type(function.returns):
            return True
        return all(self.is_ours(value, path, function) for value in given_back(function))

    def _attribute(self, node: ast.Attribute, path: str) -> bool:
        name = node.attr
        if name in self._fields or name_of(node.value) in ("signs", "_signs", "Signs"):
            return True
        if name_of(node.value) == "self" and (path, name) in self.source.set_on_self:
            values = self.source.set_on_self[path, name]
            return self._once(
                ("self", path, name), lambda: all(self.is_ours(value, path, function) for function, value in values)
            )
        annotations = self.source.fields.get(name, [])
        if name_of(node.value) == "self":
            annotations = self.source.fields_in.get((path, name), annotations)
        if annotations:
            return all(self._is_safe_type(each) for each in annotations)
        if name in self.source.functions:
            return self._function(name)
        return name_of(node.value) in self.source.enumerations

    def _name(self, name: str, path: str, scope: ast.AST) -> bool:
        key = ("name", path, name, getattr(scope, "lineno", 0))
        return self._once(key, lambda: self._followed(name, path, scope))

    def _followed(self, name: str, path: str, scope: ast.AST) -> bool:
        if isinstance(scope, Function):
            parameter = name in {each.arg for each in parameters(scope)}
            values = self._settings(scope, name)
            if values or parameter:
                within = all(self.is_ours(value, path, scope) for value in values)
                return within and (not parameter or self._parameter(name, scope))
        constant = self.source.constants.get((path, name)) or next(
            (value for (_, known), value in self.source.constants.items() if known == name and name.isupper()), None
        )
        return constant is not None and self.is_ours(constant, path, NOWHERE)

    def _parameter(self, name: str, function: Function) -> bool:
        """By its type; else by what every caller gives for it."""
        (parameter,) = (each for each in parameters(function) if each.arg == name)
        if parameter.annotation is not None and self._is_safe_type(parameter.annotation):
            return True
        callers = self.source.calls.get(function.name, [])
        places = [each.arg for each in parameters(function)]
        at = places.index(name) - (1 if places[:1] == ["self"] else 0)
        given = []
        for path, scope, call in callers:
            named = [each.value for each in call.keywords if each.arg == name]
            if named:
                given.append((named[0], path, scope))
            elif 0 <= at < len(call.args):
                given.append((call.args[at], path, scope))
        return bool(callers) and all(self.is_ours(value, path, scope) for value, path, scope in given)

    def _is_safe_type(self, annotation: ast.expr) -> bool:
        """Whether a type holds no raw text: all names in it are safe, enumerations or containers of such."""
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            annotation = ast.parse(annotation.value, mode="eval").body
        names = {name_of(node) for node in ast.walk(annotation) if isinstance(node, ast.Name | ast.Attribute)}
        containers = {
            "Sequence",
            "tuple",
            "list",
            "Mapping",
            "dict",
            "Iterator",
            "Iterable",
            "None",
            "Final",
            "ClassVar",
            "frozenset",
        }
        return bool(names - containers) and names <= SAFE_TYPES | self.source.enumerations | containers


def given_back(function: Function) -> Iterator[ast.expr]:
    """What a function returns or yields; nothing for one that only says what others do."""
    for node in ast.walk(function):
        if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom) and node.value is not None:
            yield node.value


def parameters(function: Function) -> list[ast.arg]:
    """All parameters of a function."""
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
