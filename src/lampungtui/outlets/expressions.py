"""Trying the JMESPath expressions of a profile, so that a slip is found when the profile is read, not at a poll."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from lampungtui.config.handwritten import nearest
from lampungtui.foreign import clean_line
from lampungtui.model import ApiRules, Outlet
from lampungtui.outlets.source import Source, Step

CHARACTERS: Final = 300
"""Characters of the longest expression."""


def check_expressions(outlet: Outlet, source: Source) -> None:
    """Raises `ProfileError` for the first expression of `outlet` that cannot be evaluated, whatever the data."""
    for steps, expression in expressions_of(outlet):
        wrong = _wrong(expression)
        if wrong is not None:
            raise source.error(steps, f"{steps[-1]!r} is not a JMESPath expression: {expression!r}: {wrong}")


def expressions_of(outlet: Outlet) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every expression of `outlet`, with its place in the profile."""
    if outlet.api is None:
        return
    for each in fields(ApiRules):
        expression = getattr(outlet.api, each.name)
        if expression is not None:
            yield ("api", each.name), expression


def _wrong(expression: str) -> str | None:
    """What is wrong with an expression, or None. A function that there is not would else be found only at a poll."""
    import jmespath
    from jmespath.exceptions import IncompleteExpressionError, JMESPathError, LexerError, ParseError

    if len(expression) > CHARACTERS:
        return f"it is longer than {CHARACTERS} characters"
    try:
        parsed = jmespath.compile(expression).parsed
    except IncompleteExpressionError:
        return "it breaks off"
    except LexerError as error:
        return f"it cannot be read from character {error.lexer_position + 1} on ({error.message})"
    except ParseError as error:
        return f"{error.token_value!r} is not expected at character {error.lex_position + 1}"
    except JMESPathError as error:
        return f"it is refused ({clean_line(str(error))})"
    except RecursionError:
        return "it is nested too deeply"
    return next((wrong for called in _calls(parsed) if (wrong := _wrong_call(called)) is not None), None)


def _calls(tree: Any) -> Iterator[dict[str, Any]]:
    """The calls of functions in a parsed expression."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if node["type"] == "function_expression":
            yield node
        waiting.extend(child for child in node["children"] if isinstance(child, dict))


def _wrong_call(node: dict[str, Any]) -> str | None:
    from jmespath.functions import Functions

    known = Functions.FUNCTION_TABLE
    name, given = node["value"], len(node["children"])
    if name not in known:
        near = nearest(name, known)
        if near is not None:
            return f"there is no function {name}(); did you mean {near}()?"
        return f"there is no function {name}()"
    signature = known[name]["signature"]
    wanted = len(signature)
    if given == wanted or (given > wanted and signature[-1].get("variadic")):
        return None
    if wanted == 1:
        return f"{name}() takes 1 argument, not {given}"
    return f"{name}() takes {wanted} arguments, not {given}"
