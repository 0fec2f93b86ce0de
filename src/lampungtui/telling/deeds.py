"""What a change that can be undone is called."""

from __future__ import annotations

from lampungtui.language import say


def deed_words(what: str) -> str:
    """What a change of marks was, by its name in the journal."""
    match what:
        case "read":
            return say("marked as read")
        case "unread":
            return say("marked as unread")
        case "saved":
            return say("saved")
        case "let-go":
            return say("let go of")
        case "later":
            return say("put aside")
        case "not-later":
            return say("no longer put aside")
        case _:
            return say("all marked as read")
