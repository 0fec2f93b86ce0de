"""Words about an article: who made it, and how long reading it takes."""

from __future__ import annotations

from lampungtui.language import say
from lampungtui.model import Blocks, Role, blocks_text

WORDS_A_MINUTE = 200
"""Reading speed behind the reading time: that of running Indonesian prose, rounded."""


def role_word(role: Role) -> str:
    """The role in the reader's language: Penulis, Pewarta, ..."""
    match role:
        case Role.EDITOR:
            return say("Editor")
        case Role.WRITER:
            return say("Writer")
        case Role.REPORTER:
            return say("Reporter")
        case Role.CONTRIBUTOR:
            return say("Contributor")
        case Role.TRANSLATOR:
            return say("Translator")
        case Role.PHOTOGRAPHER:
            return say("Photographer")
        case Role.UPLOADER:
            return say("Uploader")
        case Role.SOURCE:
            return say("Source")
        case Role.AGENCY:
            return say("Agency")


def reading_minutes(blocks: Blocks) -> int:
    """Minutes to read a body, at least one."""
    return max(1, round(len(blocks_text(blocks).split()) / WORDS_A_MINUTE))
