"""The English sentences of failures in the language of the screen.

What goes wrong is told in English where it happens, and so it is stored and logged; here a person gets it in their language.
A sentence that nobody has words for is told in English and marked as such.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lampungtui.language import INDONESIAN, current_language, later, say

SENTENCES: Final = (
    # fetch
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
    # the workshop
    later("reading the document took more than {seconds} seconds"),
    later("reading the document ended the parsing process (too much memory?)"),
    later("the workshop is closed"),
    later("the document is too large or too deep to read"),
    later("the document could not be read ({error})"),
    # feeds
    later("the server sent an empty document"),
    later("the server sent a web page where a feed should be"),
    later("the document is neither a feed nor a page"),
    later("the document is JSON of an unknown form; a profile's [api] table can say how to read it"),
    later("the document is no feed: neither RSS nor Atom was found in it"),
    later("the feed could not be parsed ({error})"),
    later("the feed is not well-formed; what could be read was read"),
    later("the feed has character references that stand for nothing; they were left out"),
    later("only the first {most} of {all} items were read"),
    later("only the first {most} posts were read"),
    later("the document is broken JSON"),
    later("the JSON breaks off; what came before was read"),
    later("the document is JSON but no list of posts"),
    later("the document is JSON but no JSON Feed: it has no items"),
    later("the site's API refused: {words}"),
    later("the API's answer has no list of items where the outlet's profile looks for it"),
    later("the items of the API's answer have no titles where the outlet's profile looks for them"),
    later("the outlet's profile has an expression that is not JMESPath"),
    later("the profile's expression '{name}' did not fit {some} of {all} items"),
    later("{some} of {all} items have no title and were left out"),
    later("the next page is on another host and was not followed"),
    later("a further page: {sentence}"),
    later("the page lists no headlines where the outlet's profile looks for them"),
    later("the page lists no headlines that we can find"),
    later("the document is an index of sitemaps; one of those that it names is needed"),
    later("the document is XML but no sitemap"),
    later("the sitemap is broken XML"),
    later("the sitemap breaks off; what came before was read"),
    later("the sitemap declares entities, which none needs"),
    later("the index of sitemaps declares entities, which none needs"),
    later("the document is a damaged gzip file"),
    later("the document is a gzip file that breaks off"),
    later("the document is a gzip file of more than {size} MiB"),
    # pages, files and pictures
    later("its server asked us to come back later"),
    later("the article has no address"),
    later("Google's page leads to the article in a browser only"),
    later("the page is empty"),
    later("the page holds no article text that we can find"),
    later("the text holds no words"),
    later("the file cannot be read: {words}"),
    later("that is no address that can be fetched"),
    later("--url takes an http or https address"),
    later("there is no outlet '{name}'; there are: {names}"),
    # the browser
    later("only http and https links are opened"),
    later("the letter has signs that no address has"),
    later("no browser was found here"),
    later("there is no program {name} here"),
    later("{name} could not be started"),
    # reasons of a certificate, as OpenSSL tells them
    later("certificate has expired"),
    later("certificate is not yet valid"),
    later("self-signed certificate"),
    later("self-signed certificate in certificate chain"),
    later("unable to get local issuer certificate"),
    later("Hostname mismatch, certificate is not valid for '{name}'."),
)
"""Every sentence; what stands in braces is filled in. `tests/telling` holds that none is missing."""

_NESTED: Final = ("sentence", "reason")
"""What is filled in with a sentence of its own."""

_FROM_ELSEWHERE: Final = re.compile(r"https?://\S+")
"""An address is of no language."""


def sentence_words(sentence: str) -> str:
    """A sentence of ours in the language of the screen. Several may stand behind one another, parted by semicolons."""
    if current_language() != INDONESIAN or _FROM_ELSEWHERE.fullmatch(sentence):
        return sentence
    told = []
    for known, words in _told(sentence):
        told.append(words if known else say("{sentence} (told in English only)").format(sentence=words))
    return "; ".join(told)


def _told(text: str) -> list[tuple[bool, str]]:
    """The sentences of a text, each with whether there are words for it. The longest that is known goes first."""
    parts = text.split("; ")
    for end in range(len(parts), 0, -1):
        words = _known("; ".join(parts[:end]))
        if words is not None:
            return [(True, words), *(_told("; ".join(parts[end:])) if end < len(parts) else [])]
    if len(parts) == 1:
        return [(False, text)]
    return [(False, parts[0]), *_told("; ".join(parts[1:]))]


def _known(sentence: str) -> str | None:
    """A single sentence in the language of the screen; None for one that nobody has words for."""
    for template, form in _forms():
        found = form.fullmatch(sentence)
        if found is not None:
            filled = {
                name: _known(part) or part if name in _NESTED else part for name, part in found.groupdict().items()
            }
            return say(template).format(**filled)
    return None


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How each sentence looks with something filled in."""
    return tuple((each, re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(each)))) for each in SENTENCES)
