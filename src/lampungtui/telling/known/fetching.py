"""What goes wrong between us and a server, and with the process that reads what came."""

from __future__ import annotations

from typing import Final

from lampungtui.language import later

SENTENCES: Final = (
    later("the server asked us to come back later (HTTP {status})"),
    later("the server refuses to serve us (HTTP {status})"),
    later("the server has nothing at this address (HTTP {status})"),
    later("the server says that this address is gone for good (HTTP {status})"),
    later("the server had an error of its own (HTTP {status})"),
    later("the server gave an answer that is no document (HTTP {status})"),
    later("the server's answer was no valid HTTP"),
    later("the server says that nothing changed, but it never gave anything"),
    later("the server leads on to an address that we do not open"),
    later("the address leads on through more than {hops} redirects"),
    later("the server leads round in a circle"),
    later("only http and https addresses are fetched"),
    later("the address is not a valid one"),
    later("the document is larger than {size} MiB"),
    later("the server's certificate cannot be trusted ({reason})"),
    later("no secure connection could be made"),
    later("the server did not answer in time"),
    later("no whole answer within {seconds} seconds"),
    later("the server could not be reached"),
    later("the server refuses connections"),
    later("the answer broke off before its end"),
    later("the connection broke off"),
    later("the server's answer begins with more than any head takes"),
    later("the server sent an encoding that was not asked for"),
    later("the body is not in the encoding that the server named"),
    later("the server's name leads to no address"),
    later("the server's name is not known"),
    later("the server's name could not be looked up"),
    later("the network cannot be reached"),
    later("no name server answered: is there a network?"),
    later("the address is on a private network, which feeds may not call"),
    later("sockets of this machine are not called"),
    later("reading the document took more than {seconds} seconds"),
    later("reading the document ended the parsing process (too much memory?)"),
    later("the workshop is closed"),
    later("the document is too large or too deep to read"),
    later("the document could not be read ({error})"),
)
