"""The language of the screen: which one a person asks for, and the catalogue of its messages.

English sentences are the keys; `locale/id/LC_MESSAGES/lampungtui.po` holds the Indonesian ones (`make messages` gathers
and compiles them). Article text is never translated.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ENGLISH: Final = "en"
INDONESIAN: Final = "id"
_SET: Final = re.compile(r"""[ \t]*(?:language|"language"|'language')[ \t]*=[ \t]*["'](id|en)["'][ \t\r]*(?:#.*)?""")
_OURS: Final = {"id": INDONESIAN, "in": INDONESIAN, "en": ENGLISH}

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_current: str = ENGLISH


def language_asked_for(environment: Mapping[str, str] | None = None) -> str:
    """`id` or `en`, by LANGUAGE, LC_ALL, LC_MESSAGES and LANG as they are given, whether installed or not.

    LANGUAGE is a list and its first language of ours counts; of the others the first that is set decides alone
    (the order of POSIX locale variables). Anything else means English.
    """
    given = os.environ if environment is None else environment
    for wish in given.get("LANGUAGE", "").split(":"):
        if language := _OURS.get(_code(wish)):
            return language
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := given.get(variable):
            return _OURS.get(_code(value), ENGLISH)
    return ENGLISH


def language_set_in(settings: Path) -> str | None:
    """`id` or `en`, where a settings file asks for one of them, else None.

    Read by itself before everything else, and found beside a mistake too: what is told of that mistake is in this language.
    """
    try:
        lines = settings.read_text("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return None
    for line in lines:
        if line.lstrip().startswith("["):
            break
        if found := _SET.fullmatch(line):
            return found[1]
    return None


def _code(locale: str) -> str:
    """The language code of a locale name: `id` of `id_ID.UTF-8`, `indonesian` of nothing."""
    return locale.replace("-", "_").split(".")[0].split("@")[0].split("_")[0].lower()


def use_language(language: str) -> None:
    """Speaks `language` (`id` or `en`) from now on."""
    global _catalogue, _current
    if language == ENGLISH:
        _catalogue = gettext.NullTranslations()
    else:
        folder = Path(__file__).parent / "locale" / language / "LC_MESSAGES"
        with (folder / "lampungtui.mo").open("rb") as compiled:
            _catalogue = gettext.GNUTranslations(compiled)
    _current = language


def current_language() -> str:
    """The language spoken now: `id` or `en`."""
    return _current


def say(message: str) -> str:
    """`message` in the current language."""
    return _catalogue.gettext(message)


def counted(one: str, many: str, n: int) -> str:
    """The form for `n` things in the current language, with `{n}` filled in."""
    return _catalogue.ngettext(one, many, n).format(n=number(n))


def later(message: str) -> str:
    """Marks `message` for the catalogue where it is written down before a language is chosen; say it with `say`."""
    return message


def number(n: int) -> str:
    """A whole number with its thousands apart, as the current language writes it: 12.480 or 12,480."""
    return f"{n:,}".replace(",", "." if _current == INDONESIAN else ",")


def decimal(value: float, places: int = 1) -> str:
    """A number with this many places behind the mark that the current language writes: 12.480,5 or 12,480.5."""
    text = f"{value:,.{places}f}"
    return text.translate(str.maketrans(",.", ".,")) if _current == INDONESIAN else text
