"""Ends and heads of articles, labelled by another hand: written before anybody looked at what the rules make of them.

They stand beside `labelled_credits`, in its forms; what they add is layouts that the author of the rules did not think of.
"""

from __future__ import annotations

from typing import Final

from tests.press.labelled_credits import LAST, A, C, Case, E, P, R, S, T, U, W

EKA: Final = "Eka Prasetyani"
WAHYU: Final = "Wahyu Nugraheni"
RUDI: Final = "Rudi Hasan"
SIGER: Final = ("Kabar Siger", "kabarsiger.id")

ENDS: Final = (
    # Press releases and desks: nobody is named.
    Case(f"{LAST} (Rls/Red)"),
    Case(f"{LAST} (rls/red)"),
    Case(f"{LAST} (Red/*)"),
    Case(f"{LAST} (Rilis)"),
    Case(f"{LAST} (Rilis/Red)"),
    Case(f"{LAST} (Tim)"),
    Case(f"{LAST} (TIM/RED)"),
    Case(f"{LAST} (ADV)"),
    Case(f"{LAST} (Adv/Pemkab Tanggamus)"),
    # Pages and agencies of the national papers.
    Case(f"{LAST} (ANT/Z-1)"),
    Case(f"{LAST} (Ant/OL-4)"),
    Case(f"{LAST} (Z-3)"),
    Case(f"{LAST} (H-2)"),
    Case(f"{LAST} (Ant)"),
    Case(f"{LAST} (ant)"),
    Case(f"{LAST} (Antara)"),
    Case(f"{LAST} (jpnn)"),
    Case(f"{LAST} (antara/jpnn)"),
    Case(f"{LAST} (eka/jpnn)", ((W, "eka"),)),
    Case(f"{LAST} (mcr40/jpnn)", ((W, "mcr40"),)),
    Case(f"{LAST} (eka/ant)", ((W, "eka"),)),
    Case(f"{LAST} (ant/eka)", ((W, "eka"),)),
    # Brackets with initials and names.
    Case(f"{LAST} (fik/zal)", ((W, "fik"), (W, "zal"))),
    Case(f"{LAST}(fik/zal)", ((W, "fik"), (W, "zal"))),
    Case(f"{LAST} [ren]", ((W, "ren"),)),
    Case(f"{LAST} [rez/daf]", ((W, "rez"), (W, "daf"))),
    Case(f"{LAST}\n[{EKA}]", ((W, EKA),)),
    Case(f"{LAST} (eka/rud/*)", ((W, "eka"), (W, "rud"))),
    Case(f"{LAST} (***/nia)", ((W, "nia"),)),
    Case(f"{LAST} (Nia/Rls)", ((W, "Nia"),)),
    Case(f"{LAST} (Rls/Nia)", ((W, "Nia"),)),
    Case(f"{LAST} (Sanusi/Tim)", ((W, "Sanusi"),)),
    Case(f"{LAST} (Dian/Kominfo)", ((W, "Dian"),)),
    Case(f"{LAST} (Nia Kurniasih/Red)", ((W, "Nia Kurniasih"),)),
    Case(f"{LAST} ({EKA}/{RUDI})", ((W, EKA), (W, RUDI))),
    Case(f"{LAST} ({EKA} & {RUDI})", ((W, EKA), (W, RUDI))),
    Case(f"{LAST}\n({EKA}, {RUDI})", ((W, EKA), (W, RUDI))),
    Case(f"{LAST} ({EKA}/Kabarsiger.id)", ((W, EKA),), names=SIGER),
    Case(f"{LAST} (Eka P)", ((W, "Eka P"),)),
    Case(f"{LAST}\n[Gambas:Video 20detik]\n(eka/rud)", ((W, "eka"), (W, "rud"))),
    Case('"Kami pulang dengan lega." (eka/rud)', ((W, "eka"), (W, "rud")), '"Kami pulang dengan lega."'),
    # Two roles on one line.
    Case(f"{LAST}\nPenulis: {EKA} | Editor: {WAHYU}", ((W, EKA), (E, WAHYU))),
    Case(f"{LAST}\nReporter : {EKA} / Editor : {WAHYU}", ((R, EKA), (E, WAHYU))),
    Case(f"{LAST}\nReporter: {EKA}, Editor: {WAHYU}", ((R, EKA), (E, WAHYU))),
    Case(f"{LAST}\nPenulis: {EKA}; Editor: {WAHYU}", ((W, EKA), (E, WAHYU))),
    Case(f"{LAST}\nPenulis : {EKA} • Editor : {WAHYU}", ((W, EKA), (E, WAHYU))),
    Case(f"{LAST}\nPenulis: {EKA} – Editor: {WAHYU}", ((W, EKA), (E, WAHYU))),
    Case(f"{LAST}\n(Reporter: Eka, Editor: Wahyu)", ((R, "Eka"), (E, "Wahyu"))),
    Case(f"{LAST}\n[Reporter: {EKA} | Editor: {WAHYU}]", ((R, EKA), (E, WAHYU))),
    Case(f"{LAST}\nReporter: Tim/Editor: {WAHYU}", ((E, WAHYU),)),
    Case(f"{LAST}\nReporter : -\nEditor : {WAHYU}", ((E, WAHYU),)),
    Case(f"{LAST}\nReporter: Yoseph Kelen Editor: Redaksi", ((R, "Yoseph Kelen"), (E, "Redaksi"))),
    Case(
        f"{LAST}\nPewarta: Agus Wirasena Uploader: Satyo Budiono Copyright © ANTARA 2026",
        ((R, "Agus Wirasena"), (U, "Satyo Budiono"), (A, "ANTARA")),
    ),
    # Several people.
    Case(
        f"{LAST}\nPenulis: Lina Marwati, Joko Pramudya, dan Siska Amelinda | Editor: {WAHYU}",
        ((W, "Lina Marwati"), (W, "Joko Pramudya"), (W, "Siska Amelinda"), (E, WAHYU)),
    ),
    Case(f"{LAST}\nPenulis: {EKA} & {RUDI}", ((W, EKA), (W, RUDI))),
    Case(f"{LAST}\nLaporan : {EKA} dan {RUDI}\nEditor : {WAHYU}", ((R, EKA), (R, RUDI), (E, WAHYU))),
    Case(f"{LAST}\nTim Liputan: {EKA}, {RUDI}", ((R, EKA), (R, RUDI))),
    Case(
        f"{LAST}\nPewarta: {EKA}/{RUDI}\nEditor: {WAHYU}\nCopyright © ANTARA 2026",
        ((R, EKA), (R, RUDI), (E, WAHYU), (A, "ANTARA")),
    ),
    # Other labels.
    Case(f"{LAST}\nLaporan: Zainal Muttaqin", ((R, "Zainal Muttaqin"),)),
    Case(f"{LAST}\nPeliput: {EKA}", ((R, EKA),)),
    Case(f"{LAST}\nReportase: {EKA}", ((R, EKA),)),
    Case(f"{LAST}\nNaskah: {EKA}", ((W, EKA),)),
    Case(f"{LAST}\nAuthor: {EKA}", ((W, EKA),)),
    Case(f"{LAST}\nTeks: {EKA}\nFoto: {RUDI}", ((W, EKA), (P, RUDI))),
    Case(f"{LAST}\nPewarta Foto: {RUDI}", ((P, RUDI),)),
    Case(f"{LAST}\nFoto: {RUDI}/Lampung Post", ((P, RUDI),)),
    Case(f"{LAST}\nSumber Foto: Istimewa"),
    Case(f"{LAST}\nAlih Bahasa: Nia Kurniasih", ((T, "Nia Kurniasih"),)),
    Case(f"{LAST}\nRedaktur Pelaksana: {WAHYU}", ((E, WAHYU),)),
    Case(f"{LAST}\nKontributor Lampung: Ridho Maulani", ((C, "Ridho Maulani"),)),
    Case(f"{LAST}\nKontributor: Ridho Maulani, Way Kanan", ((C, "Ridho Maulani"),)),
    Case(f"{LAST}\nSumber : Humas Pemkab Tanggamus", ((S, "Humas Pemkab Tanggamus"),)),
    Case(
        f"{LAST}\nPewarta: {EKA}\nPenerjemah: Nia Kurniasih\nEditor: {WAHYU}\nHak Cipta © ANTARA 2026",
        ((R, EKA), (T, "Nia Kurniasih"), (E, WAHYU), (A, "ANTARA")),
    ),
    # Spacing, marks and slips.
    Case(f"{LAST}\nReporter : {EKA}\nEditor    : {WAHYU}", ((R, EKA), (E, WAHYU))),
    Case(f"{LAST}\nReporter\t: {EKA}", ((R, EKA),)),
    Case(f"{LAST}\nEditor; {WAHYU}", ((E, WAHYU),)),
    Case(f"{LAST}\n*Reporter: {EKA}*", ((R, EKA),)),
    Case(f"{LAST}\nPenulis: {EKA}*\nEditor: {WAHYU}", ((W, EKA), (E, WAHYU))),
    Case(f"{LAST}\nEditor: {WAHYU}***", ((E, WAHYU),)),
    Case(f"{LAST}\nEditor: {WAHYU}.", ((E, WAHYU),)),
    Case(f"{LAST}\n- Editor: {WAHYU}", ((E, WAHYU),)),
    Case(f"{LAST}\nPENULIS: EKA PRASETYANI\nEDITOR: WAHYU NUGRAHENI", ((W, "EKA PRASETYANI"), (E, "WAHYU NUGRAHENI"))),
    # What a person is, behind the name.
    Case(f"{LAST}\nEditor: {WAHYU} (Magang)", ((E, WAHYU),)),
    Case(f"{LAST}\nReporter: {EKA} (MG-02) | Editor: {WAHYU}", ((R, EKA), (E, WAHYU))),
    Case(f"{LAST}\nPenulis: {EKA}/Magang", ((W, EKA),)),
    Case(f"{LAST}\nPenulis: {EKA} (Kontributor)", ((W, EKA),)),
    Case(f"{LAST}\nPewarta : Sanusi (Way Kanan)", ((R, "Sanusi"),)),
    Case(f"{LAST}\nPenulis: {EKA}, Mahasiswa Ilmu Komunikasi FISIP Universitas Lampung", ((W, EKA),)),
    # Degrees, and names of many peoples.
    Case(f"{LAST}\nPenulis: Dr. Ir. H. Suprapto Wijoyo, M.Si.", ((W, "Dr. Ir. H. Suprapto Wijoyo, M.Si"),)),
    Case(f"{LAST}\nPenulis: H. Mustofa Kamaludin, S.H., M.H.", ((W, "H. Mustofa Kamaludin, S.H., M.H"),)),
    Case(
        f"{LAST}\nPenulis: Prof. Dr. Hj. Nurhayati Salim, M.Sc., Ph.D.",
        ((W, "Prof. Dr. Hj. Nurhayati Salim, M.Sc., Ph.D"),),
    ),
    Case(f"{LAST}\nEditor: {WAHYU}, S.Pd.", ((E, f"{WAHYU}, S.Pd"),)),
    Case(f"{LAST}\nPenulis: apt. Yunita Rahmi, S.Farm.", ((W, "apt. Yunita Rahmi, S.Farm"),)),
    Case(f"{LAST}\nEditor: {WAHYU}, S.I.Kom", ((E, f"{WAHYU}, S.I.Kom"),)),
    Case(f"{LAST}\nPenulis: {EKA}, S.Pd., {RUDI}, M.Pd.", ((W, f"{EKA}, S.Pd"), (W, f"{RUDI}, M.Pd"))),
    Case(f"{LAST}\nPenulis: I Gusti Ngurah Wiryana", ((W, "I Gusti Ngurah Wiryana"),)),
    Case(f"{LAST}\nPenulis: I Made Suarda | Editor: I Wayan Artika", ((W, "I Made Suarda"), (E, "I Wayan Artika"))),
    Case(f"{LAST}\nReporter: Siti Nur'aini\nEditor: Ma'ruf Al-Amini", ((R, "Siti Nur'aini"), (E, "Ma'ruf Al-Amini"))),
    Case(f"{LAST}\nPewarta: Lasma br. Sinagara", ((R, "Lasma br. Sinagara"),)),
    # What a page puts behind its credits.
    Case(f"{LAST}\nPenulis: {EKA}\nEditor: {WAHYU}\nIkuti berita terbaru kami di Google News", ((W, EKA), (E, WAHYU))),
    Case(f"{LAST}\nReporter: {EKA}\nBaca juga: Panen Raya di Kotabumi", ((R, EKA),)),
    Case(
        f"{LAST}\nPewarta: {EKA}\nEditor: {WAHYU}\nCopyright © ANTARA 2026\nDilarang keras mengambil konten di situs"
        " ini tanpa izin tertulis dari Kantor Berita ANTARA.",
        ((R, EKA), (E, WAHYU), (A, "ANTARA")),
    ),
)

