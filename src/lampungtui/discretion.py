"""What is not told: keys, tokens and passwords in addresses and heads, wherever one is shown, printed or written down.

What is stored and sent keeps them, for without them the server gives nothing; whoever looks at a screen, a log or a bug
report sees that something was there and not what.
"""

from __future__ import annotations

import re
from typing import Final

HIDDEN: Final = "..."

_NAMED: Final = re.compile(
    r"((?:token|key|apikey|api_key|api-key|auth|authorization|password|passwd|pwd|pass|secret|sig|signature|session|sid|"
    r"credential|code|jwt)=)[^&\s#'\"<>]+",
    re.IGNORECASE,
)
"""A part of a query that says by its name what it is; its name may have more before it, as in `access_token`."""

_HEAD: Final = re.compile(r"((?:bearer|basic|digest)\s+)[A-Za-z0-9+/=._~-]{6,}", re.IGNORECASE)
_USER: Final = re.compile(r"(://)[^/?#\s@]{1,400}@")


def discreet(text: str) -> str:
    """`text` without the values of keys and passwords in it."""
    if "=" in text:
        text = _NAMED.sub(rf"\1{HIDDEN}", text)
    if "@" in text:
        text = _USER.sub(rf"\1{HIDDEN}@", text)
    return _HEAD.sub(rf"\1{HIDDEN}", text)
