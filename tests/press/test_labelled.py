"""The labelled set as a whole: no wrong name, hardly a missed one, and not a word of the text lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.press import (
    datelines_by_another_hand,
    labelled_by_another_hand,
    labelled_credits,
    labelled_datelines,
    misleading_ends,
)
from tests.press.labelled_credits import Case
from tests.press.labelled_datelines import Head

from lampungtui.model import blocks_text
from lampungtui.press.dateline import read_dateline
from lampungtui.press.reading import PressReading, read_plain

OPENING = "Petani di kaki bukit itu memanen padi lebih awal."
MIDDLE = "Mereka berharap harga gabah tetap baik sampai musim tanam."

RECALL = 0.97

ENDS = (*labelled_credits.ENDS, *labelled_by_another_hand.ENDS, *misleading_ends.ENDS)
HEADS = (*labelled_credits.HEADS, *labelled_by_another_hand.HEADS)
PROSE_ENDS = (*labelled_credits.PROSE_ENDS, *labelled_by_another_hand.PROSE_ENDS, *misleading_ends.PROSE_ENDS)
PROSE_HEADS = (*labelled_credits.PROSE_HEADS, *labelled_by_another_hand.PROSE_HEADS)
DATELINES = (*labelled_datelines.DATELINES, *datelines_by_another_hand.DATELINES)
NO_DATELINES = (*labelled_datelines.NO_DATELINES, *datelines_by_another_hand.NO_DATELINES)


def read_end(case: Case) -> tuple[PressReading, str]:
    reading = read_plain(f"{OPENING}\n{MIDDLE}\n{case.text}", names=case.names)
    body = blocks_text(reading.blocks)
    assert body.startswith(f"{OPENING}\n{MIDDLE}"), case
    return reading, body.removeprefix(f"{OPENING}\n{MIDDLE}").strip("\n")


def read_head(case: Case) -> tuple[PressReading, str]:
    reading = read_plain(f"{case.text}\n{OPENING}\n{MIDDLE}", names=case.names)
    body = blocks_text(reading.blocks)
    assert body.endswith(f"{OPENING}\n{MIDDLE}"), case
    return reading, body.removesuffix(f"{OPENING}\n{MIDDLE}").strip("\n")


def every_credit_case() -> Iterator[tuple[Case, PressReading, str]]:
    for case in (*ENDS, *PROSE_ENDS):
        yield case, *read_end(case)
    for case in (*HEADS, *PROSE_HEADS):
        yield case, *read_head(case)


def dateline_of(head: Head) -> tuple[str | None, str | None, str]:
    found = read_dateline(head.text, head.names)
    if found is None:
        return None, None, head.text
    dateline, start = found
    return dateline.place, dateline.agency, head.text[start:].strip()


def test_the_set_is_large_and_a_third_of_it_yields_nothing() -> None:
    cases = [*ENDS, *HEADS, *PROSE_ENDS, *PROSE_HEADS]
    heads = [*DATELINES, *NO_DATELINES]
    nothing = sum(not case.credits for case in cases) + sum(head.place is head.agency is None for head in heads)
    assert len(cases) + len(heads) >= 250
    assert nothing >= 100
    assert len({(case.text, case.names) for case in cases}) == len(cases)


def test_no_wrong_name_and_hardly_a_missed_one() -> None:
    wrong: list[tuple[str, object]] = []
    missed: list[tuple[str, object]] = []
    right = 0
    for case, reading, _ in every_credit_case():
        found = {(credit.role, str(credit.name)) for credit in reading.credits}
        wrong += [(case.text, credit) for credit in found - set(case.credits)]
        missed += [(case.text, credit) for credit in set(case.credits) - found]
        right += len(found & set(case.credits))
    for head in (*DATELINES, *NO_DATELINES):
        place, agency, _ = dateline_of(head)
        for got, wanted in ((place, head.place), (agency, head.agency)):
            if got != wanted and got is not None:
                wrong.append((head.text, got))
            if got != wanted and wanted is not None:
                missed.append((head.text, wanted))
            right += got == wanted and wanted is not None
    recall = right / (right + len(missed))
    print(f"right {right}, wrong {len(wrong)}, missed {len(missed)}, recall {recall:.3f}")
    print(*missed, sep="\n")
    assert not wrong, "\n".join(map(str, wrong))
    assert recall >= RECALL, "\n".join(map(str, missed))


def test_the_order_of_credits_is_the_texts() -> None:
    for case, reading, _ in every_credit_case():
        if len(reading.credits) == len(case.credits):
            assert [(credit.role, str(credit.name)) for credit in reading.credits] == list(case.credits), case.text


def test_what_is_a_credit_goes_and_every_other_word_stays() -> None:
    faults = []
    for case, _, kept in every_credit_case():
        if kept != " ".join(case.kept.split(" ")).strip():
            faults.append((case.text, kept))
    assert not faults, "\n".join(map(str, faults))


def test_a_dateline_ends_where_the_prose_starts() -> None:
    faults = [(head.text, rest) for head in DATELINES for *_, rest in (dateline_of(head),) if rest != head.rest]
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize("head", NO_DATELINES, ids=[head.text[:30] for head in NO_DATELINES])
def test_prose_that_looks_like_a_dateline_stays(head: Head) -> None:
    assert read_dateline(head.text, head.names) is None
