"""What is wrong with a list of feeds (OPML, newsboat's, plain addresses), and why one of its feeds is not taken."""

from __future__ import annotations

from typing import Final

from lampungtui.language import later

SENTENCES: Final = (
    # the list
    later("the file is larger than {size} MiB, the most that is read of a list of feeds"),
    later("the file is empty"),
    later("the file is compressed; unpack it first"),
    later("the file holds a browser's bookmarks, not feeds"),
    later("the file is JSON, not a list of feeds"),
    later("the file is a web page, not a list of feeds"),
    later("the file is a feed itself, not a list of feeds; add its address instead"),
    later("the file is XML but no OPML"),
    later("the file is neither OPML nor a list of addresses"),
    later("the file declares entities, which no list of feeds needs"),
    later("no feed is in the list"),
    later("only the first {most} outlines were read"),
    later("the file breaks off before its end; what came before was read"),
    later("feeds in more than {depth} folders were left in the outermost {most}"),
    # a feed of it
    later("it is marked as a comment in the list"),
    later("it has no address of a feed"),
    later("it includes another list; import that list by itself"),
    later("it names a file on a computer; only http and https addresses are read"),
    later("it is the output of a program; lampungtui runs no programs for feeds"),
    later("it goes through a program first; lampungtui runs no programs for feeds"),
    later("it is a search of newsboat over other feeds, not a feed"),
    later("it is a script, not an address"),
    later("it is a document of its own, not an address"),
    later("it is read by rules of another program ({kind}), which lampungtui does not have"),
    later("it is no whole address: https:// and the host are missing"),
    later("its address begins with '{scheme}:'; only http and https addresses are read"),
    later("its address is longer than {most} characters"),
    later("its address holds a user name or a password, which are not kept in addresses"),
    later("its address is not a valid one"),
    later("it stands in the list already, as '{name}'"),
    later("it is in the list twice"),
    later("it is followed already, as '{name}'"),
)
