"""Bodies written as JSON and read back: the same blocks; and what is broken or foreign in the stored form."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.pieces import blocks, depth, paragraph

from lampungtui.blockform import DEPTH_LIMIT, from_plain, image_from_plain, image_to_plain, to_plain
from lampungtui.foreign import Address, Line, Prose, clean_code, clean_line, clean_run
from lampungtui.model import (
    Block,
    Blocks,
    Code,
    Embed,
    Heading,
    Image,
    Listing,
    Paragraph,
    Quote,
    Span,
    Table,
    blocks_text,
)

raw = st.text(max_size=40)
line_or_none = st.one_of(st.none(), raw.map(clean_line).filter(bool))
addresses = st.sampled_from(
    [
        Address("https://kabar.example/metro?x=1#a"),
        Address("http://127.0.0.1:8080/gambar.png"),
        Address("https://[::1]/"),
    ]
)
styled = st.builds(
    Span, raw.map(clean_run), st.booleans(), st.booleans(), st.booleans(), st.one_of(st.none(), addresses)
)
runs = st.lists(styled, max_size=4).map(tuple)
cells = st.lists(runs, max_size=3).map(tuple)
leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, runs),
    st.builds(Heading, st.integers(1, 6), runs),
    st.builds(Image, addresses, line_or_none, line_or_none, line_or_none),
    st.builds(Code, raw.map(clean_code)),
    st.builds(Embed, addresses, raw.map(clean_line).filter(bool)),
    st.builds(Table, cells, st.lists(cells, max_size=3).map(tuple), line_or_none),
)


def nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Quotes and lists around other blocks."""
    some = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Quote, some),
        st.builds(Listing, st.booleans(), st.lists(some, max_size=3).map(tuple), st.integers(0, 999_999)),
    )


bodies: st.SearchStrategy[Blocks] = st.lists(st.recursive(leaves, nested, max_leaves=8), max_size=5).map(tuple)


@settings(max_examples=300, deadline=None)
@given(bodies)
def test_a_body_is_read_back_as_it_was_written(body: Blocks) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(body), ensure_ascii=False))) == body


@given(st.builds(Image, addresses, line_or_none, line_or_none, line_or_none))
def test_a_picture_is_read_back_as_it_was_written(image: Image) -> None:
    assert image_from_plain(json.loads(json.dumps(image_to_plain(image)))) == image


def test_no_picture_is_no_picture() -> None:
    assert image_to_plain(None) is None
    assert image_from_plain(None) is None
    assert image_from_plain({"kind": "paragraph", "spans": ["Kopi"]}) is None


def test_a_page_read_and_kept_says_the_same() -> None:
    body = blocks(
        "<h2>Pindah</h2><p>Lorong <b>sayur</b>, lalu <a href='/peta'>peta</a>.</p><ol start=2><li>Bayam<ul><li>Muda</li>"
        "</ul></li></ol><blockquote><p>Tanpa sewa.</p></blockquote><table><tr><th>Kopi</th></tr><tr><td>64.500</td></tr>"
        "</table><figure><img src=a.png><figcaption>Pasar. (Foto: Dok. Kota)</figcaption></figure><pre>a  b</pre>"
        "<iframe src='https://www.youtube.com/embed/x'></iframe>"
    )
    assert {type(block) for block in body} == {Heading, Paragraph, Listing, Quote, Table, Image, Code, Embed}
    assert from_plain(json.loads(json.dumps(to_plain(body)))) == body


def test_the_written_form_is_the_one_that_scripts_read() -> None:
    body = (
        paragraph("Air naik."),
        Heading(2, (Span(Prose("Pasar"), strong=True, link=Address("https://k.example/")),)),
    )
    assert to_plain(body) == [
        {"kind": "paragraph", "spans": ["Air naik."]},
        {"kind": "heading", "level": 2, "spans": [{"text": "Pasar", "link": "https://k.example/", "strong": True}]},
    ]
    assert to_plain((Listing(ordered=True, items=((paragraph("Bayam"),),)),)) == [
        {"kind": "list", "ordered": True, "items": [[{"kind": "paragraph", "spans": ["Bayam"]}]]}
    ]


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(["kind", "spans", "items", "rows", "blocks", "text", "url", "level"]), inner),
        st.builds(
            lambda kind, rest: {**rest, "kind": kind},
            st.sampled_from(["paragraph", "heading", "list", "quote", "table", "image", "code", "embed", "lain"]),
            st.dictionaries(
                st.sampled_from(
                    ["spans", "items", "rows", "header", "blocks", "text", "url", "name", "level", "start"]
                ),
                inner,
            ),
        ),
    ),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(json_values)
def test_whatever_is_stored_something_is_read_and_it_can_be_written_again(value: object) -> None:
    found = from_plain(value)
    assert from_plain(json.loads(json.dumps(to_plain(found)))) == found
    blocks_text(found)


def test_a_block_of_a_later_version_is_passed_over() -> None:
    value = [{"kind": "peta", "lat": 5}, {"kind": "paragraph", "spans": ["Air naik."]}, 7, None]
    assert from_plain(value) == (paragraph("Air naik."),)


@pytest.mark.parametrize(
    "value",
    [
        [{"kind": "paragraph", "spans": ["Air\x1b[2J naik\u202e."]}],
        [{"kind": "paragraph", "spans": [{"text": "Air\x9b naik\x07.", "link": "javascript:alert(1)"}]}],
        [{"kind": "code", "text": "Air\x00 naik."}],
        [{"kind": "image", "url": "https://k.example/a.png", "caption": "Air\x1b]0;x\x07 naik."}],
        [{"kind": "embed", "url": "https://k.example/", "name": "Air\x1bnaik."}],
    ],
)
def test_a_cache_that_somebody_wrote_into_cannot_steer_the_terminal(value: object) -> None:
    shown = json.dumps(to_plain(from_plain(value)), ensure_ascii=False)
    assert "Air" in shown
    assert not any(sign in shown for sign in ("\x1b", "\x07", "\x9b", "\x00", "\u202e", "\\u001b", "javascript"))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "", None, 7])
def test_a_stored_address_that_nobody_may_open_is_none(url: object) -> None:
    assert from_plain([{"kind": "image", "url": url}, {"kind": "embed", "url": url, "name": "Video"}]) == ()


def test_a_stored_body_nests_no_deeper_than_can_be_read() -> None:
    value: object = [{"kind": "paragraph", "spans": ["Dasar"]}]
    for _ in range(400):
        value = [{"kind": "quote", "blocks": value}]
    (found,) = from_plain(value)
    assert depth(found) <= DEPTH_LIMIT + 2


def test_a_name_that_is_missing_is_the_address() -> None:
    (found,) = from_plain([{"kind": "embed", "url": "https://k.example/video"}])
    assert found == Embed(Address("https://k.example/video"), Line("https://k.example/video"))
