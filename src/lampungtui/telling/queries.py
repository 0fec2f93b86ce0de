"""A query in words: what it asks for, and what of it was not understood."""

from __future__ import annotations

from datetime import timedelta

from lampungtui.language import counted, say
from lampungtui.press.regions import region_of_place
from lampungtui.query import Field, Problem, Query, Term, Trouble
from lampungtui.telling.views import region_name


def problem_words(problem: Problem) -> str:
    """Why a part of a query was left out, and what would be understood there."""
    match problem.trouble:
        case Trouble.STATUS:
            return say("there is no such status; there are: unread, read, saved, later, hidden, muted")
        case Trouble.PART:
            return say("an article can have: image, text")
        case Trouble.DAY:
            return say("no day; write 2026-11-23, 23/11/2026, 2026-11, yesterday or monday")
        case Trouble.AGE if problem.text.casefold().lstrip("-").startswith("age:"):
            # Its letters are not those of `umur:`, whatever the language of the screen.
            return say("no age; write <3d (days), <12h (hours), <2w (weeks) or >30d")
        case Trouble.AGE:
            return say("no age; write <3h (days), <12j (hours), <2mg (weeks) or >30h")
        case Trouble.NOTHING:
            return say("something must follow the colon")
        case Trouble.CLOSING:
            return say("this parenthesis closes nothing")
        case Trouble.LONG:
            return say("the query is too long; this part is left out")
        case Trouble.TANGLED:
            return say("too many parentheses; this part is left out")


def query_words(query: Query) -> str:
    """What a query asks for: `kopi; in the region krui; not read` or the like; empty for nothing."""
    either = ["; ".join(_term_words(term) for term in terms) for terms in query.alternatives]
    whole = "".join(either[:1])
    for further in either[1:]:
        whole = say("{one}, or {other}").format(one=whole, other=further)
    return whole


def _term_words(term: Term) -> str:
    words = _asked(term)
    return say("not {what}").format(what=words) if term.negated else words


def _asked(term: Term) -> str:
    text = f'"{term.text}"' if term.phrase else term.text
    match term.field:
        case None:
            return text
        case Field.TITLE:
            return say("{text} in the title").format(text=text)
        case Field.OUTLET:
            return say("of the outlet {name}").format(name=text)
        case Field.CATEGORY:
            return say("in the category {name}").format(name=text)
        case Field.EDITOR:
            return say("edited by {name}").format(name=text)
        case Field.WRITER:
            return say("written by {name}").format(name=text)
        case Field.PERSON:
            return say("with {name} among its credits").format(name=text)
        case Field.REGION:
            return say("about {place}").format(place=_place_words(text))
        case Field.TAG:
            return say("tagged {name}").format(name=text)
        case Field.STATUS:
            return _state_words(term.text)
        case Field.HAS:
            return say("with a picture") if term.text == "image" else say("with its whole text")
        case Field.SINCE:
            return say("since {day}").format(day=text)
        case Field.UNTIL:
            return say("until {day}").format(day=text)
        case Field.AGE:
            age = _age_words(term.age or timedelta())
            return say("older than {age}").format(age=age) if term.older else say("of the last {age}").format(age=age)


def _place_words(text: str) -> str:
    """A place as it was written; a region by its own name is called as it is elsewhere on the screen."""
    region = region_of_place(text)
    return region_name(region) if region is not None and region.name.casefold() == text.casefold() else text


def _state_words(state: str) -> str:
    match state:
        case "unread":
            return say("not read yet")
        case "read":
            return say("read already")
        case "saved":
            return say("saved")
        case "later":
            return say("put aside")
        case "hidden":
            return say("hidden")
        case _:
            return say("muted")


def _age_words(age: timedelta) -> str:
    if age.days and age.days % 7 == 0:
        return counted("{n} week", "{n} weeks", age.days // 7)
    if age.days:
        return counted("{n} day", "{n} days", age.days)
    if age.seconds % 3600 == 0:
        return counted("{n} hour", "{n} hours", age.seconds // 3600)
    return counted("{n} minute", "{n} minutes", age.seconds // 60)
