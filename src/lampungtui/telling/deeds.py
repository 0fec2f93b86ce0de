"""What a change that can be undone is called."""

from __future__ import annotations

from lampungtui.language import say


def deed_words(what: str) -> str:
    """What a change was, by its name in the journal."""
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
        case "hidden":
            return say("hidden")
        case "shown":
            return say("no longer hidden")
        case "tagged":
            return say("tagged")
        case "untagged":
            return say("tag taken away")
        case "view-made":
            return say("view saved")
        case "view-changed":
            return say("view changed")
        case "view-moved":
            return say("view moved")
        case "view-deleted":
            return say("view deleted")
        case "rule-made":
            return say("rule made")
        case "rule-changed":
            return say("rule changed")
        case "rule-deleted":
            return say("rule let go of")
        case _:
            return say("all marked as read")
