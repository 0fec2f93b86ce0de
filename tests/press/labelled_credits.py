"""Ends and heads of articles, labelled by hand: who is credited, and which words stay.

The forms (labels, punctuation, brackets, glued fields) are those of real outlets; the people and sentences are made up.
In every case the article's own paragraphs stand before an end and behind a head.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lampungtui.model import Role

E, W, R, C = Role.EDITOR, Role.WRITER, Role.REPORTER, Role.CONTRIBUTOR
T, P, U, S, A = Role.TRANSLATOR, Role.PHOTOGRAPHER, Role.UPLOADER, Role.SOURCE, Role.AGENCY

Named = tuple[tuple[Role, str], ...]

LAST: Final = "Warga pulang dengan tertib pada sore hari."
"""A last sentence of ours."""


@dataclass(frozen=True, slots=True)
class Case:
    """A piece of text, the credits in it, and what stays of it as text; `names` are how the outlet calls itself."""

    text: str
    credits: Named = ()
    kept: str = LAST
    names: tuple[str, ...] = ()


ENDS: Final = (
    # Labels on lines of their own.
    Case(f"{LAST} (***)\nEditor : Febi Ariyani", ((E, "Febi Ariyani"),)),
    Case(f"{LAST} (***)\n\nEditor :\xa0Febi Ariyani", ((E, "Febi Ariyani"),)),
    Case(f"{LAST}\nEDITOR : Rahmat", ((E, "Rahmat"),)),
    Case(f"{LAST}\nEDITOR: Rahmat Sudibyo", ((E, "Rahmat Sudibyo"),)),
    Case(f"{LAST}\nEditor: Oka Budi Wirawan", ((E, "Oka Budi Wirawan"),)),
    Case(f"{LAST}\nEditor:Ali Amri", ((E, "Ali Amri"),)),
    Case(f"{LAST}\nEditor\xa0: Nuh'man Al-Hakim", ((E, "Nuh'man Al-Hakim"),)),
    Case(f"{LAST}\nRedaktur: Sinta Dewanti", ((E, "Sinta Dewanti"),)),
    Case(f"{LAST}\nPenyunting : M. Yusuf", ((E, "M. Yusuf"),)),
    Case(f"{LAST}\nPenulis: Arbi Salim", ((W, "Arbi Salim"),)),
    Case(f"{LAST}\nReporter : hana mustika", ((R, "hana mustika"),)),
    Case(f"{LAST}\nWartawan: Dedi Kurnia", ((R, "Dedi Kurnia"),)),
    Case(f"{LAST}\nJurnalis : Ratih Ayu", ((R, "Ratih Ayu"),)),
    Case(f"{LAST}\nKontributor: Lalu Wirajaya", ((C, "Lalu Wirajaya"),)),
    Case(f"{LAST}\nPenerjemah: Juwita Rahma", ((T, "Juwita Rahma"),)),
    Case(f"{LAST}\nFotografer: Bagas Setiawan", ((P, "Bagas Setiawan"),)),
    Case(f"{LAST}\nUploader: Naufal Hadi", ((U, "Naufal Hadi"),)),
    Case(f"{LAST}\nRep: Mawar Indah\nRed: Sekar Puspita", ((R, "Mawar Indah"), (E, "Sekar Puspita"))),
    Case(f"{LAST}\nEditor: Dr. Bambang Wiyono, S.Sos.", ((E, "Dr. Bambang Wiyono, S.Sos"),)),
    Case(f"{LAST}\nEditor: Redaksi", ((E, "Redaksi"),)),
    Case(f"{LAST}\nPenulis: Admin", ()),
    Case(f"{LAST}\nPenulis: Advertorial Tribun Lampung | Editor: Adv", ()),
    Case(f"{LAST}\nSumber: Oto.com", ((S, "Oto.com"),)),
    Case(f"{LAST}\nsumber : Antara", ((S, "Antara"),)),
    Case(f"{LAST}\nsumber : Antara Foto", ((S, "Antara Foto"),)),
    Case(f"{LAST}\nSUMBER: Military Watch Magazine", ((S, "Military Watch Magazine"),)),
    Case(f"{LAST}\nSumber Berita : Diskominfo Pesawaran", ((S, "Diskominfo Pesawaran"),)),
    Case(f"{LAST}\nSumber:"),
    Case(f"{LAST}\nEditor : -"),
    Case(f"{LAST}\nReporter/Editor: Rina Sari", ((R, "Rina Sari"), (E, "Rina Sari"))),
    Case(f"{LAST}\nPenulis: Kontributor Lampung"),
    Case(f"{LAST}\nPenulis: Tim Redaksi"),
    Case(f"{LAST}\nEditor: Hari Utama", ((E, "Hari Utama"),)),
    Case(f"{LAST}\nFoto: Bagas Setiawan", ((P, "Bagas Setiawan"),)),
    Case(f"{LAST}\nFoto: Dok. DANA"),
    Case(f"{LAST}\nFoto: Istimewa"),
    Case(f"{LAST}\nFoto:ist/bintangpost."),
    Case(f"{LAST} (Antaralampung/ho)"),
    Case(f"{LAST}\nEditor : red"),
    Case(f"{LAST}\nReporter : rls"),
    Case(f"{LAST}\nPenulis: Rina Sari, mahasiswa Universitas Lampung", ((W, "Rina Sari"),)),
    Case(f"{LAST}\nPenulis: Rina Sari (Dosen Unila)", ((W, "Rina Sari"),)),
    Case(f"{LAST}\nReporter: Rina Sari | Editor: -", ((R, "Rina Sari"),)),
    Case(f"{LAST}\nTeks dan Foto: Rina Sari", ((W, "Rina Sari"), (P, "Rina Sari"))),
    Case(f"{LAST} (CNN/ugo)", ((W, "ugo"),)),
    Case(f"{LAST} (mg1)"),
    # Two labels on one line: with a bar, with none, glued.
    Case(f"{LAST}\nPenulis: hana mustika | Editor: Danu Tri Hartono", ((W, "hana mustika"), (E, "Danu Tri Hartono"))),
    Case(f"{LAST}\nPenulis: Yoga Wahyu Editor: Reni Fitria", ((W, "Yoga Wahyu"), (E, "Reni Fitria"))),
    Case(f"{LAST}\nReporter: MelatiEditor: Oka Budiman", ((R, "Melati"), (E, "Oka Budiman"))),
    Case(f"{LAST}\nSumber: RampaiEditor: Oka Budiman", ((S, "Rampai"), (E, "Oka Budiman"))),
    Case(
        f"{LAST}\nsumber: diskominfo Tebing Tinggieditor: syahputra",
        ((S, "diskominfo Tebing Tinggi"), (E, "syahputra")),
    ),
    Case(f"{LAST}\nPenulis: Arif Firdaus I Editor: Tria Sulis", ((W, "Arif Firdaus"), (E, "Tria Sulis"))),
    Case(
        f"{LAST}\n(Penulis: Arif Firdaus, Yohana Uly | Editor: Tria Sulis, Erlan Jumena)",
        ((W, "Arif Firdaus"), (W, "Yohana Uly"), (E, "Tria Sulis"), (E, "Erlan Jumena")),
    ),
    Case(f"{LAST}\n(Reporter: Santi Dwi Ayu | Editor: Faiq Hidayah)", ((R, "Santi Dwi Ayu"), (E, "Faiq Hidayah"))),
    Case(f"{LAST} (Reporter: Santi Dwi Ayu | Editor: Faiq Hidayah)", ((R, "Santi Dwi Ayu"), (E, "Faiq Hidayah"))),
    Case(f"{LAST}\nPenulis: Rina Sari dan Tono Hadi", ((W, "Rina Sari"), (W, "Tono Hadi"))),
    Case(f"{LAST}\nPenulis: Nugra Purbaya/Madrasah Diniyah Miftahul Ulum 1 Cikupa", ((W, "Nugra Purbaya"),)),
    Case(f"{LAST}\nPewarta : Anton Supriyono | Liputan SBM", ((R, "Anton Supriyono"),)),
    Case(f"{LAST}\nPenulis: (Andra Folta)\n859 kali dilihat", ((W, "Andra Folta"),)),
    # A line break lost between the last sentence and the credits.
    Case(f"{LAST} (***) Editor : Febi Ariyani", ((E, "Febi Ariyani"),)),
    Case(f"{LAST}Editor: Oka Budiman", ((E, "Oka Budiman"),)),
    Case(f"{LAST} Penulis: Rina Sari | Editor: Tono Hadi", ((W, "Rina Sari"), (E, "Tono Hadi"))),
    # Label and name on two lines.
    Case(f"{LAST}\nEDITOR\nSri Agustin\nTAGS", ((E, "Sri Agustin"),)),
    Case(f"{LAST}\nEditor:\nSri Agustin", ((E, "Sri Agustin"),)),
    Case(f"{LAST}\nPENULIS\nRina Sari\nEDITOR\nSri Agustin\nKOMENTAR", ((W, "Rina Sari"), (E, "Sri Agustin"))),
    # ANTARA's three lines.
    Case(
        f"{LAST}\nPewarta : Rutih Intan Kanaya\nEditor : Triyono Subagja\nCOPYRIGHT © ANTARA 2021",
        ((R, "Rutih Intan Kanaya"), (E, "Triyono Subagja"), (A, "ANTARA")),
    ),
    Case(
        f"{LAST}\nPewarta :\xa0Laila Safitri\nEditor:\xa0Hendri Agus\nCOPYRIGHT ©\xa0ANTARA\xa02020",
        ((R, "Laila Safitri"), (E, "Hendri Agus"), (A, "ANTARA")),
    ),
    Case(
        f"{LAST}\nPewarta : Muhsin\nEditor: Editor Papua\nCOPYRIGHT Â© ANTARA 2020",
        ((R, "Muhsin"), (E, "Editor Papua"), (A, "ANTARA")),
    ),
    Case(
        f"{LAST}\nPewarta: Putri Indah SavitraEditor: Agus Salman Copyright © ANTARA 2026",
        ((R, "Putri Indah Savitra"), (E, "Agus Salman"), (A, "ANTARA")),
    ),
    Case(
        f"{LAST}\nPewarta : Rutih Intan Editor: Faisal COPYRIGHT © ANTARA 2026",
        ((R, "Rutih Intan"), (E, "Faisal"), (A, "ANTARA")),
    ),
    Case(
        f"{LAST}\nPewarta: Dian Hadi\nUploader: Naufal Hadi\nCopyright (c) ANTARA 2025",
        ((R, "Dian Hadi"), (U, "Naufal Hadi"), (A, "ANTARA")),
    ),
    # Another outlet's site is where an article was taken from; the outlet's own is nothing new.
    Case(f"{LAST} (lampost.co)", ((S, "lampost.co"),), names=("Kabar Siger", "kabarsiger.id")),
    Case(f"{LAST} (lampost.co)", names=("Lampost.co", "Lampung Post")),
    Case(f"{LAST} (Lampungpro.com)", names=("Lampungpro.co",)),
    Case(f"{LAST} (lampost.co)"),
    Case(f"{LAST} (dtk)"),
    Case(f"{LAST} (okz)"),
    Case(f"{LAST} (tbn)"),
    # Brackets with an outlet and a name.
    Case(f"{LAST}\n(Tribunlampung.co.id/Bayu Sapta)", ((W, "Bayu Sapta"),)),
    Case(f"{LAST} (Tribunlampung.co.id/Bayu Sapta)", ((W, "Bayu Sapta"),)),
    Case(f"{LAST}\n( Tribunlampung.co.id / Dominikus Desta Barus )", ((W, "Dominikus Desta Barus"),)),
    Case(f"{LAST}\n(TRIBUNLAMPUNG.CO.ID/Fajar Ihwan Sidik)", ((W, "Fajar Ihwan Sidik"),)),
    Case(f"{LAST}\n(Tribunlammpung.co.id / Bayu Sapta)", ((W, "Bayu Sapta"),)),
    Case(
        "Kasus itu ditangani Polres Lampung Utara (Lampura).(Tribunlampung.co.id/Bayu Sapta)",
        ((W, "Bayu Sapta"),),
        "Kasus itu ditangani Polres Lampung Utara (Lampura).",
    ),
    Case(f"{LAST} (dedik/ tribunlampung)", ((W, "dedik"),)),
    Case(f"{LAST}\n( TRIBUNLAMPUNG.CO.ID / TRIBUNNEWS.COM )"),
    Case(f"{LAST} (kompas.tv/ bangkapos.com)"),
    Case(f"{LAST}\n(Rilis/Bangkapos.com/Rizki Irianda Palevi).", ((W, "Rizki Irianda Palevi"),)),
    Case(f"{LAST} (CR29/Tribun-Medan.com)"),
    Case(f"{LAST} (*/tyo-tribun-medan.com)", ((W, "tyo"),)),
    Case(
        f"{LAST} (Kontributor Tribunjabar Kabupaten Cianjur, Fauzan Noviandi) (Sumber TribunJabar)",
        ((C, "Fauzan Noviandi"), (S, "TribunJabar")),
    ),
    # Initials, and names with initials.
    Case(f"{LAST} (dai/dai)", ((W, "dai"),)),
    Case(f"{LAST}\n(csb/csb)", ((W, "csb"),)),
    Case(f"{LAST} (rgr/din)", ((W, "rgr"), (W, "din"))),
    Case(f"{LAST} (ahs/nu2)", ((W, "ahs"), (W, "nu2"))),
    Case(f"{LAST} (ehl/rnn/wdi)", ((W, "ehl"), (W, "rnn"), (W, "wdi"))),
    Case(f"{LAST} (yan/d1n/mlo)", ((W, "yan"), (W, "d1n"), (W, "mlo"))),
    Case(f"{LAST} (dis/ugo)  [Gambas:Video CNN]", ((W, "dis"), (W, "ugo"))),
    Case(f"{LAST} (AP/evn) [Gambas:Video CNN]", ((W, "evn"),)),
    Case(f"{LAST} (kha)", ((W, "kha"),)),
    Case(f"{LAST} (sto)", ((W, "sto"),)),
    Case(f"{LAST}\n(@sindonews) (wbs)", ((W, "wbs"),)),
    Case(f"{LAST} (@sindonews) (sto)", ((W, "sto"),)),
    Case(f"{LAST} (rnd)", ((W, "rnd"),)),
    # detik's tag words follow its initials with no label.
    Case(f"{LAST} (riar/lua)\nharga gabah\npetani\nlampung tengah", ((W, "riar"), (W, "lua"))),
    Case(f"{LAST} (dai/dai)\nMetro", ((W, "dai"),)),
    Case(f"{LAST} (dai/dai)\nHarga gabah tetap.", (), f"{LAST} (dai/dai)\nHarga gabah tetap."),
    Case(f"{LAST} (ded/mlo)", ((W, "ded"), (W, "mlo"))),
    Case(f"{LAST} (r1n/mlo)", ((W, "r1n"), (W, "mlo"))),
    Case(f"{LAST} (sam/san)", ((W, "sam"), (W, "san"))),
    Case(f"{LAST}\n(aln)", ((W, "aln"),)),
    Case(f"{LAST} (iwn).", ((W, "iwn"),)),
    Case(f"{LAST} (Anggi/mad)", ((W, "Anggi"), (W, "mad"))),
    Case(f"{LAST} (Pip/kyd)", ((W, "Pip"), (W, "kyd"))),
    Case(f"{LAST} (nopri/lusiana)", ((W, "nopri"), (W, "lusiana"))),
    Case(f"{LAST} (gung-aap)", ((W, "gung"), (W, "aap"))),
    Case(f"{LAST} (*/Ria)", ((W, "Ria"),)),
    Case(f"{LAST} (*/hbb)", ((W, "hbb"),)),
    Case(f"{LAST} (nt/*)", ((W, "nt"),)),
    Case(f"{LAST} (Red/ Heni)", ((W, "Heni"),)),
    Case(f"{LAST} (Lim^red1)", ((W, "Lim"),)),
    Case(f"{LAST} (ADV/ARIK)", ((W, "ARIK"),)),
    # Names alone in a bracket behind the last sentence.
    Case(f"{LAST} (Fitri Iskandar)", ((W, "Fitri Iskandar"),)),
    Case(f"{LAST} (Arif Setyadi )", ((W, "Arif Setyadi"),)),
    Case(f"{LAST} (Asrul)\nTags: padi, panen", ((W, "Asrul"),)),
    Case(f"{LAST} (Salda Andalas)\nTags:\npadi", ((W, "Salda Andalas"),)),
    Case(f"{LAST} (rinto arif)\nTags: padi", ((W, "rinto arif"),)),
    Case(f"{LAST} (lusiana)\nTags: padi", ((W, "lusiana"),)),
    Case('"Kami bersyukur," kata Bupati. (Fitri Iskandar)', ((W, "Fitri Iskandar"),), '"Kami bersyukur," kata Bupati.'),
    # `Laporan` at the end, contributions.
    Case(f"{LAST}\nLaporan Widyanti, wartawan jejamo.com, Portal Berita Lampung Terbaru", ((R, "Widyanti"),)),
    Case(
        f"{LAST}\nRani Wijayanti berkontribusi dalam penulisan artikel ini.",
        ((C, "Rani Wijayanti"),),
    ),
    Case(
        f"{LAST}\nRani Wijayanti berkontribusi dalam penulisan artikel ini.\nDewi Pratiwi",
        ((C, "Rani Wijayanti"), (W, "Dewi Pratiwi")),
    ),
    Case(f"{LAST}\n-Foto ist-"),
    Case(f"{LAST}\nEditor - Rina Sari, Penulis - Tono Hadi", ((E, "Rina Sari"), (W, "Tono Hadi"))),
    Case(
        f"{LAST}\nArtikel ini telah tayang di Kabarsiger.id dengan judul Panen\nPenulis: Rina Sari | Editor: Tono Hadi",
        ((W, "Rina Sari"), (E, "Tono Hadi")),
    ),
    # End marks and house words, which name nobody and go.
    Case(f"{LAST} (***)"),
    Case(f"{LAST} (*)"),
    Case(f"{LAST} ( *)"),
    Case(f"{LAST}**"),
    Case(f"{LAST}***"),
    Case(f"{LAST}\n***"),
    Case(f"{LAST} (PRO1)"),
    Case(f"{LAST} (Rls)"),
    Case(f"{LAST} (rls)"),
    Case(f"{LAST} (red)"),
    Case(f"{LAST} (adv)"),
    Case(f"{LAST} (advertorial)"),
    Case(f"{LAST} (bbs)"),
    Case(f"{LAST} (*/E88)"),
    Case(f"{LAST} (E-2)\nEditor : Heriyadi", ((E, "Heriyadi"),)),
)

HEADS: Final = (
    Case("Penulis: hana mustika | Editor: Danu Tri Hartono", ((W, "hana mustika"), (E, "Danu Tri Hartono")), ""),
    Case(
        "Penulis: ikhlas dwi nur satria | Editor: Romi Rinanda", ((W, "ikhlas dwi nur satria"), (E, "Romi Rinanda")), ""
    ),
    Case("Penulis: Nanda Yustisia Ramadhan | Editor: taryana", ((W, "Nanda Yustisia Ramadhan"), (E, "taryana")), ""),
    Case("Laporan Reporter Tribun Lampung Hana Mustika", ((R, "Hana Mustika"),), ""),
    Case("Laporan Wartawan TribunSolo.com, Zahran Muhana", ((R, "Zahran Muhana"),), ""),
    Case("Laporan wartawan TribunJakarta.com Yusuf Bahtera", ((R, "Yusuf Bahtera"),), ""),
    Case("Laporan Reporter POS-KUPANG.COM, Dion Rebong", ((R, "Dion Rebong"),), ""),
    Case("Laporan Sarah Masrani | Banda\xa0Aceh", ((R, "Sarah Masrani"),), ""),
    Case("Laporan Saiful Bahrun I Lhokseumawe", ((R, "Saiful Bahrun"),), ""),
    Case("Oleh: Gamal Sidik,", ((W, "Gamal Sidik"),), ""),
    Case("Oleh Emerson Yuntara", ((W, "Emerson Yuntara"),), ""),
    Case("Oleh: Gamal Sidik, Dosen FISIP Unila", ((W, "Gamal Sidik"),), ""),
    Case("Oleh Tim Redaksi", (), ""),
    Case("Oleh Sulardo", ((W, "Sulardo"),), ""),
    Case("Oleh : Prof. Dr. Marsudi", ((W, "Prof. Dr. Marsudi"),), ""),
)

PROSE_ENDS: Final = tuple(
    Case(text, (), text)
    for text in (
        # Dates, explanations, acronyms: half of all closing brackets are prose.
        "Kegiatan itu digelar di lapangan desa, Rabu (18/6/2025).",
        "Kegiatan itu digelar di lapangan desa pada Rabu (18/6/2025)",
        "Acara dibuka Bupati, Senin (9/6).",
        "Bantuan disalurkan kepada keluarga penerima manfaat (KPM).",
        "Bantuan disalurkan kepada keluarga penerima manfaat (KPM)",
        "Pemerintah membangun Ibu Kota Nusantara (IKN)",
        "Laba tumbuh 12 persen secara tahunan (YTD)",
        "Dana itu dikelola lembaga investasi (Sovereign Wealth Fund/SWF).",
        "Dana itu dikelola lembaga investasi (Sovereign Wealth Fund/SWF)",
        "Pasien menjalani pemindaian (PET/CT)",
        "Armada baru melayani rute itu (KD/KMP)",
        "Data dirinci menurut wilayah (negara/kota)",
        "Data dirinci menurut wilayah (negara/kota).",
        "Ikuti kabar kami di akun (@kompas.lifestyle)",
        "Timnya naik ke papan atas (Liga Inggris)",
        "Ia pemain terbaik musim ini (Liga Inggris).",
        "Lomba diikuti siswa sekolah dasar (SD).",
        "Ia menyerahkan sertifikat kepada petani (simbolis)",
        "Rapat dipimpin sekretaris daerah (Sekda) Ahmad Sofyan (kanan)",
        "Perahu itu dinamai menurut istri juragan (Siti Aminah)",
        "Wakil Bupati (Wabup) hadir bersama istri (Dewi Lestiani).",
        "Warga memilih dua calon (Budi dan Ani).",
        "Tarifnya naik dua kali lipat (lihat tabel).",
        "Harga gabah naik Rp500 (7,5 persen).",
        "Kapal berangkat pukul 08.00 (WIB).",
        "Lokasinya di Way Kanan (Lampung).",
        "Cerita ini bersambung. (Bersambung)",
        "Cerita ini rampung sudah. (Tamat)",
        "Kejadian itu terekam kamera. (Lampung Selatan)",
        "Skor akhir pertandingan itu imbang. (Liga Inggris)",
        "Jadwal berikutnya diumumkan besok. (Senin)",
        "Inflasi tahunan melambat. (18/6/2025)",
        "Ia menutup pidatonya dengan pantun. (Tepuk tangan)",
        "Para hadirin tertawa. (tertawa)",
        'Ia menjalankan program "Satu Desa Satu Lumbung" (asli)',
        'Warga menyebutnya "lumbung" (dia/kami)',
        "Dua klub berbagi stadion. (Persib/Persija)",
        "Kurs ditutup menguat. (USD/IDR)",
        "Yang hadir boleh berdua. (suami/istri)",
        "Cerita ini dimuat tiga kali. (Bagian Pertama)",
        "Kebersihan sebagian dari iman. (HR Muslim)",
        "Hanya Tuhan yang tahu. (Wallahu Alam)",
        "Lereng itu gundul. (Gunung Rajabasa)",
        "Catatan ini bukan dari penulis. (ed)",
        "Foto: Suasana Panen Raya",
        "Foto: Warga memanen",
        "Oleh Lampung",
        # Sentences that begin like labels.
        "Oleh karena itu, warga diminta tetap waspada.",
        "Oleh Karena Itu",
        "Oleh sebab itu warga bergotong royong",
        "Laporan tersebut diterima polisi pada malam hari.",
        "Laporan wartawan kami menyebutkan jalan itu rusak sejak lama.",
        "Laporan keuangan desa dipajang di balai",
        "Foto tersebut diambil warga dari atas jembatan.",
        "Foto: warga memanen padi di sawah tadah hujan yang luas",
        "Sumber terdekat menyebut harga akan turun.",
        "Sumber: seorang warga yang tidak mau disebutkan namanya.",
        "Sumber air: sumur bor di belakang balai desa",
        "Editor senior itu pensiun tahun depan.",
        "Penulis buku itu lahir di Liwa.",
        "Tiga lowongan dibuka. Editor: dua orang, penulis: satu orang.",
        "Lowongan itu dibuka untuk editor: Ani Lestari pun mendaftar.",
        "Ia bertanya. Wartawan: Bagaimana tanggapan Bapak?",
        "Penulis: sebuah pekerjaan yang sunyi",
        "Reporter itu lalu bertanya kepada bupati.",
        "Wartawan: Bagaimana tanggapan Bapak soal harga gabah?",
        "Kontributor terbesar pertumbuhan adalah pertanian.",
        "Redaktur pelaksana akan menjelaskan hal itu besok.",
        "Penasihat: Haji Marwan",
        "Pengurus Harian: Siti Aminah, Budi Hartono",
        "Ketua : Sutrisno",
        "Pewarta warga diajak ikut mengawasi pemilu.",
        "Selanjutnya petugas memeriksa saksi.",
        "Copyright lagu itu milik penciptanya sejak 2010 lalu.",
        "Hak cipta atas motif tapis didaftarkan tahun 2021.",
        # Names and numbers alone say nothing about a role.
        "ADI SUSANTA",
        "ASRORI",
        "Laporan ini disusun bersama warga. (SIS)",
        "Angkanya turun tahun ini. (DPS)",
        "Ikuti kabar kami di akun (@sindonews)",
        "Warga menyebut dua nama: Rani dan Dewi.\nDewi Pratiwi",
        "Dewi Pratiwi",
        "Bandar Lampung",
        "Terima kasih, Lampung!",
        "2 * 3 = 6",
        "Rating film itu ***",
    )
)

PROSE_HEADS: Final = tuple(
    Case(text, (), text)
    for text in (
        "Oleh karena itu, warga diminta waspada.",
        "Oleh-oleh khas Lampung makin diminati.",
        "Laporan Bank Dunia menyebut ekonomi tumbuh.",
        "Laporan Keuangan Pemerintah Daerah 2025",
        "Penulis muda Lampung menerbitkan novel.",
        "Sumber api diduga dari kompor di dapur.",
        "Editor foto itu memotret gerhana.",
        "Wartawan Senior Berbagi Kisah",
        "Foto Bersama Bupati",
    )
)
