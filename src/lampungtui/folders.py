"""The folders that belong to the reader, in the one place that knows them.

Config holds what a person edits, data the cache and everything that must not be lost, state the log.
By default they are the platform's own (XDG on Linux); `under(home)` puts all three below one folder, which the demo
newsroom and the tests use.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from lampungtui.errors import FolderError


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are kept. Nothing is made before `prepare`."""

    config: Path
    data: Path
    state: Path

    @classmethod
    def usual(cls) -> Folders:
        """The platform's own places for the person who runs us."""
        from platformdirs import PlatformDirs

        places = PlatformDirs("lampungtui", appauthor=False)
        return cls(places.user_config_path, places.user_data_path, places.user_state_path)

    @classmethod
    def under(cls, home: Path) -> Folders:
        """All folders below `home`."""
        home = home.absolute()
        return cls(home / "config", home / "data", home / "state")

    @property
    def outlets(self) -> Path:
        """Profiles that a person wrote; they override ours by id."""
        return self.config / "outlets"

    @property
    def themes(self) -> Path:
        """Themes that a person wrote; the folder need not exist."""
        return self.config / "themes"

    @property
    def config_file(self) -> Path:
        """The settings file; it need not exist."""
        return self.config / "config.toml"

    @property
    def subscriptions_file(self) -> Path:
        """What the person follows; it need not exist."""
        return self.config / "subscriptions.toml"

    @property
    def source_journal(self) -> Path:
        """The changes of sources that can be taken back."""
        return self.state / "source-changes.json"

    def prepare(self) -> None:
        """Makes data and state (0700, as they tell what a person reads) and checks that data can be written.

        Raises FolderError with the folder and the system's reason.
        """
        for folder in (self.data, self.state):
            try:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                folder.chmod(0o700)
            except OSError as error:
                raise FolderError(f"{folder}: cannot be made or opened: {error.strerror or error}") from error
        if not os.access(self.data, os.R_OK | os.W_OK | os.X_OK):
            raise FolderError(f"{self.data}: cannot be written; check its owner and permissions")
