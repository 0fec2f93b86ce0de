"""Whole bodies: dateline off the first paragraph, credits off head and end, furniture out, styles and words kept."""

from __future__ import annotations

import pytest

from lampungtui.foreign import Address, Line, Prose
from lampungtui.model import (
    Block,
    Credit,
    Dateline,
    Heading,
    Image,
    Listing,
    Paragraph,
    Quote,
    Role,
    Span,
    blocks_text,
)
from lampungtui.press.reading import read_body, read_plain

FIRST = "Petani di kaki bukit itu memanen padi lebih awal."
SECOND = "Mereka berharap harga gabah tetap baik sampai musim tanam."
LINK = Address("https://kabarsiger.test/berita/padi")


def paragraph(*pieces: str | Span) -> Paragraph:
    return Paragraph(tuple(Span(Prose(piece)) if isinstance(piece, str) else piece for piece in pieces))


def bold(text: str) -> Span:
    return Span(Prose(text), strong=True)


def link(text: str) -> Span:
    return Span(Prose(text), link=LINK)


def credit(role: Role, name: str) -> Credit:
    return Credit(role, Line(name))


def test_a_bold_dateline_goes_and_the_other_styles_stay() -> None:
    reading = read_body((paragraph(bold("METRO (Kabarsiger.co):"), " Petani ", bold("memanen"), " padi."),))
    assert reading.dateline == Dateline(Line("Metro"), Line("Kabarsiger.co"))
    assert reading.region is not None
    assert reading.region.slug == "metro"
    (block,) = reading.blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.strong) for span in block.spans] == [
        ("Petani ", False),
        ("memanen", True),
        (" padi.", False),
    ]


def test_a_linked_agency_inside_the_brackets_is_part_of_the_dateline() -> None:
    reading = read_body((paragraph("Bandar Lampung (", link("Lampost.co"), ") — Petani memanen ", link("padi"), "."),))
    assert reading.dateline == Dateline(Line("Bandar Lampung"), Line("Lampost.co"))
    (block,) = reading.blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.link) for span in block.spans] == [("Petani memanen ", None), ("padi", LINK), (".", None)]


def test_a_dateline_over_several_lines_goes_as_a_whole() -> None:
    reading = read_body(
        (paragraph(bold("Tulang Bawang Barat"), "\n - \nHartono dan dua temannya selamat."), paragraph(SECOND))
    )
    assert reading.dateline == Dateline(Line("Tulang Bawang Barat"), None)
    assert blocks_text(reading.blocks) == f"Hartono dan dua temannya selamat.\n{SECOND}"


def test_a_dateline_behind_the_lead_picture_is_found() -> None:
    picture = Image(LINK)
    reading = read_body((picture, paragraph(f"KOTABUMI - {FIRST}")))
    assert reading.dateline == Dateline(Line("Kotabumi"), None)
    assert reading.blocks == (picture, paragraph(FIRST))


def test_a_dateline_counts_only_in_the_first_paragraph() -> None:
    reading = read_body((paragraph(FIRST), paragraph(f"KOTABUMI - {SECOND}")))
    assert reading.dateline is None
    assert blocks_text(reading.blocks) == f"{FIRST}\nKOTABUMI - {SECOND}"


def test_a_report_line_stands_before_the_dateline() -> None:
    reading = read_plain(
        f"Laporan Reporter Tribun Lampung Hana Mustika\nTRIBUNLAMPUNG.CO.ID, METRO - {FIRST}\n{SECOND}"
    )
    assert reading.credits == (credit(Role.REPORTER, "Hana Mustika"),)
    assert reading.dateline == Dateline(Line("Metro"), Line("TRIBUNLAMPUNG.CO.ID"))
    assert blocks_text(reading.blocks) == f"{FIRST}\n{SECOND}"


def test_credits_behind_breaks_in_the_last_paragraph_go_and_its_text_stays() -> None:
    reading = read_body((paragraph(FIRST), paragraph(f"{SECOND} (***)\n", bold("Editor"), " : Febi Ariyani")))
    assert reading.credits == (credit(Role.EDITOR, "Febi Ariyani"),)
    assert reading.ended
    assert reading.blocks == (paragraph(FIRST), paragraph(SECOND))


def test_lines_of_verse_stay_lines() -> None:
    verse = paragraph("Padi menguning,\n", bold("angin berlalu,"), "\nkita menunggu.")
    reading = read_body((verse, paragraph(FIRST)))
    assert blocks_text(reading.blocks) == f"Padi menguning,\nangin berlalu,\nkita menunggu.\n{FIRST}"


