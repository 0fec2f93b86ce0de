"""Which addresses a feed or page must not make the reader call: everything that is not the public internet."""

from __future__ import annotations

import ipaddress
from typing import Final

_WRAPPERS: Final = (
    ipaddress.ip_network("::/96"),  # IPv4-compatible (RFC 4291, 2.5.5.1)
    ipaddress.ip_network("::ffff:0:0:0/96"),  # IPv4-translated (RFC 2765)
    ipaddress.ip_network("64:ff9b::/96"),  # NAT64 (RFC 6052)
    ipaddress.ip_network("64:ff9b:1::/48"),  # local-use NAT64 (RFC 8215)
    ipaddress.ip_network("2002::/16"),  # 6to4 (RFC 3056)
    ipaddress.ip_network("2001::/32"),  # Teredo (RFC 4380)
)
"""Ranges that carry an IPv4 address inside and that `is_global` takes for public."""

_NOT_PUBLIC: Final = (
    ipaddress.ip_network("192.0.0.0/24"),  # IETF assignments (RFC 6890)
    ipaddress.ip_network("192.88.99.0/24"),  # 6to4 relays (RFC 7526)
    ipaddress.ip_network("3fff::/20"),  # documentation (RFC 9637)
    ipaddress.ip_network("5f00::/16"),  # segment routing (RFC 9602)
)
"""Ranges that Python before 3.11.10 and 3.12.4 takes for public (CVE-2024-4032), and such as were assigned since."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet. What cannot be read as one does not."""
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip.is_site_local or any(ip in wrapper for wrapper in _WRAPPERS):
            return False
    if any(ip in network for network in _NOT_PUBLIC):
        return False
    return ip.is_global and not ip.is_multicast
