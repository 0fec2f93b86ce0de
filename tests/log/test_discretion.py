"""Keys and passwords are left out of what is told, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lampungtui.discretion import discreet

SECRET = "s4ndi-rahasia"


@pytest.mark.parametrize(
    "told",
    [
        f"https://a.example/f?token={SECRET}",
        f"https://a.example/f?a=1&access_token={SECRET}&b=2",
        f"https://a.example/f?API_KEY={SECRET}#x",
        f"https://nama:{SECRET}@a.example/f",
        f"https://{SECRET}@a.example/f",
        f"Authorization: Bearer {SECRET}",
        f"Basic {SECRET}==",
        f"'https://a.example/f?sig={SECRET}' is followed already",
        f"a (https://a.example/x?password={SECRET}: HTTP 500); b",
    ],
)
def test_a_secret_is_left_out_and_the_rest_stays(told: str) -> None:
    shown = discreet(told)
    assert SECRET not in shown
    assert "..." in shown
    assert "a.example" in shown or "example" not in told
    assert discreet(shown) == shown


@pytest.mark.parametrize(
    "told",
    [
        "https://a.example/f?page=2&q=kopi",
        "rina@a.example wrote",
        "Basic facts",
        "https://a.example/@rina/kabar",
        "a = b",
    ],
)
def test_what_is_no_secret_stays(told: str) -> None:
    assert discreet(told) == told


@given(
    st.text(alphabet="abcdefgh0123456789-_.~", min_size=6, max_size=40),
    st.sampled_from(["token", "key", "pwd", "secret", "session"]),
)
def test_no_value_under_such_a_name_is_told(value: str, name: str) -> None:
    shown = discreet(f"https://a.example/f?x=1&{name}={value}&y=2")
    assert shown == f"https://a.example/f?x=1&{name}=...&y=2"


@given(st.text(max_size=200))
def test_it_stays_the_same_when_it_is_told_again(text: str) -> None:
    assert discreet(discreet(text)) == discreet(text)
