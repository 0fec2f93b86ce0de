"""The news that every outlet of the catalogue carries in these tests, each in its own form: our own words throughout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from lampungtui.foreign import Line
from lampungtui.model import Credit, Role


@dataclass(frozen=True)
class Story:
    """One news item. `number` is its id at outlets that count their articles, `at` when it appeared.

    `region` is the kabupaten or kota of Lampung that its headline names.
    """

    title: str
    slug: str
    number: int
    at: datetime
    picture: str
    region: str | None
    paragraphs: tuple[str, ...]

    @property
    def lead(self) -> str:
        """The first paragraph, which most feeds give for a summary."""
        return self.paragraphs[0]

    @property
    def cut(self) -> str:
        """The first paragraph, broken off at the end of a word as feeds do."""
        return self.lead[:80].rsplit(" ", 1)[0]


WRITER = "Ratna Puspitasari"
EDITOR = "Darmawan Hakim"
SECOND = "Yusuf Pranata"

WRITTEN = Credit(Role.WRITER, Line(WRITER))
REPORTED = Credit(Role.REPORTER, Line(WRITER))
EDITED = Credit(Role.EDITOR, Line(EDITOR))


def signed(initials: str) -> Credit:
    """Who signed by initials in a closing bracket."""
    return Credit(Role.WRITER, Line(initials), initials=True)


def thanked(role: Role, name: str) -> Credit:
    """Anybody else whom an outlet names."""
    return Credit(role, Line(name))


TOLD = Story(
    title="Warga Kota Metro Tanam 4.000 Bibit Pala di Bantaran Sungai",
    slug="warga-kota-metro-tanam-4-000-bibit-pala-di-bantaran-sungai",
    number=730_412,
    at=datetime(2026, 11, 19, 12, 40, tzinfo=UTC),
    picture="bibit-pala.jpg",
    region="metro",
    paragraphs=(
        "Warga Kelurahan Yosomulyo, Kota Metro, menanam 4.000 bibit pala di bantaran sungai, Kamis (19/11/2026), agar "
        "tebing tidak longsor pada musim hujan.",
        "Ketua kelompok tani, Sutarman Hadi, menyebut semua bibit disemai sendiri oleh warga. “Kami mulai sejak Februari, "
        "jadi akarnya sudah kuat,” ujarnya.",
        "Pala dipilih karena akarnya dalam dan buahnya laku dijual mulai tahun ketujuh.",
        "Penanaman berlanjut tiap Minggu pagi sampai bantaran sepanjang 2,6 kilometer tertutup.",
    ),
)
"""The story whose article page is read."""

STORIES = (
    TOLD,
    Story(
        title="Kopi & Kakao Liwa Dipamerkan, “Stok Cukup” Kata Panitia",
        slug="kopi--kakao-liwa-dipamerkan-stok-cukup-kata-panitia-",
        number=730_398,
        at=datetime(2026, 11, 19, 2, 5, 30, tzinfo=UTC),
        picture="kopi-kakao.jpg",
        region=None,
        paragraphs=(
            "Sebanyak 61 petani memamerkan kopi dan kakao di Liwa, Lampung Barat, hingga Ahad dengan harga langsung dari "
            "kebun.",
        ),
    ),
    Story(
        title="Harga Cabai di Pringsewu Turun 0,42 Persen – Pedagang Lega",
        slug="harga-cabai-di-pringsewu-turun-0-42-persen---pedagang-lega",
        number=730_377,
        at=datetime(2026, 11, 17, 23, 10, tzinfo=UTC),
        picture="cabai.jpg",
        region="pringsewu",
        paragraphs=(
            "Harga cabai rawit di Pasar Pringsewu turun menjadi Rp38.000 per kilogram setelah tiga hari tanpa hujan di "
            "lereng Tanggamus.",
        ),
    ),
)
"""Newest first, as feeds list them. The third appeared before dawn in Lampung, the evening before in Greenwich."""

ENGLISH_TOLD = Story(
    title="Metro residents plant 4,000 nutmeg seedlings along the river",
    slug="metro-residents-plant-4000-nutmeg-seedlings-along-the-river",
    number=730_412,
    at=TOLD.at,
    picture=TOLD.picture,
    region=None,
    paragraphs=(
        "Residents of Yosomulyo in the city of Metro planted 4,000 nutmeg seedlings along the river on Thursday to keep "
        "its banks from sliding in the rainy season.",
        "The farmers raised every seedling themselves. “We began in February, so the roots are strong by now,” said their "
        "chairman, Sutarman Hadi.",
        "Nutmeg was chosen because its roots go deep and its fruit sells from the seventh year on.",
        "Planting goes on every Sunday morning until all 2.6 kilometers of the bank are covered.",
    ),
)

ENGLISH = (
    ENGLISH_TOLD,
    Story(
        title="Coffee & cocoa of Liwa on show, “enough in stock” say organizers",
        slug="coffee-cocoa-of-liwa-on-show-enough-in-stock-say-organizers",
        number=730_398,
        at=STORIES[1].at,
        picture=STORIES[1].picture,
        region=None,
        paragraphs=("Sixty-one farmers show coffee and cocoa in Liwa until Sunday, at prices straight from the farm.",),
    ),
)
