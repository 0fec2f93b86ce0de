"""Heads of first paragraphs, labelled by hand: place, agency and where the prose starts.

The forms are those of real outlets; the sentences are made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

REST: Final = "Petani memanen padi varietas baru."


@dataclass(frozen=True, slots=True)
class Head:
    """A first paragraph with its dateline; `names` are how the outlet calls itself."""

    text: str
    place: str | None = None
    agency: str | None = None
    rest: str = REST
    names: tuple[str, ...] = ()


LAMPUNGPRO: Final = ("Lampungpro.co", "Lampungpro.com", "Lampungpro")

DATELINES: Final = (
    Head(f"METRO (Lampungpro.co): {REST}", "Metro", "Lampungpro.co", names=LAMPUNGPRO),
    Head(f"METRO (Lampungpro.co): {REST}", "Metro", "Lampungpro.co"),
    Head(f"KRUI (Lampungpro.co): {REST}", "Krui", "Lampungpro.co"),
    Head(f"RAWAJITU TIMUR (Lampungpro.co): {REST}", "Rawajitu Timur", "Lampungpro.co"),
    Head(f"JAKARTA (Lampungpro.com)-{REST}", "Jakarta", "Lampungpro.com"),
    Head(f"LIWA (Lampost.co) -- {REST}", "Liwa", "Lampost.co"),
    Head(f"MENGGALA (Lampost.co)--{REST}", "Menggala", "Lampost.co"),
    Head(f"Liwa (Lampost.co): {REST}", "Liwa", "Lampost.co"),
    Head(f"Bandar Lampung (Lampost.co) — {REST}", "Bandar Lampung", "Lampost.co"),
    Head(f"Bandar Lampung (\nLampost.co\n)\n — {REST}", "Bandar Lampung", "Lampost.co"),
    Head(f"Kotaagung (Lampost.co)–{REST}", "Kotaagung", "Lampost.co"),
    Head(f"Krui (lampost.co)–{REST}", "Krui", "lampost.co"),
    Head(f"LiWA (Lampost.co)--{REST}", "LiWA", "Lampost.co"),
    Head(f"Bandarlampung (ANTARA) - {REST}", "Bandarlampung", "ANTARA"),
    Head(f"Bandarlampung \xa0 (ANTARA) - {REST}", "Bandarlampung", "ANTARA"),
    Head(f"Metro (ANTARA) - {REST}", "Metro", "ANTARA"),
    Head(f"Lampung Selatan (ANTARA) - {REST}", "Lampung Selatan", "ANTARA"),
    Head(f"Sukadana, Lampung Timur (ANTARA) - {REST}", "Sukadana", "ANTARA"),
    Head(f"Bandarlampung (ANTARA Lampung) - {REST}", "Bandarlampung", "ANTARA Lampung"),
    Head(f"Bandarlampung (ANTARA News) - {REST}", "Bandarlampung", "ANTARA News"),
    Head(f"TRIBUNLAMPUNG.CO.ID, METRO - {REST}", "Metro", "TRIBUNLAMPUNG.CO.ID"),
    Head(f"TRIBUNLAMPUNG.CO.ID, Bandar Lampung – {REST}", "Bandar Lampung", "TRIBUNLAMPUNG.CO.ID"),
    Head(f"TRIBUNLAMPUNG.CO.ID , BANDAR LAMPUNG - {REST}", "Bandar Lampung", "TRIBUNLAMPUNG.CO.ID"),
    Head(f"TRIBUNLAMPUNG.CO.ID PESISIR BARAT - {REST}", "Pesisir Barat", "TRIBUNLAMPUNG.CO.ID"),
    Head(f"Tribunlampung.co.id, Bandar\xa0Lampung- {REST}", "Bandar Lampung", "Tribunlampung.co.id"),
    Head(f"TRIBUNLAMPUNG.CO.ID, Semarang - {REST}", "Semarang", "TRIBUNLAMPUNG.CO.ID"),
    Head(f"TRIBUNJATENG.COM - {REST}", None, "TRIBUNJATENG.COM"),
    Head(f"SURYA.CO.ID, JEMBER - {REST}", "Jember", "SURYA.CO.ID"),
    Head(f"BINTAN, TRIBUNBATAM.id - {REST}", "Bintan", "TRIBUNBATAM.id"),
    Head(f"TRIBUN-PAPUA.com,Jayapura- {REST}", "Jayapura", "TRIBUN-PAPUA.com"),
    Head(f"TRIBUN-BALI.COM,- {REST}", None, "TRIBUN-BALI.COM"),
    Head(f"TRIBUNKALTENGE.COM - {REST}", None, "TRIBUNKALTENGE.COM"),
    Head(f"BANGKAPOS.COM -- {REST}", None, "BANGKAPOS.COM"),
    Head(f"WARTAKOTALIVE.COM — {REST}", None, "WARTAKOTALIVE.COM"),
    Head(f"Kupastuntas.co, Metro - {REST}", "Metro", "Kupastuntas.co"),
    Head(f"Kupastuntas.co, Lampung Barat - {REST}", "Lampung Barat", "Kupastuntas.co"),
    Head(f"KBRN, Bandarlampung: {REST}", "Bandarlampung", "KBRN"),
    Head(f"Saibumi.com, Lampung Barat - {REST}", "Lampung Barat", "Saibumi.com"),
    Head(f"Saibumi.com (SMSI Lampung) Way Kanan - {REST}", "Way Kanan", "Saibumi.com"),
    Head(f"RADARLAMPUNG.CO.ID – {REST}", None, "RADARLAMPUNG.CO.ID"),
    Head(f"radarlampung.co.id – {REST}", None, "radarlampung.co.id"),
    Head(f"Radarlambar.com - {REST}", None, "Radarlambar.com"),
    Head(f"KOTABUMI - {REST}", "Kotabumi"),
    Head(f"Bandarlampung (SL)-{REST}", "Bandarlampung", "SL"),
    Head(f"Bandar Lampung, (SL) – {REST}", "Bandar Lampung", "SL"),
    Head(f"Lampung tengah (SL)-{REST}", "Lampung tengah", "SL"),
    Head(f"Bandar Lampung, Sinarlampjng.co – {REST}", "Bandar Lampung", "Sinarlampjng.co"),
    Head(f"TERASLAMPUNG.COM — {REST}", None, "TERASLAMPUNG.COM"),
    Head(f"Berita Bandar Lampung, Jejamo.com – {REST}", "Bandar Lampung", "Jejamo.com"),
    Head(f"Harianmomentum.com--{REST}", None, "Harianmomentum.com"),
    Head(f"Way kanan, lampungvisual.com-{REST}", "Way kanan", "lampungvisual.com"),
    Head(f"KALIANDA, KALIANDANEWS – {REST}", "Kalianda", "KALIANDANEWS", names=("Kaliandanews",)),
    Head(f"BINTANGPOST : {REST}", None, "BINTANGPOST", names=("Bintangpost",)),
    Head(f"BANDARLAMPUNG – {REST}", "Bandarlampung"),
    Head(f"LAMPUNG SELATAN. {REST}", "Lampung Selatan"),
    Head(f"WIRALAGA (12/11/2019) - {REST}", "Wiralaga"),
    Head(f"Tanggamus, Lampung – {REST}", "Tanggamus"),
    Head(f"Pringsewu , Lampung – {REST}", "Pringsewu"),
    Head(f"Lampung – {REST}", "Lampung"),
    Head(f"Tulang Bawang Barat\n - \n{REST}", "Tulang Bawang Barat"),
    Head(f"Jakarta\n-\n{REST}", "Jakarta"),
    Head(f"JAKARTA, KOMPAS.com -{REST}", "Jakarta", "KOMPAS.com"),
    Head(f"JAKARTA, KOMPAS.com – {REST}", "Jakarta", "KOMPAS.com"),
    Head(f"KOMPAS.com- {REST}", None, "KOMPAS.com"),
    Head(f"NEW YORK, KOMPAS.com -{REST}", "New York", "KOMPAS.com"),
    Head(f"Liputan6.com, Jakarta -{REST}", "Jakarta", "Liputan6.com"),
    Head(f"Liputan6.com, Jakarta{REST}", "Jakarta", "Liputan6.com"),
    Head(f"TEMPO.CO,Jakarta- {REST}", "Jakarta", "TEMPO.CO"),
    Head(f"TEMPO.CO, Jakarta - {REST}", "Jakarta", "TEMPO.CO"),
    Head(f"REPUBLIKA.CO.ID, JAKARTA -- {REST}", "Jakarta", "REPUBLIKA.CO.ID"),
    Head(f"REPUBLIKA.CO.ID, JAKARTA – {REST}", "Jakarta", "REPUBLIKA.CO.ID"),
    Head(f"REPUBLIKA.CO.ID,\xa0CIREBON--{REST}", "Cirebon", "REPUBLIKA.CO.ID"),
    Head(f"JAKARTA– {REST}", "Jakarta"),
    Head(f"JAKARTA- {REST}", "Jakarta"),
    Head(f"JAKARTA  - {REST}", "Jakarta"),
    Head(f"OSAKA  - {REST}", "Osaka"),
    Head(f"BATAM, POSMETRO.CO :{REST}", "Batam", "POSMETRO.CO"),
    Head(f"Karimun, posmetro.co: {REST}", "Karimun", "posmetro.co"),
    Head(f"posmetro.co –Jakarta: {REST}", "Jakarta", "posmetro.co"),
    Head(f"POSMETRO MEDAN– {REST}", None, "POSMETRO MEDAN", names=("Posmetro Medan",)),
    Head(f"Posmetro,co.id,INDRAMAYU –{REST}", "Indramayu", "Posmetro,co.id"),
    Head(f"SUMEKS.CO- TANGGAMUS- {REST}", "Tanggamus", "SUMEKS.CO"),
    Head(f"Agrofarm.co.id, Lampung Tengah-{REST}", "Lampung Tengah", "Agrofarm.co.id"),
    Head(f"Jakarta, CNBC Indonesia - {REST}", "Jakarta", "CNBC Indonesia"),
    Head(f"Medialampung.co.id – {REST}", None, "Medialampung.co.id"),
    Head(f"Suara.com - {REST}", None, "Suara.com"),
    Head(f'METRO (Lampungpro.co): "{REST}"', "Metro", "Lampungpro.co", rest=f'"{REST}"'),
    Head(f"DKI JAKARTA, KOMPAS.com - {REST}", "DKI Jakarta", "KOMPAS.com"),
    Head("JAKARTA - Bandung dilanda hujan deras.", "Jakarta", rest="Bandung dilanda hujan deras."),
    Head("Jakarta - Jakarta dilanda hujan deras.", "Jakarta", rest="Jakarta dilanda hujan deras."),
)

NO_DATELINES: Final = tuple(
    Head(text, rest=text, names=LAMPUNGPRO)
    for text in (
        "Petani memanen padi varietas baru di Metro.",
        "Saat dihubungi oleh Lampungpro.co, Bupati membenarkan hal itu.",
        "Lampungpro.co, Selasa pekan lalu, menemui petani itu di sawahnya.",
        "Lampungpro: begitulah nama situs itu.",
        "Lampungpro.co mencatat ada lima kasus serupa.",
        "Kepada Lampungpro.co, Bupati Dewi Lestiani - yang baru dilantik - berjanji hadir.",
        "Dikutip dari SuaraLampung.id (jaringan media Lampungpro.co), harga cabai turun.",
        "Metro TV - stasiun televisi itu menayangkan debat.",
        "PSSI - Federasi sepak bola itu menunjuk pelatih baru.",
        "Jakarta - Bandung kini ditempuh dalam satu jam.",
        "Jakarta-Bandung kini ditempuh dalam satu jam.",
        "Metro-Kotabumi ditempuh dua jam.",
        "Bandar Lampung-Pringsewu kini punya bus cepat.",
        "Kartu Tani - Kartu yang dijanjikan itu belum tiba.",
        "Bupati: Warga harus tetap waspada.",
        "Polisi - Warga bentrok di lapangan.",
        "INFO NASIONAL - Bank itu membuka cabang baru.",
        "INFO BISNIS– Bank itu membuka cabang baru.",
        "ADAsatu angka yang mengejutkan.",
        "Lampung Selatan, kabupaten di ujung pulau, panen raya.",
        "Metro: kota kecil dengan banyak sekolah.",
        "Antara Jakarta - Bandung terdapat dua belas stasiun.",
        "Antara Metro dan Pringsewu hanya ada satu jembatan.",
        "Dewi (27) - begitu ia disapa - menjual keripik.",
        "Wakil Bupati (Wabup) - yang baru dilantik - hadir.",
        "Tol Lampung (JTTS) - Ruas itu dibuka Senin.",
        "Rina Sari, Kompas.com - Saya menulis dari rumah.",
        "Rina Sari - Penulis itu tinggal di Liwa.",
        "Viva-vivaan anak muda Metro meramaikan malam.",
        "Sabtu - Minggu, pasar itu selalu ramai.",
        "Kompas.com dan Tribun - dua media itu - menulis hal sama.",
        "Kunjungi lampungprov.go.id: daftar penerima ada di sana.",
        "Metro. Kota itu kini punya taman baru.",
        "Jakarta, Bandung, dan Surabaya - tiga kota itu - banjir.",
        "KPK - Kejaksaan Agung sepakat berbagi data.",
        "SIDOMULYOO - ",
        "METRO (Lampungpro.co): ",
        "",
        "-",
        ": Petani memanen padi.",
        "(Lampungpro.co): Petani memanen padi.",
    )
)