HEADS: Final = (
    Case(f"Reporter: {EKA} | Editor: {WAHYU}", ((R, EKA), (E, WAHYU)), ""),
    Case(f"Oleh: {EKA}*", ((W, EKA),), ""),
    Case(f"Oleh : {EKA} *)", ((W, EKA),), ""),
    Case("Oleh: Dr. Ahmad Rifa'i, M.Pd.", ((W, "Dr. Ahmad Rifa'i, M.Pd"),), ""),
    Case(f"Oleh: {EKA} dan {RUDI}", ((W, EKA), (W, RUDI)), ""),
    Case("OLEH: EKA PRASETYANI", ((W, "EKA PRASETYANI"),), ""),
    Case(f"Laporan Wartawan Tribun Lampung, {EKA}", ((R, EKA),), ""),
    Case(f"Laporan Wartawan Tribunlampung.co.id {EKA}", ((R, EKA),), ""),
    Case(f"Laporan Jurnalis Tribunlampung.co.id, {EKA}", ((R, EKA),), ""),
    Case(f"Laporan Kontributor Tribun Lampung, {EKA}", ((C, EKA),), ""),
)

PROSE_ENDS: Final = tuple(
    Case(text, (), text)
    for text in (
        # Brackets of prose.
        "Hasilnya diumumkan panitia, Sabtu (28/11/2026).",
        "Hasilnya diumumkan panitia, kata dia (28/11/2026)",
        "Hasilnya diumumkan panitia Jumat (27/11/26).",
        "Ia belum menyerahkan laporan harta kekayaan penyelenggara negara (LHKPN).",
        "Listrik dipulihkan Perusahaan Listrik Negara (PLN)",
        "Jembatan itu dibangun PT Sinar Padi (Persero)",
        "Saham itu milik PT Sinar Padi Tbk (SPDI).",
        "Pengamanan melibatkan aparat (TNI/Polri)",
        "Pengamanan melibatkan aparat gabungan (TNI-Polri).",
        "Seleksi dibuka bagi pegawai (PNS/PPPK)",
        "Lomba itu untuk pelajar (SMA/SMK).",
        "Kecepatan angin diukur tiap jam (km/jam)",
        "Ia berdiri di antara dua bupati (tengah).",
        "Ia menerima piala dari wali kota (kedua dari kiri)",
        "Korban bernama Mawar (bukan nama sebenarnya)",
        "Korban bernama Mawar. (bukan nama sebenarnya)",
        "Ia dibesarkan oleh kakeknya, Marwan (alm)",
        "Ia dibesarkan oleh kakeknya, Marwan (almarhum).",
        "Anggarannya ditambah tahun ini (Rp1,2 miliar).",
        '"Saya lega." (tertawa)',
        '"Itu urusan mereka (warga)."',
        "Semoga amal ibadahnya diterima. (Aamiin)",
        "Menuntut ilmu itu wajib. (HR Ibnu Majah)",
        "Puasa diwajibkan atas orang beriman. (QS Al-Baqarah: 183)",
        "Berbahagialah orang yang membawa damai. (Matius 5:9)",
        "Tuan rumah menang lewat gol bunuh diri. (2-1)",
        "Tuan rumah menang tipis. (Babak Kedua)",
        "Laga berikutnya lebih berat. (Grup B)",
        "Keduanya lahir di desa itu (Ani dan Budi)",
        "Tiket dijual di loket dan secara daring (online).",
        "Semua pihak diminta menahan diri (pro/kontra)",
        # Lines that look like labels and are not.
        "Editor: VS Code, Vim, atau Emacs",
        "Editor: Vim\nSistem operasi: Linux\nBahasa: Python",
        "Penulis buku itu, Rudi Hasan, tinggal di Kotabumi.",
        "Penulis: Rudi Hasan adalah nama pena.",
        "Editor film: Rudi Hasan memenangi penghargaan itu",
        "Sutradara: Rudi Hasan",
        "Judul: Sungai yang Diam\nPenulis: Lala Timuria\nPenerbit: Pustaka Siger\nTebal: 210 halaman",
        "Sutradara: Joko Anwara\nPenulis naskah: Lala Timuria\nProduser: Sari Moko",
        "*) Penulis adalah dosen Universitas Lampung.",
        "Penulis adalah pemerhati pertanian, tinggal di Metro.",
        "Editor: dibutuhkan segera, dua orang.",
        "Reporter: 3 orang",
        "Reporter cilik: Nadia dan Farel ikut lomba",
        "Laporan Khusus",
        "Laporan BPS: inflasi Lampung terkendali",
        "Laporan: jalan rusak di empat kecamatan",
        "Foto: Presiden tiba di Lampung",
        "Foto lainnya: panen raya",
        "Sumber dana: APBD Lampung 2026",
        "Kontributor utama inflasi: cabai rawit",
        "Pewarta itu bernama Rudi Hasan.",
        "Rep: 12 kali tiap set",
        "Wartawan: Kapan jembatan itu selesai?\nBupati: Tahun depan.",
        "Tanya: Siapa penulisnya?\nJawab: Bukan saya.",
        "Oleh Pemerintah Kota Metro",
        "Oleh-oleh: kemplang dan keripik pisang",
        "Editor: Sebuah Catatan",
        "Kata editor: cukup.",
        "Sumber: dokumen pengadilan yang dilihat kantor berita itu",
    )
)

PROSE_HEADS: Final = tuple(
    Case(text, (), text)
    for text in (
        "Oleh warga, jalan itu ditutup.",
        "Oleh Pengadilan Negeri Tanjungkarang, terdakwa divonis lima tahun.",
        "Penulis: begitulah cita-citanya sejak kecil.",
        "Reporter televisi itu menangis.",
        "Laporan Polisi Nomor 12 Diterima",
        "Laporan Warga Ditindaklanjuti",
        "Editor Video Banyak Dicari",
        "Fotografer Alam Berbagi Ilmu",
        "Oleh Karena Hujan",
        "Laporan: Kemiskinan di Lampung Turun",
        "Sumber Air Mengering",
    )
)
