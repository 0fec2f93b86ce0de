"""Which words can be a person's name in a credit, and which are a desk, a body, a place or a piece of a sentence."""

from __future__ import annotations

import re
from typing import Final

from lampungtui.press.dates import DAYS_ID, MONTHS_ID
from lampungtui.press.regions import region_of_place
from lampungtui.stems import ROOTS, roots

_WORD: Final = r"[^\W\d_][\w'’.\-]*"
_NAME: Final = re.compile(rf"{_WORD}(?:[ \xa0]+{_WORD}){{0,5}}\.?")
TITLED: Final = re.compile(r"[A-Z][\w'’.\-]*(?:[ \xa0]+[A-Z][\w'’.\-]*){0,5}")
"""One to six words, each with a capital."""

INITIALS: Final = re.compile(r"[a-z][a-z0-9]{1,4}")
"""How a desk signs: `dai`, `nu2`."""

DEGREE: Final = re.compile(
    r"(?:[SMABD]\.\s?[A-Z][A-Za-z]{0,5}\.?(?:\s?[A-Z][A-Za-z]{0,5}\.?){0,2}|[SM](?:[A-Z]{1,2}|[A-Z][a-z]{1,4})\.?|A\.?Md\.?"
    r"|Sp\.\s?[A-Z][\w.()\-]{0,12}|Lc\.?|Ners\.?|Ph\.?D\.?|LL\.?M\.?|MBA|C(?:\.[A-Z]){1,3}\.?|Ak\.?|CA|CPA)"
)
"""A degree behind a name: `Dr. Bambang Wiyono, S.Sos.`, `M.Si.`, `SPd`, `Sp.OG`, `Lc.`"""

_PROSE_WORDS: Final = frozenset(
    {
        "yang", "dan", "dari", "untuk", "dengan", "ini", "itu", "adalah", "kata", "ujar", "mengatakan", "menyebut",
        "menyebutkan", "terdekat", "tersebut", "karena", "sebab", "pada", "akan", "telah", "sudah", "tidak", "bisa",
        "harus", "juga", "serta", "sebagai", "dalam", "kepada", "oleh", "di", "ke", "saat", "para", "lebih", "belum",
        "air", "informasi", "berita", "resmi", "hukum", "energi", "lain", "kami", "siapa", "apa", "sebuah", "seorang",
        "orang", "satu", "dua", "tiga", "bagaimana", "mengapa", "kapan", "lowongan", "atau", "agar", "bahwa", "jika",
        "ketika", "sejak", "setelah", "sebelum", "hingga", "tentang", "seperti", "masih", "hanya", "mereka", "setiap",
        "menjadi", "bukan", "jangan", "sehingga", "namun", "tetapi", "begitu", "begitulah", "demikian",
    }
)  # fmt: skip
"""Words that a person's name never is: a line that holds one is prose."""

_REMARKS: Final = frozenset(
    {
        "negara", "kota", "kab", "desa", "orang", "persen", "tahun", "bulan", "hari", "jam", "kiri", "kanan", "atas",
        "bawah", "tengah", "foto", "video", "sumber", "berbagai", "istimewa", "dokumentasi", "pribadi", "ilustrasi",
        "tertawa", "tepuk", "tangan", "lagi", "lalu", "diolah", "red", "suami", "istri", "anak", "ibu", "bapak", "ayah",
        "pria", "wanita", "guru", "siswa", "ed", "pen", "amin", "hr", "qs", "hadis", "hadits", "riwayat", "allah",
        "allahu", "wallahu", "surah", "ayat", "bagian", "versi", "cetak", "update", "terbaru", "tayang", "ulang",
        "lanjut", "baca", "selamat", "network", "pos", "post", "news", "tv", "gunung", "pulau", "sungai", "way", "laut",
        "selat", "teluk", "pantai", "danau", "jalan", "tol", "raya", "baru", "dunia", "tim", "babak", "grup", "putaran",
        "ronde", "laga", "edisi", "pertama", "kedua", "ketiga", "terakhir", "sic", "link", "klik", "gambar", "grafik",
        "grafis", "infografis", "ya", "iya", "oke", "malam", "pagi", "siang", "sore", "dll", "dkk", "dst", "dsb", "alm",
        "almh", "almarhum", "almarhumah", "ttd", "wib", "wita", "wit", "kg", "km", "cm", "pcs", "hoaks", "hoax", "salam",
        "sorak", "sorai", "lampung", "full", "half", "time", "the", "off", "record", "cum", "laude", "vs", "and", "of",
        "live",
    }
)  # fmt: skip
"""Words of remarks that stand in brackets as signatures do: `(kiri)`, `(dari berbagai sumber)`, `(tepuk tangan)`."""

