"""The settings file while the program runs: read again after somebody changed it, and changed by the program itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lampungtui.config.reading import read_config
from lampungtui.config.values import Config
from lampungtui.config.writing import Value, change_settings


class SettingsFile:
    """What holds, and the file that it was read from. Looking costs one `stat`."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._path = config.file
        self._seen = _stamp(config.file)

    @property
    def path(self) -> Path | None:
        """The file; None for settings that came from none."""
        return self._path

    def reread(self) -> Config | None:
        """The settings, if the file was changed since it was last looked at and they are others now; else None.

        Raises ConfigError where the file cannot be used, once for each change of it; what held goes on to hold.
        """
        stamp = _stamp(self._path)
        if self._path is None or stamp == self._seen:
            return None
        self._seen = stamp
        config = read_config(self._path)
        changed, self.config = config != self.config, config
        return config if changed else None

    def change(self, changes: Mapping[str, Value]) -> Config:
        """Writes settings into the file and returns what holds then. Raises ConfigError; then nothing has changed."""
        if self._path is None:
            raise ValueError("these settings have no file")
        self.config = change_settings(self._path, changes)
        self._seen = _stamp(self._path)
        return self.config


def _stamp(path: Path | None) -> tuple[int, int, int] | None:
    """What changes with every change of a file; None for none."""
    try:
        facts = path.stat() if path is not None else None
    except OSError:
        return None
    return None if facts is None else (facts.st_mtime_ns, facts.st_size, facts.st_ino)
