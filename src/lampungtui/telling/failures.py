"""What went wrong, for a person: an error of ours in the language of the screen."""

from __future__ import annotations

from lampungtui.errors import LampungtuiError
from lampungtui.newsroom.sights import NothingFound
from lampungtui.newsroom.typed_address import NoAddress
from lampungtui.store.waiting import NotYetStored
from lampungtui.telling.finding import no_address_words, nothing_found_words
from lampungtui.telling.keeping import not_stored_words
from lampungtui.telling.sentences import sentence_words


def error_words(error: LampungtuiError) -> str:
    """An error as a person is told it; `str(error)` is for logs and programs."""
    match error:
        case NoAddress():
            return no_address_words(error)
        case NothingFound():
            return nothing_found_words(error)
        case NotYetStored():
            return not_stored_words(error.__cause__)
        case _:
            return sentence_words(str(error))