_NOT_PEOPLE: Final = frozenset(
    {
        "liga", "piala", "kota", "kabupaten", "bank", "partai", "universitas", "dinas", "badan", "advertorial", "adv",
        "provinsi", "kementerian", "polres", "polda", "polsek", "dprd", "pemkot", "pemkab", "pemprov", "pemerintah",
        "kpu", "bawaslu", "sma", "smk", "smp", "sd", "mts", "pt", "cv", "rsud", "desa", "kecamatan", "jalan", "timnas",
        "grup", "bersambung", "selesai", "tamat", "habis", "liputan", "madrasah", "sekolah", "yayasan", "humas",
        "kominfo", "diskominfo", "kantor", "komunitas", "lembaga", "forum", "radio", "majalah", "koran", "kelompok",
        "institut", "politeknik", "fakultas", "direktorat", "sekretariat", "dok", "gubernur", "bupati", "presiden",
        "siaran", "rilis", "pers", "jurnalis", "wartawan", "reporter", "dosen", "mahasiswa", "guru", "pengamat",
        "peneliti", "ketua", "anggota", "direktur", "kepala", "warga", "pegiat", "aktivis", "penyair", "staf", "alumni",
        "pemerhati", "petani", "petugas", "polisi", "suasana", "kondisi", "lokasi", "tampak", "seorang", "sejumlah", "al",
        "allah", "magang", "kontributor", "koresponden", "stadion", "gelora", "rumah", "gedung", "hotel", "pasar",
        "masjid", "gereja", "bioskop", "jembatan", "pelabuhan", "bandara", "stasiun", "terminal", "museum", "pondok",
        "taman", "kampus", "kopi", "medali", "gelar", "juara", "surat", "surah", "kitab", "buku", "novel", "film", "lagu",
        "puisi", "bahasa", "uu", "undang-undang", "pasal", "perpres", "perda", "peraturan", "pak", "bu", "atlet", "kiper",
        "striker", "biro", "bidang", "divisi", "unit", "satuan", "harga", "jadwal", "daftar", "catatan", "kolom", "opini",
        "tim", "klub", "dokter", "tuhan", "rakyat", "masyarakat", "alumnus", "pengurus", "pendiri", "pimpinan",
        "praktisi", "advokat",
    }
)  # fmt: skip
"""First words of what bodies and things are called."""

_DESKS: Final = frozenset(
    {
        "editor", "penulis", "administrator", "newsroom", "red", "rls", "rilis", "rel", "hms", "ist", "super user",
        "webmaster", "operator", "unknown", "none", "null", "undefined", "anonymous", "anonim", "guest", "author",
        "kompas cyber media",
    }
)  # fmt: skip
"""Accounts and leftovers of systems that a page gives for its author."""

_DESK_FIRST_WORDS: Final = frozenset(
    {"redaksi", "tim", "adv", "advertorial", "admin", "kontributor", "redaktur", "wartawan", "reporter", "jurnalis"}
)

_PICTURE_SOURCES: Final = frozenset(
    {
        "ist", "istimewa", "dok", "dokumentasi", "dokumen", "humas", "screenshot", "tangkapan", "tangkap", "net", "internet",
        "afp", "ap", "reuters", "getty", "shutterstock", "freepik", "pixabay", "unsplash", "pexels", "ilustrasi",
        "instagram", "facebook", "youtube", "tiktok", "google", "bersama", "bareng",
    }
)  # fmt: skip
"""First words of where a picture comes from when no photographer is named: `Foto: Dok. Pribadi`."""

_DERIVED: Final = re.compile(r"(?:me|di|pe(?!r)|(?:ke|per)\w{2,20}an$)")

