"""What is wrong with the folders and the cache, in which everything is kept."""

from __future__ import annotations

from typing import Final

from lampungtui.language import later

SENTENCES: Final = (
    # folders
    later("cannot be made or opened: {reason}"),
    later("cannot be written; check its owner and permissions"),
    # the cache
    later("no room on the disk; free some space and try again"),
    later("cannot be opened or written; check the folder's permissions"),
    later("cannot be read or written ({error}: {words})"),
    later("the disk failed, or a quota is reached ({words})"),
    later("another program is using the cache; try again in a moment"),
    later("is a database of another program; it was left as it is"),
    later("was written by a newer lampungtui; it was left as it is"),
    later("is no cache of lampungtui; move it away to start afresh"),
    later("is damaged; start lampungtui again, which mends it or makes it anew from its backup"),
    later("is damaged ({reason}); close the other lampungtui and start this one again"),
    later("needs mending, and the folder cannot be written: {reason}"),
    later("a question was given up"),
    later("the cache is closed"),
    # what was found damaged
    later("it is gone"),
    later("it is empty"),
    later("nothing is in it"),
    later("its beginning is damaged"),
    later("the table '{name}' is missing"),
    later("it is older than its backup"),
    # backups
    later("no backup can be written: {reason}"),
    later("a backup could not be read back; it was thrown away"),
    later("is no backup of lampungtui that this version knows"),
)
