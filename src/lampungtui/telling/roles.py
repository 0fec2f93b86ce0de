"""What a role is called in the reader's language."""

from __future__ import annotations

from lampungtui.language import say
from lampungtui.model import Role


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