def test_a_credit_is_told_once() -> None:
    reading = read_plain(
        f"Penulis: Rina Sari | Editor: Tono Hadi\n{FIRST}\n{SECOND}\nPenulis: Rina Sari\nEditor: Tono Hadi"
    )
    assert reading.credits == (credit(Role.WRITER, "Rina Sari"), credit(Role.EDITOR, "Tono Hadi"))


def test_credits_behind_the_republishing_note_are_read() -> None:
    note = 'Artikel ini telah tayang di Kompas.com dengan judul "Panen Raya"'
    reading = read_plain(f"{FIRST}\n{SECOND} (abc/def)\n{note}\nPenulis: Rina Sari | Editor: Tono Hadi\nKomentar warga")
    assert [(each.role, each.name) for each in reading.credits] == [
        (Role.WRITER, "abc"),
        (Role.WRITER, "def"),
        (Role.WRITER, "Rina Sari"),
        (Role.EDITOR, "Tono Hadi"),
    ]
    assert blocks_text(reading.blocks) == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("opening", ["Berikan Komentar", "LEAVE A REPLY", "Tinggalkan Balasan", "3 Komentar"])
def test_nobody_becomes_editor_by_a_comment(opening: str) -> None:
    reading = read_plain(f"{FIRST}\n{SECOND}\nEditor: Tono Hadi\n{opening}\nEditor: Rina Palsu\nPenulis: Rina Palsu")
    assert reading.credits == (credit(Role.EDITOR, "Tono Hadi"),)
    assert blocks_text(reading.blocks) == f"{FIRST}\n{SECOND}"


def test_furniture_between_paragraphs_goes() -> None:
    reading = read_plain(
        f"ADVERTISEMENT\n{FIRST}\nBaca juga: Harga Cabai Naik Lagi\n{SECOND}\n[Gambas:Video 20detik]\n"
        "Simak Video 'Panen Raya'\nPanen berlangsung tiga hari. [Gambas:Instagram]"
    )
    assert blocks_text(reading.blocks) == f"{FIRST}\n{SECOND}\nPanen berlangsung tiga hari."


def test_a_bare_baca_juga_takes_its_linked_title_along_and_no_prose() -> None:
    reading = read_body(
        (paragraph(FIRST), paragraph("Baca Juga"), paragraph(link("Harga Cabai Naik Lagi")), paragraph(SECOND)),
    )
    assert blocks_text(reading.blocks) == f"{FIRST}\n{SECOND}"
    reading = read_body((paragraph(FIRST), paragraph("Baca Juga"), paragraph(SECOND)))
    assert blocks_text(reading.blocks) == f"{FIRST}\n{SECOND}"


def test_a_box_of_related_news_in_mid_article_does_not_end_it() -> None:
    long = SECOND * 4
    reading = read_body(
        (
            paragraph(FIRST),
            Heading(3, (Span(Prose("Berita Terkait")),)),
            paragraph(link("Harga Cabai")),
            paragraph(long),
        ),
    )
    assert blocks_text(reading.blocks).startswith(FIRST)
    assert blocks_text(reading.blocks).endswith(long)


def test_headings_quotes_lists_and_pictures_stay() -> None:
    blocks: tuple[Block, ...] = (
        paragraph(FIRST),
        Heading(2, (Span(Prose("Panen Raya")),)),
        Quote((paragraph("Kami bersyukur."),)),
        Listing(False, ((paragraph("Padi"),), (paragraph("Jagung"),))),
        Image(LINK, caption=Line("Panen di Metro")),
        paragraph(SECOND),
    )
    assert read_body((*blocks, paragraph("Editor: Tono Hadi"))).blocks == blocks


def test_an_end_mark_and_a_credit_run_together_in_one_line() -> None:
    reading = read_plain(f"{FIRST}\n{SECOND} (***) Editor : Febi Ariyani")
    assert reading.ended
    assert reading.credits == (credit(Role.EDITOR, "Febi Ariyani"),)
    assert blocks_text(reading.blocks) == f"{FIRST}\n{SECOND}"


def test_short_prose_behind_an_end_mark_without_credits_stays() -> None:
    text = f"{FIRST} (***)\n{SECOND}\nTamat."
    assert blocks_text(read_plain(text).blocks) == text


@pytest.mark.parametrize("text", ["", "\n", "Editor: Tono Hadi", "METRO (Kabarsiger.co):", "(***)", "Berikan Komentar"])
def test_a_body_of_little_or_nothing_is_read_without_fuss(text: str) -> None:
    assert len(read_plain(text).blocks) <= 1


def test_the_outlets_own_name_counts_in_its_datelines() -> None:
    reading = read_plain(f"KALIANDA, KALIANDANEWS – {FIRST}", names=("Kaliandanews",))
    assert reading.dateline == Dateline(Line("Kalianda"), Line("KALIANDANEWS"))
    assert read_plain(f"KALIANDA, KALIANDANEWS – {FIRST}").dateline is None
