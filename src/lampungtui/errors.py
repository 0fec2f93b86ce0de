"""The tree of errors of our own: each carries a sentence that a reader can act on.

LampungtuiError
  Unusable           what was given on the command line cannot be used
  ConfigError        a file that the person wrote cannot be used (names file, line and what to do)
    ProfileError     an outlet profile cannot be used
  FolderError        a folder cannot be made or written
  FetchError         a server did not give what was asked for (fetch/ names the kinds)
  ReadingError       bytes could not be read as a feed or an article page
  DamagedText        a stored text cannot be read back
  StoreError         the cache cannot be opened, read or written
  WorkshopError      the parsing process died or ran out of time
"""

from __future__ import annotations

from pathlib import Path


class LampungtuiError(Exception):
    """Any failure that we foresee. `str(error)` is one English sentence, safe to print and to log."""


class Unusable(LampungtuiError):
    """What was given on the command line cannot be used."""


class ConfigError(LampungtuiError):
    """A file that a person edits cannot be used."""

    def __init__(self, path: Path, line: int | None, what: str) -> None:
        self.path = path
        self.line = line
        self.what = what
        place = str(path) if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {what}")


class ProfileError(ConfigError):
    """An outlet profile cannot be used."""


class SubscriptionsError(LampungtuiError):
    """The file of subscriptions could not be changed as asked."""


class FolderError(LampungtuiError):
    """A folder that we need cannot be made or written."""


class FetchError(LampungtuiError):
    """A server did not give what was asked for."""


class ReadingError(LampungtuiError):
    """Bytes could not be read as what they were said to be."""


class DamagedText(LampungtuiError):
    """A text as it was stored cannot be read back."""


class StoreError(LampungtuiError):
    """The cache cannot be opened, read or written."""


class WorkshopError(LampungtuiError):
    """The parsing process died, or did not answer in time."""
