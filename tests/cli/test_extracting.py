"""`lampungtui extract`: an article's parts, from a page or from plain text."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.cli.command import STEERING, CommandLine
from tests.cli.documents import ARTICLE, PAGES, PROFILE, STEERS
from tests.fetch.outletserver import OutletServer, answer

OBJECT = {
    "target", "ok", "error", "title", "published", "credits", "dateline", "region", "image", "language", "text", "blocks",
}  # fmt: skip

TEXT = """METRO (Lampungpro.co): Pasar Margorejo ditata ulang mulai pekan depan.

Pedagang pindah ke lapak sementara. (***)

Editor: Rina Wulandari
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "pasar.html"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_an_article_is_one_object_with_its_parts(lampungtui: CommandLine, page: Path) -> None:
    ran = lampungtui.run("extract", "--json", page)
    assert (ran.code, ran.err) == (0, "")
    assert list(lampungtui.home.iterdir()) == [], "asking leaves nothing behind"
    told = ran.only_object
    assert told.keys() == OBJECT
    blocks = told.pop("blocks")
    assert told == {
        "target": str(page),
        "ok": True,
        "error": None,
        "title": "Pasar Margorejo Ditata Ulang",
        "published": "2024-11-21T07:05:00Z",
        "credits": [{"role": "editor", "name": "Rina Wulandari"}],
        "dateline": {"place": "Metro", "agency": "Lampungpro.co"},
        "region": "Metro",
        "image": "https://kabar.example/pasar.jpg",
        "language": "id",
        "text": "Pemerintah kota menata ulang pasar di tepi kali mulai pekan depan, kata kepala dinas pasar.\n"
        "Lapak sementara\n"
        "Pedagang menempati lapak sementara di halaman terminal lama sampai pekerjaan itu selesai.\n"
        "Sayur di sisi timur\n"
        "Ikan di sisi barat",
    }
    assert [block["kind"] for block in blocks] == ["paragraph", "heading", "paragraph", "list"]
    assert blocks[1]["level"] == 2
    assert {"text": "lapak sementara", "strong": True} in blocks[2]["spans"]
    assert [item[0]["spans"] for item in blocks[3]["items"]] == [["Sayur di sisi timur"], ["Ikan di sisi barat"]]


def test_a_title_inside_the_article_is_not_its_first_words(lampungtui: CommandLine) -> None:
    """Most pages have their <h1> within <article>; the dateline behind it is the head of the text all the same."""
    title = "<h1>Pasar Margorejo Ditata Ulang</h1>"
    document = ARTICLE.replace(f"{title}<article>", f"<article>{title}")
    assert document != ARTICLE
    told = lampungtui.run("extract", "--json", "-", typed=document.encode()).only_object
    assert told["title"] == "Pasar Margorejo Ditata Ulang"
    assert told["text"].startswith("Pemerintah kota menata ulang pasar")
    assert told["dateline"] == {"place": "Metro", "agency": "Lampungpro.co"}


@pytest.mark.parametrize(
    "words",
    [("--url", "https://lampungpro.co/news/warga-metro-panen-perdana-padi"), ("--outlet", "lampungpro")],
    ids=["by its address", "by its outlet"],
)
def test_a_saved_article_of_lampungpro_has_its_editor(lampungtui: CommandLine, words: tuple[str, str]) -> None:
    told = lampungtui.run("extract", "--json", PAGES / "lampungpro-article.html", *words).only_object
    assert told["title"] == "Warga Metro Panen Perdana Padi Varietas Baru di Lahan Tadah Hujan"
    assert told["credits"] == [{"role": "editor", "name": "Sari Wulandari"}]
    assert told["dateline"] == {"place": "Metro", "agency": "Lampungpro.co"}
    assert told["region"] == "Metro"
    assert told["language"] == "id"
    assert told["text"].startswith("Kelompok Tani Sumber Rejeki")
    assert "Editor" not in told["text"]


def test_a_profile_of_ones_own_says_where_the_parts_stand(lampungtui: CommandLine) -> None:
    lampungtui.write("outlets/kabar-siger.toml", PROFILE)
    document = (
        "<html><body><h1>Kabar Siger</h1><h3 class='kepala'>Panen Padi Dimulai</h3><div class='isi'><p>Petani memanen "
        "padi lebih awal karena hujan turun sejak pekan lalu.</p></div><article><p>Baca juga berita lain di situs ini "
        "setiap hari, gratis, tanpa mendaftar, kapan saja Anda mau.</p></article></body></html>"
    )
    told = lampungtui.run("extract", "--json", "-", "--outlet", "kabar-siger", typed=document.encode()).only_object
    assert told["title"] == "Panen Padi Dimulai"
    assert told["text"] == "Petani memanen padi lebih awal karena hujan turun sejak pekan lalu."


def test_plain_text_is_read_as_a_journalist_reads_it(lampungtui: CommandLine) -> None:
    told = lampungtui.run("extract", "--json", "--text", "--outlet", "lampungpro", "-", typed=TEXT.encode()).only_object
    assert told.keys() == OBJECT
    assert told["credits"] == [{"role": "editor", "name": "Rina Wulandari"}]
    assert told["dateline"] == {"place": "Metro", "agency": "Lampungpro.co"}
    assert told["region"] == "Metro"
    assert told["text"] == "Pasar Margorejo ditata ulang mulai pekan depan.\nPedagang pindah ke lapak sementara."
    assert told["title"] is None
    assert told["published"] is None