_ALSO_NAMES: Final = frozenset(
    {
        "hari", "sita", "rapat", "terang", "percaya", "rencana", "adil", "aman", "april", "bintang", "bulan", "bumi",
        "cahaya", "cinta", "damai", "dewi", "galang", "garap", "giat", "harum", "ikhlas", "indah", "intan", "jaya",
        "juara", "juli", "juni", "kasih", "kejora", "lestari", "luhur", "maju", "makmur", "manis", "mega", "mei", "mekar",
        "melati", "mentari", "merdeka", "mulia", "murni", "mutiara", "nona", "pelangi", "pelita", "perdana", "permai",
        "permata", "persada", "pertama", "perwira", "putih", "putri", "rajin", "ramai", "reda", "sakti", "sayang",
        "sejati", "selamat", "semarak", "semangat", "sempurna", "senang", "sentosa", "setia", "subur", "suci", "sunyi",
        "surya", "syukur", "tegas", "teguh", "teladan", "tunggal", "utama", "wahyu", "wibawa", "yakin",
    }
)  # fmt: skip
"""Known roots that people are called by too."""

_FIRST_NAME: Final = re.compile(r"Hari [A-Z]|Anak Agung ")
"""Remarks that a name may begin with: `Hari Wibowo`, `Anak Agung Gde`."""

_ABBREVIATION: Final = re.compile(r"[BCDFGHJKLMNPQRSTVWXYZ]{3,6}")
"""Capitals without a vowel: `KMP Legundi` is a ferry."""

_DAYS: Final = frozenset(word.casefold() for word in (*DAYS_ID, "Ahad"))
_MONTHS: Final = frozenset(word.casefold() for word in MONTHS_ID)


def is_name(text: str) -> bool:
    """Whether `text` can be a person's name: one to six words of letters, none of them a word of prose."""
    bare = text.strip()
    if not 2 <= len(bare) <= 60 or not _NAME.fullmatch(bare):
        return False
    words = bare.replace("\xa0", " ").split()
    if (
        any(word.casefold().strip(".,") in _PROSE_WORDS for word in words)
        or words[0].casefold().strip(".") in _NOT_PEOPLE
    ):
        return False
    if bare.endswith(".") and len(words) > 2 and bare.islower():
        # Some desks write names in lower case, but none ends such a name as a sentence ends.
        return False
    if any(_is_derived(word) or (any(map(str.isdigit, word)) and not INITIALS.fullmatch(word)) for word in words):
        return False
    # A full stop inside a name follows a short title or initial: `Dr.`, `M.`, `S.Sos.`, never a sentence's last word.
    return all("." not in word.rstrip(".") or len(word) <= 8 for word in words)


def _is_derived(word: str) -> bool:
    """Whether `word` is plainly made of a root and a prefix, as verbs and nouns of prose are and names are not.

    `Menulis`, `Pelatih`, `Perbaikan`, `Dilaporkan`. Names that look so are left alone: Permana, Terawan, Sebayang.
    """
    folded = word.casefold()
    if len(folded) < 7 or folded in ROOTS or not _DERIVED.match(folded):
        return False
    return any(root in ROOTS for root in roots(folded))


def is_signature(text: str) -> bool:
    """Whether `text` can sign an article in a bracket: a name or initials that is no remark, place, day or month."""
    words = text.casefold().split()
    if words and (words[0] in _DAYS or (len(words) == 1 and words[0] in _MONTHS)):
        return False
    if (len(words) > 1 or len(text) > 4) and ROOTS.issuperset(words) and not _ALSO_NAMES.issuperset(words):
        # `(Kartu Merah)`, `Oleh Hakim`: words of the language alone. Initials may be like one by chance.
        return False
    if not text.isupper() and any(_ABBREVIATION.fullmatch(word) for word in text.split()):
        return False
    behind = words[1:] if _FIRST_NAME.match(text) else words
    return is_name(text) and not _REMARKS.intersection(behind) and region_of_place(text) is None


def is_desk(text: str) -> bool:
    """Whether `text` names a desk or an account instead of a person: `Redaksi`, `Admin`, `Advertorial Tribun Lampung`."""
    folded = text.strip(" .").casefold()
    return folded in _DESKS or folded.split(" ")[0] in _DESK_FIRST_WORDS


def is_picture_source(text: str) -> bool:
    """Whether `text`, behind `Foto:`, says where a picture is from instead of who took it."""
    words = text.casefold().replace(".", " ").split()
    return bool(words) and words[0] in _PICTURE_SOURCES


def is_affiliation(text: str) -> bool:
    """Whether `text`, behind a name, says what the person is or where posted: `Dosen FISIP Unila`, `Way Kanan`."""
    return is_body(text) or region_of_place(text) is not None


def is_body(text: str) -> bool:
    """Whether `text` begins as the name of a body or a thing does: `Pemkab Tanggamus`, `Humas Polda Lampung`."""
    return text.casefold().split(" ")[0].strip(".") in _NOT_PEOPLE
