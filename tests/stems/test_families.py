"""Word families of the news: whoever looks for one of a family finds the others, and no stranger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lampungtui.stems import derived, folded_words, roots

FAMILIES = """
aman mengamankan pengamanan keamanan diamankan teraman amankan
bangun pembangunan membangun dibangun bangunan terbangun pembangun
didik pendidikan mendidik pendidik dididik
jalan perjalanan berjalan menjalankan dijalankan jalanan pejalan
tani petani pertanian bertani
sekolah bersekolah disekolahkan
pilih pemilihan pemilih memilih dipilih terpilih pilihan
perintah pemerintah pemerintahan memerintahkan diperintahkan
tangkap penangkapan menangkap ditangkap tertangkap tangkapan
bunuh pembunuhan membunuh dibunuh pembunuh terbunuh
curi pencurian mencuri dicuri pencuri curian
korupsi mengorupsi dikorupsi
tanam penanaman menanam ditanam tanaman menanami
pasar pemasaran memasarkan dipasarkan
jual penjualan menjual dijual penjual terjual jualan
beli pembelian membeli dibeli pembeli
bantu bantuan membantu dibantu pembantu perbantuan
latih pelatihan melatih pelatih dilatih latihan berlatih
layan pelayanan melayani dilayani pelayan layanan
lapor laporan melaporkan dilaporkan pelapor pelaporan
periksa pemeriksaan memeriksa diperiksa pemeriksa
putus putusan memutuskan diputuskan keputusan terputus
sidang persidangan bersidang menyidangkan disidangkan
tuntut tuntutan menuntut dituntut penuntut
bakar kebakaran membakar dibakar terbakar pembakaran
banjir kebanjiran membanjiri
celaka kecelakaan mencelakai
selamat keselamatan menyelamatkan penyelamatan diselamatkan
sehat kesehatan menyehatkan penyehatan
sakit penyakit kesakitan menyakiti
rumah perumahan dirumahkan
ajar pelajar pelajaran mengajar pengajar belajar pembelajaran diajarkan
kerja pekerja pekerjaan bekerja mengerjakan dikerjakan
usaha pengusaha perusahaan berusaha mengusahakan
dagang pedagang perdagangan berdagang dagangan
anggar anggaran menganggarkan dianggarkan penganggaran
bayar pembayaran membayar dibayar terbayar
naik kenaikan menaikkan dinaikkan dinaiki
turun penurunan menurunkan diturunkan keturunan
tambah penambahan menambah ditambah tambahan bertambah
kurang pengurangan mengurangi dikurangi kekurangan berkurang
hilang kehilangan menghilang dihilangkan penghilangan
temu pertemuan bertemu menemukan ditemukan penemuan temuan ketemu
rapat merapat rapatkan
pimpin pemimpin memimpin dipimpin pimpinan kepemimpinan
lantik pelantikan melantik dilantik
resmi meresmikan diresmikan peresmian
buka pembukaan membuka dibuka terbuka
tutup penutupan menutup ditutup tertutup
mulai dimulai memulai
serah penyerahan menyerahkan diserahkan
terima penerimaan menerima diterima penerima
kirim pengiriman mengirim dikirim kiriman pengirim
salur penyaluran menyalurkan disalurkan saluran penyalur
bagi pembagian membagikan dibagikan bagian berbagi
cegah pencegahan mencegah dicegah
tindak penindakan menindak ditindak tindakan bertindak
awas pengawasan mengawasi diawasi pengawas
duga dugaan menduga diduga
sangka tersangka persangkaan menyangka disangka
dakwa terdakwa dakwaan mendakwa didakwa
tewas menewaskan
luka terluka melukai dilukai
rusak kerusakan merusak dirusak perusakan
bencana kebencanaan
tanggap penanggapan tanggapan menanggapi ditanggapi
sampai menyampaikan disampaikan penyampaian
kata mengatakan dikatakan perkataan
ungkap mengungkap mengungkapkan diungkap pengungkapan
sita penyitaan menyita disita sitaan
nyata pernyataan menyatakan dinyatakan kenyataan
wisata wisatawan berwisata
kopi perkopian
kebun perkebunan berkebun
laut kelautan melaut
ikan perikanan
listrik kelistrikan
uang keuangan
ekonomi perekonomian
kampanye berkampanye mengampanyekan
calon pencalonan mencalonkan dicalonkan
suara bersuara menyuarakan
daftar pendaftaran mendaftar terdaftar didaftarkan
menang kemenangan memenangkan pemenang
main pemain permainan bermain dimainkan
tanding pertandingan bertanding
juara kejuaraan menjuarai
cetak mencetak pencetak dicetak
"""

STRANGERS = """
emas kemasan
masuk pasukan
awas kawasan
masalah masa
sekolah seko
makan pakan
perintah intah
periksa iksa
polisi polis
bupati bupat
terima rima
berita rita
merah rah
segera gera
tol nol
awan kawan
asal kasal
kata katak
alam malam
umur kumur
metro petro
"""


def kindred(one: str, other: str) -> bool:
    """Whether a search for one word finds the other."""
    return bool(set(roots(one)) & set(roots(other)))


@pytest.mark.parametrize("family", [line.split() for line in FAMILIES.split("\n") if line], ids=lambda words: words[0])
def test_one_of_a_family_finds_the_others(family: list[str]) -> None:
    root, *others = family
    assert [word for word in others if not kindred(root, word)] == []


@pytest.mark.parametrize("pair", [line.split() for line in STRANGERS.split("\n") if line], ids=lambda words: words[0])
def test_strangers_stay_strangers(pair: list[str]) -> None:
    assert not kindred(*pair)


def test_words_are_compared_without_case_and_accents() -> None:
    assert folded_words("Kafé PENGAMANAN, anak-anak; KPU.") == ["kafe", "pengamanan", "anak", "anak", "kpu"]


def test_what_is_derived_is_told_once_with_its_root() -> None:
    assert set(derived(["Polisi Mengamankan pasar", "mengamankan PENANAMAN"])) == {
        "aman mengamankan",
        "tanam penanaman",
    }


@given(st.text(max_size=30))
def test_any_word_has_a_root(word: str) -> None:
    for each in folded_words(word):
        assert all(roots(each))


@given(st.text(alphabet="abdegikmnprstuy", min_size=1, max_size=40))
def test_a_word_of_nothing_but_affixes_has_one_too(word: str) -> None:
    assert 1 <= len(roots(word)) <= 12