def test_what_a_text_does_not_say_is_not_made_up(lampungtui: CommandLine) -> None:
    told = lampungtui.run("extract", "--json", "--text", "-", typed=b"Pasar ditata ulang.\n").only_object
    assert {key: told[key] for key in ("title", "published", "dateline", "region", "image")} == dict.fromkeys(
        ("title", "published", "dateline", "region", "image")
    )
    assert told["credits"] == []


def test_plain_text_may_be_in_any_usual_charset(lampungtui: CommandLine, tmp_path: Path) -> None:
    words = "Wali kota: “pasar ditata” – mulai Senin.\r\nPedagang pindah."
    files = [tmp_path / charset for charset in ("utf-8", "utf-8-sig", "windows-1252", "utf-16")]
    for file in files:
        file.write_bytes(words.encode(file.name))
    ran = lampungtui.run("extract", "--json", "--text", *files)
    assert [told["text"] for told in ran.objects] == [words.replace("\r", "")] * len(files)


# --------------------------------------------------------------------------- several targets, and failing ones


def test_each_target_has_a_line_in_its_order_and_what_fails_stops_no_other(
    lampungtui: CommandLine, page: Path, tmp_path: Path
) -> None:
    missing, empty, login = tmp_path / "tidak-ada.html", tmp_path / "kosong.html", tmp_path / "masuk.html"
    empty.touch()
    login.write_text("<html><body><h1>Masuk</h1><form><input></form></body></html>", encoding="utf-8")
    targets: list[Path | str] = [missing, page, empty, "-", login, page]
    ran = lampungtui.run("extract", "--json", *targets, typed=ARTICLE.encode())
    assert (ran.code, ran.err) == (1, "")
    assert [told["target"] for told in ran.objects] == [str(target) for target in targets]
    assert [told["ok"] for told in ran.objects] == [False, True, False, True, False, True]
    for told in ran.objects:
        assert told.keys() == OBJECT
        if not told["ok"]:
            assert told.pop("error")
            del told["target"], told["ok"]
            assert told == {
                "title": None, "published": None, "credits": [], "dateline": None, "region": None, "image": None,
                "language": None, "text": "", "blocks": [],
            }  # fmt: skip


def test_people_get_facts_and_text_and_failures_apart_from_them(
    lampungtui: CommandLine, page: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "tidak-ada.html"
    ran = lampungtui.run("extract", missing, page)
    assert ran.code == 1
    assert ran.err.splitlines() == [f"{missing}: the file cannot be read: No such file or directory"]
    assert ran.out.startswith("Pasar Margorejo Ditata Ulang\n")
    for words in (
        "2024-11-21T07:05:00Z",
        "Metro (Lampungpro.co)",
        "Rina Wulandari",
        "Pedagang menempati lapak",
        "- Sayur",
    ):
        assert words in ran.out
    assert "{" not in ran.out


async def test_addresses_are_fetched_and_each_failure_is_told(lampungtui: CommandLine, outlet: OutletServer) -> None:
    targets = [
        outlet.serve("/pasar", answer(200, ARTICLE.encode(), Content_Type="text/html; charset=utf-8")),
        outlet.serve("/lama", answer(302, b"", Location="/pasar")),
        outlet.serve("/hilang", answer(410, b"")),
        outlet.serve("/tetap", answer(304, b"")),
        outlet.serve("/masuk", answer(200, b"<html><body><h1>Masuk</h1></body></html>", Content_Type="text/html")),
    ]
    ran = await asyncio.to_thread(lampungtui.run, "extract", "--json", *targets)
    assert ran.code == 1
    assert [told["ok"] for told in ran.objects] == [True, True, False, False, False]
    assert [told["title"] for told in ran.objects[:2]] == ["Pasar Margorejo Ditata Ulang"] * 2
    assert "HTTP 410" in ran.objects[2]["error"]


@pytest.mark.parametrize("words", [("--json",), ()], ids=["for programs", "for people"])
def test_no_article_steers_the_terminal(lampungtui: CommandLine, words: tuple[str, ...]) -> None:
    text = f"{STEERS} Pedagang pindah ke lapak sementara di halaman terminal lama sampai pekerjaan itu selesai."
    document = (
        f"<html><head><title>{STEERS}</title><meta name='author' content='{STEERS}'></head><body><article>"
        f"<h1>{STEERS}</h1><p>{text}</p><pre>{STEERS}</pre><img src='/a.jpg' alt='{STEERS}'>"
        f"<ul><li>{STEERS}</li></ul><p>Editor: {STEERS}</p></article></body></html>"
    )
    ran = lampungtui.run("extract", *words, "-", "--url", "https://kabar.example/pasar", typed=document.encode())
    assert ran.code == 0
    assert "Pedagang pindah" in ran.out
    assert STEERING.findall(ran.out) == []


def test_plain_text_does_not_steer_the_terminal_either(lampungtui: CommandLine) -> None:
    ran = lampungtui.run("extract", "--text", "-", typed=f"{STEERS}\n{STEERS}".encode())
    assert ran.code == 0
    assert STEERING.findall(ran.out) == []
