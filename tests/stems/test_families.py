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
tulis menulis penulis ditulis tulisan tertulis penulisan menuliskan
tuduh menuduh dituduh tuduhan tertuduh
siar menyiarkan disiarkan siaran penyiar penyiaran
sebar menyebar menyebarkan tersebar disebarkan penyebaran penyebar
sebut menyebut disebut sebutan menyebutkan disebutkan
sewa menyewa disewa penyewa menyewakan persewaan
pukul memukul dipukul pukulan pemukulan pemukul
pakai memakai dipakai pakaian pemakai pemakaian terpakai
pasang memasang dipasang pasangan pemasangan terpasang
potong memotong dipotong potongan pemotongan
panggil memanggil dipanggil panggilan pemanggilan
paksa memaksa dipaksa paksaan pemaksaan terpaksa
tembak menembak ditembak tembakan penembakan tertembak
tolak menolak ditolak penolakan
tuju tujuan dituju
kubur menguburkan dikuburkan kuburan penguburan
kuasa menguasai dikuasai penguasa kekuasaan
kejar mengejar dikejar pengejaran kejaran
kelola mengelola dikelola pengelola pengelolaan
kunjung mengunjungi dikunjungi kunjungan pengunjung berkunjung
hadir menghadiri dihadiri kehadiran menghadirkan
harap berharap diharapkan harapan mengharapkan
hukum menghukum dihukum hukuman terhukum penghukuman
gelar menggelar digelar gelaran pergelaran
gusur menggusur digusur penggusuran tergusur
gugat menggugat digugat gugatan penggugat tergugat
guna menggunakan digunakan pengguna kegunaan penggunaan berguna
gempa kegempaan
rampok merampok dirampok perampok perampokan
rawat merawat dirawat perawat perawatan
rencana merencanakan direncanakan perencanaan terencana
rekam merekam direkam rekaman perekaman terekam
lari berlari melarikan pelari pelarian
lepas melepas dilepas terlepas melepaskan pelepasan
lestari melestarikan dilestarikan pelestarian kelestarian
lindung melindungi dilindungi pelindung perlindungan
ubah mengubah diubah perubahan berubah pengubahan
undang mengundang diundang undangan
ukur mengukur diukur ukuran pengukuran terukur
urus mengurus diurus pengurus urusan pengurusan kepengurusan
olah mengolah diolah pengolahan olahan
angkat mengangkat diangkat pengangkatan angkatan terangkat
angkut mengangkut diangkut angkutan pengangkutan
adil keadilan pengadilan mengadili diadili peradilan
edar mengedarkan diedarkan pengedar peredaran beredar
cat mengecat pengecatan
bom mengebom pengeboman
sah mengesahkan disahkan pengesahan
minum meminum diminum minuman peminum
makan memakan dimakan makanan pemakan termakan
mohon memohon dimohon pemohon permohonan
nikah menikah dinikahkan pernikahan menikahi
nilai menilai dinilai penilaian penilai
nyanyi menyanyi penyanyi nyanyian dinyanyikan
wajib mewajibkan diwajibkan kewajiban
waris mewariskan diwariskan warisan pewaris
yakin meyakini diyakini keyakinan meyakinkan
vonis divonis memvonis
proses diproses memproses pemrosesan
program pemrograman diprogramkan
sukses menyukseskan kesuksesan
prediksi memprediksi diprediksi
produksi memproduksi diproduksi
kritik mengkritik dikritik
transfer mentransfer ditransfer
suap menyuap disuap penyuapan penyuap
kaya kekayaan memperkaya diperkaya
baik perbaikan memperbaiki diperbaiki kebaikan terbaik
panjang perpanjangan memperpanjang diperpanjang
ingat memperingati peringatan mengingatkan diperingati ingatan
oleh memperoleh diperoleh perolehan
juang berjuang perjuangan pejuang memperjuangkan
bicara berbicara pembicara pembicaraan membicarakan
ikut mengikuti diikuti pengikut
ada mengadakan diadakan pengadaan keberadaan berada
satu bersatu persatuan kesatuan menyatukan penyatuan
sama bersama kesamaan persamaan menyamakan
menteri kementerian
camat kecamatan
lurah kelurahan
wakil mewakili perwakilan diwakili
mahasiswa kemahasiswaan
sawah persawahan
hutan kehutanan perhutanan
tambak petambak pertambakan
ternak peternak peternakan beternak
guru keguruan perguruan
demo berdemo didemo pendemo
dukung mendukung didukung dukungan pendukung
desak mendesak didesak desakan terdesak
dorong mendorong didorong dorongan
polisi polisinya kepolisian
siapa siapakah siapapun
anggaran anggarannya
desa sedesa pedesaan
kabupaten sekabupaten
provinsi seprovinsi
jumlah sejumlah berjumlah
himpun himpunan penghimpunan menghimpun dihimpun
gizi pergizian
miskin kemiskinan pemiskinan
bebas membebaskan dibebaskan pembebasan kebebasan terbebas
tahan menahan ditahan tahanan penahanan bertahan ketahanan pertahanan
tipu menipu ditipu penipu penipuan tertipu
peras memeras diperas pemerasan pemeras
cabul mencabuli dicabuli pencabulan
aniaya menganiaya dianiaya penganiayaan
evakuasi mengevakuasi dievakuasi pengevakuasian
identifikasi mengidentifikasi diidentifikasi teridentifikasi
sosialisasi menyosialisasikan disosialisasikan
investasi berinvestasi menginvestasikan
bahas membahas dibahas pembahasan bahasan
sepakat menyepakati disepakati kesepakatan bersepakat
setuju menyetujui disetujui persetujuan
teliti meneliti diteliti penelitian peneliti
tinjau meninjau ditinjau peninjauan tinjauan
tilang menilang ditilang penilangan
serang menyerang diserang serangan penyerangan terserang
selidik menyelidiki diselidiki penyelidikan penyelidik
sidik menyidik penyidik penyidikan disidik
sembelih menyembelih disembelih penyembelihan
kembang mengembangkan dikembangkan pengembangan berkembang perkembangan
kendara mengendarai dikendarai pengendara kendaraan berkendara
kena mengenai dikenai dikenakan mengenakan terkena
kerah mengerahkan dikerahkan pengerahan
kutip mengutip dikutip kutipan pengutipan
jabat menjabat pejabat jabatan penjabat
tugas bertugas petugas penugasan menugaskan ditugaskan
bisnis pebisnis berbisnis
judi berjudi penjudi perjudian
rusuh kerusuhan perusuh
ricuh kericuhan
padam pemadaman dipadamkan memadamkan padamkan pemadam
gelap penggelapan menggelapkan digelapkan kegelapan
palsu pemalsuan memalsukan dipalsukan pemalsu
selundup penyelundupan menyelundupkan diselundupkan penyelundup
timbun penimbunan menimbun ditimbun timbunan penimbun
oplos pengoplosan dioplos mengoplos oplosan pengoplos
kawin mengawini perkawinan dikawinkan
hamil kehamilan menghamili dihamili
lahir kelahiran melahirkan dilahirkan terlahir
mati kematian mematikan dimatikan
hidup kehidupan menghidupkan penghidupan dihidupkan
tinggal meninggal peninggalan ditinggalkan
jatuh menjatuhkan dijatuhkan kejatuhan terjatuh
hanyut menghanyutkan dihanyutkan terhanyut
tenggelam menenggelamkan ditenggelamkan
tabrak menabrak ditabrak tabrakan penabrak tertabrak
seberang menyeberang penyeberangan diseberangkan penyeberang
layar berlayar pelayaran
terbit menerbitkan diterbitkan penerbitan penerbit
renang berenang perenang
racun keracunan meracuni beracun
rasa merasa perasaan merasakan dirasakan terasa
taruh bertaruh taruhan mempertaruhkan menaruh
hias menghias dihias hiasan perhiasan penghias
ekspor mengekspor diekspor pengekspor
impor mengimpor diimpor
subsidi bersubsidi disubsidi menyubsidi
vaksin memvaksin divaksin
tarik menarik ditarik penarikan tarikan tertarik
tanda menandai ditandai tertanda penanda
nama bernama menamai dinamai penamaan ternama
nasihat menasihati dinasihati penasihat
pesan memesan dipesan pesanan pemesanan pemesan
pelihara memelihara dipelihara pemeliharaan peliharaan
perang berperang memerangi diperangi peperangan
percaya mempercayai dipercaya kepercayaan memercayai
pengaruh memengaruhi dipengaruhi berpengaruh mempengaruhi terpengaruh
perlu memerlukan diperlukan keperluan
punya mempunyai dipunyai kepunyaan
kaji mengkaji dikaji kajian pengkajian
kait terkait mengaitkan dikaitkan berkaitan kaitan
kurung mengurung dikurung kurungan terkurung
khusus mengkhususkan dikhususkan kekhususan
khawatir mengkhawatirkan dikhawatirkan kekhawatiran
syukur bersyukur mensyukuri syukuran
syarat mensyaratkan disyaratkan persyaratan bersyarat
stabil menstabilkan distabilkan kestabilan
survei menyurvei disurvei
tetap menetapkan ditetapkan penetapan ketetapan
tingkat meningkat meningkatkan ditingkatkan peningkatan tingkatan
utama mengutamakan terutama diutamakan
pasti ketidakpastian kepastian memastikan dipastikan
puas ketidakpuasan memuaskan kepuasan
kering kekeringan pengeringan mengering mengeringkan
protes memprotes diprotes memrotes
keras kekerasan mengeras pengerasan
kecil mengecil pengecilan kekecilan
keluar mengeluarkan dikeluarkan pengeluaran keluaran
kerucut mengerucut
kebut mengebut kebutan
kemas mengemas dikemas kemasan pengemasan
kemudi mengemudi pengemudi dikemudikan
kenal mengenal dikenal pengenalan kenalan terkenal memperkenalkan
kelompok mengelompokkan pengelompokan dikelompokkan
larang melarang dilarang larangan pelarangan terlarang
lelang melelang dilelang pelelangan
rilis merilis dirilis
razia merazia dirazia
amuk mengamuk amukan diamuk
gempur menggempur digempur gempuran penggempuran
ringkus meringkus diringkus peringkusan
bekuk membekuk dibekuk pembekukan
ciduk menciduk diciduk penciduk
gerebek menggerebek digerebek penggerebekan
gagal menggagalkan digagalkan kegagalan penggagalan
sabar bersabar kesabaran penyabar
salat disalatkan menyalatkan
makam dimakamkan pemakaman memakamkan
haji berhaji
qurban berqurban
korban mengorbankan dikorbankan pengorbanan berkorban
bupati bupatinya
gratis menggratiskan digratiskan
rehabilitasi merehabilitasi direhabilitasi
relokasi merelokasi direlokasi
mutasi memutasi dimutasi
promosi mempromosikan dipromosikan
operasi beroperasi mengoperasikan dioperasikan pengoperasian
gotong menggotong digotong
musyawarah bermusyawarah
beras perberasan
air pengairan mengairi perairan diairi
api perapian
minyak perminyakan
tambang menambang ditambang penambang penambangan pertambangan
gali menggali digali penggalian galian penggali
keruk mengeruk dikeruk pengerukan
timah pertimahan
saudara bersaudara persaudaraan
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
pelanggan langgar
berkelahi lahi
kemiri miri
seruit ruit
kerapu rapu
bermalam alam
semalam alam
beruang uang
menteri teri
perempuan empu
kebakaran akar
beras ras
pertama tama
keluarga luarga
kereta reta
sekarang karang
kelapa lapa
kepala pala
kemarin marin
peluru luru
pengaruh aruh
menara nara
merdeka deka
sejarah jarah
selatan latan
semangat mangat
senjata jata
sepeda peda
dingin ingin
direktur rektur
hakim hak
taman tama
tangan tanga
pesan pes
bukan buka
papan papa
peta petani
sekolah olah
sekolah kolah
masalah salah
masalah alah
selamat lamat
terbang bang
berkas kas
berani ani
bekas kas
bendera dera
pesawat sawat
perang rang
perahu rahu
penjara jara
melayu layu
merpati pati
mentega tega
mentari tari
kerbau bau
kertas tas
kemeja meja
sebab bab
divisi visi
sembako bako
dinamika namika
istana ista
makam akam
pemilu milu
pertamina tamina
kepiting piting
sekretaris kretaris
pelabuhan buhan
pasien pasi
ikhlas las
akuntan akunta
korban korba
bantuan tuan
seluruh luruh
sementara tara
sementara mentara
meskipun meski
belakang lakang
kelapa apa
perusahaan rusa
kendaraan dara
jembatan batan
kecamatan amat
kemerdekaan erdeka
seragam gam
serikat ikat
peristiwa tiwa
terminal minal
teroris oris
berlian lian
tersangka angka
pengantin antin
penyanyi anyi
penduduk uduk
pemandu mandu
sekian kian
rakyat yat
malaikat ikat
bencana cana
kebaya baya
kelelawar lawar
serambi rambi
dermaga maga
berantas antas
perunggu unggu
merokok kokok
perdana dana
percuma cuma
perkara kara
perkosa kosa
sekutu kutu
sendiri diri
seberang berang
kelabu labu
terapi api
terasi rasi
dewan dewa
rawan rawa
jalan jala
makan maka
pekan peka
sesal sal
keping ping
kelola lola
petak tak
delapan lapa
saksi sak
hewan hewa
medan meda
ramadan rama
penanggalan panggal
kering ring
kekeringan ringan
sarapan sarap
bahkan bah
tanya tan
hanya han
lampu lam
ilmu ilm
buku bu
jamu jam
keramaian rama
perumahan umah
kehutanan utan
pertanian anian
semester mester
berapa rapa
terbatas bata
tersangka sang
pelantikan antik
melantik antik
penanaman enam
menanam enam
memakai akai
pemakaman makan
makam makan
penderita derit
bermain ermain
menikam ikam
penikaman ikan
pengikatan ikan
pengukuran kuku
pengurus kurus
mengurus kurus
mengarang arang
pengakuan kaku
mengaku kaku
pengakuan akun
mengikuti kuti
pengusiran kusir
pengantar kantar
mengambil kambil
penasihat asih
menyala nyal
penyuapan uap
menyapu apu
pemasangan asang
pemilik ilik
pemilihan ilih
memilih ilih
pemerasan beras
pemerasan eras
pemecatan cat
pemecatan ecat
pencabulan bulan
pembangunan bangau
kebijakan jakan
bersama ersama
terlambat lamb
sepaham ham
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
