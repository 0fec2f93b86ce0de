"""From what a person types or pastes to the addresses that they may mean. Pure."""

from __future__ import annotations

import enum
import re
from ipaddress import IPv4Address
from typing import Final
from urllib.parse import urldefrag, urlsplit, urlunsplit

from lampungtui.errors import LampungtuiError
from lampungtui.foreign import ADDRESS_LIMIT, Address, clean_address

_AROUND: Final = " \t\r\n<>\"'“”‘’«»"
# By `feed:` and the like browsers and podcast programs hand an address on to a reader.
_LABEL: Final = re.compile(r"\A(?:url:\s*)?(?:(?:(?:web\+)?feed|itpc|pcast|view-source):(?://)?)?", re.IGNORECASE)
_USER: Final = re.compile(r"(?!mailto:)[^/?#\s:@]+(?::[^/?#\s@]*)?@", re.IGNORECASE)
_WEB: Final = re.compile(r"(https?):/*", re.IGNORECASE)
_OTHER: Final = re.compile(
    r"(?:javascript|vbscript|data|mailto|tel|file|about|blob):"
    r"|[a-z][a-z0-9+\-]*:(?!\d{1,5}(?:[/?#]|$))"  # digits after the colon are a port
    r"|[a-z][a-z0-9+.\-]*://",
    re.IGNORECASE,
)
_TOP_LEVEL: Final = re.compile(r"[a-z][a-z0-9\-]*", re.IGNORECASE)


class Unusable(enum.StrEnum):
    """Why something typed is no address. Shown in words by the screen, so a name never changes its meaning."""

    EMPTY = "empty"
    NO_ADDRESS = "no-address"
    SCHEME = "scheme"
    PASSWORD = "password"  # noqa: S105  # a reason's name
    TOO_LONG = "too-long"


_SENTENCES: Final = {
    Unusable.EMPTY: "type the address of a site, page or feed, such as lampungpro.co",
    Unusable.NO_ADDRESS: "that is no address: one has a name with a dot in it, such as lampungpro.co",
    Unusable.SCHEME: "only addresses that begin with http:// or https:// can be followed",
    Unusable.PASSWORD: "addresses with a user name or password in them are not followed: leave out what stands before the @",
    Unusable.TOO_LONG: f"that address is too long: at most {ADDRESS_LIMIT} characters are taken",
}


class NoAddress(LampungtuiError):
    """What was typed names nothing that could be fetched."""

    def __init__(self, reason: Unusable) -> None:
        self.reason = reason
        super().__init__(_SENTENCES[reason])


def typed_addresses(typed: str) -> tuple[Address, ...]:
    """The addresses to try, in order: the one that was typed, or, where it has no scheme, by https and then by http.

    Spaces, quotes and angle brackets around it, line breaks in it, `feed:` or `view-source:` before it and a fragment behind
    it are put up with. Raises NoAddress.
    """
    text = re.sub(r"[\r\n\t]+", "", typed.strip(_AROUND))
    text = _LABEL.sub("", text)
    if not text:
        raise NoAddress(Unusable.EMPTY)
    if len(text) > ADDRESS_LIMIT:
        raise NoAddress(Unusable.TOO_LONG)
    web = _WEB.match(text)
    if web is not None:
        return (_address(f"{web[1].lower()}://{text[web.end() :]}"),)
    if _USER.match(text):
        raise NoAddress(Unusable.PASSWORD)
    if _OTHER.match(text):
        raise NoAddress(Unusable.SCHEME)
    rest = text.lstrip("/")
    secure = _address(f"https://{rest}")
    parts = urlsplit(secure)
    if not _is_host(parts.hostname or "", parts.port):
        raise NoAddress(Unusable.NO_ADDRESS)
    plain = Address("http" + secure.removeprefix("https"))
    if parts.port in (80, 443):
        return (plain,) if parts.port == 80 else (secure,)
    return secure, plain


def _address(url: str) -> Address:
    """The address as it is asked for. Raises NoAddress."""
    address = clean_address(urldefrag(url)[0])
    if address is None:
        try:
            parts = urlsplit(url)
            named = bool(parts.username or parts.password)
        except ValueError:
            named = False
        raise NoAddress(Unusable.PASSWORD if named else Unusable.NO_ADDRESS)
    parts = urlsplit(address)
    # The full stop of the sentence that a name was copied from; as an address it means the same without.
    return Address(urlunsplit(parts._replace(netloc=parts.netloc.rstrip("."), path=parts.path or "/")))


def _is_host(host: str, port: int | None) -> bool:
    """Whether words without a scheme are a host's name: with a dot and a top level, a number, or named with a port."""
    if ":" in host or port is not None or host == "localhost":
        return True
    try:
        IPv4Address(host)
    except ValueError:
        name, dot, top = host.rpartition(".")
        return bool(name and dot) and _TOP_LEVEL.fullmatch(top) is not None and len(top) > 1
    return True
