"""Page furniture: what stands between an article's paragraphs and behind them without belonging to it.

Only whole lines go; a sentence that merely begins like furniture stays.
"""

from __future__ import annotations

import re
from typing import Final

LINE_LIMIT: Final = 260
"""Characters of the longest line that can be furniture; longer ones are paragraphs."""

_TITLES: Final = r"""
    [>»•*\-–—\s]{0,5} [(\[]? \s* (?:baca|simak|lihat|tonton|saksikan)
      \s+(?:juga|pula|selengkapnya|lainnya|berita\s+selengkapnya) \s* : .*
  # Without `juga` a title begins as titles do, and has no full stop.
  | [(\[]? \s* (?:baca|simak|lihat|tonton|saksikan) \s* : \s* (?: (?! .*\.\s*$ ) (?-i:[A-Z"“'‘0-9]) .* )?
  | (?:baca|simak|lihat|tonton)\s+juga \b (?! \s+ (?:di|dan|bahwa|bagaimana)\b | .*\.\s*$ ) .{0,200}
  | baca\s+(?:selengkapnya|berita\s+lainnya|artikel\s+(?:lainnya|selengkapnya)) .{0,160}
  | baca\s+berita\s+ (?! .*\.\s*$ ) .{1,40} \s+lainnya (?:\s+di\s .{1,60})?
  | rekomendasi\s+(?:berita|artikel)
  | silakan\s+baca\s+(?:berita|artikel|konten)\s+(?:menarik\s+)?lainnya .{0,160}
  | pilihan\s+editor\s*:\s*.{1,200}
  | •\s*(?:video|baca|foto)\b .{0,200}
  | [(\[]? (?:simak|lihat|tonton|saksikan)\s+(?:juga\s+)?(?:video|live)\b [^.!?:'"“‘]{0,40} [:'"“‘] .{0,200}
  | simak\s+(?:berita|informasi)\s+(?:selengkapnya|(?:menarik\s+|terbaru\s+)?lainnya) .{0,120}
  | (?:berita|artikel|video|foto)\s+(?:terkait|lainnya|populer|terpopuler|pilihan|rekomendasi)
    (?: \s+(?:editor|redaksi) | \s*:\s*(?-i:[A-Z"“'‘0-9]).{1,200} )?
  | (?:artikel|berita)\s+(?:selanjutnya|berikutnya|sebelumnya)
  | (?:halaman\s+)?(?:selanjutnya|berikutnya) \s*:\s* (?! .*\.\s*$ ) (?-i:[A-Z"“'‘]) .*
  | pilihan\s+(?:editor|redaksi) | rekomendasi\s+untuk\s+(?:anda|kamu) | terpopuler | terkait
  | related\s+(?:posts?|articles?|news) | you\s+may\s+also\s+like
"""
"""The titles of other articles, and what stands over them."""

_CALLS: Final = r"""
    (?:ikuti|follow)\s+(?:kami (?: $ | \s+(?:di|juga|lewat|melalui|pada)\b )
      | saluran|channel|whatsapp|wa|google|update|instagram|facebook|twitter|tiktok|youtube|telegram|akun
      | berita\b .{0,60} (?:kami|google|whatsapp|telegram|channel|saluran|klik)\b ) .{0,200}
  | (?:cek|dapatkan|temukan)\s+(?:berita|update|artikel) .{0,90} (?:google\s+news|whatsapp|telegram) .{0,80}
  | untuk\s+mengikuti,?\s+sila(?:h)?kan\s+klik .{0,60}
  | dapatkan\s+update\s+berita .{0,160}
  | simak\s+(?:breaking\s+news|berita\s+(?:terbaru|terkini|pilihan))\b .{0,200}
  | (?:yuk\s+|mari\s+)?(?:ber)?gabung\s+(?:di|ke|dengan|bersama)\s+(?:saluran|grup|kanal|channel)\b .{0,160}
  | (?:(?:selengkapnya|klik|baca|berita)\s+){1,4}(?:di\s*sini)
  | klik\s+untuk\s+(?:berbagi|membagikan|mencetak|mengirim) .{0,100}
  | (?:bagikan|share|suka|tweet|berbagi|print|cetak|copy\s+link|salin\s+tautan|sebarkan)
    (?:[\s/]+(?:ini|berita|artikel|this|ke|suka|tweet|share))* \s* :?
  | (?:(?:facebook|twitter|x|whatsapp|telegram|line|pinterest|linkedin|instagram|email|threads|copy\s+link)[\s,|/]*){2,8}
  | (?:like\s+this|sukai\s+ini) \s* :? | print\s+friendly .{0,20}
  | lihat\s+(?:foto|semua|komentar) | pasang\s+iklan (?:\s+di\s*sini)?
  | (?:\#\w{2,40}[\s,]*){1,12}
"""
"""Calls to follow, join, share; tags with a hash."""

_PAGE: Final = r"""
    [-–—*\s]{0,4} advertisement [-–—*\s]{0,4} (?: scroll .* )?
  | [-–—*\s]{0,4} (?:iklan|sponsored|promoted) [-–—*\s]{0,4}
  | geser\s+ke\s+atas | lanjut\s+ke\s+sebelah\.*
  | scroll\s+(?:ke\s+bawah|to\s+(?:resume|continue)|untuk\s+(?:lanjut|melanjutkan)) .*
  | gulir\s+(?:ke\s+bawah|untuk) .* | lanjut(?:kan)?\s+membaca\b .{0,20} di\s+bawah .{0,20}
  | \[gambas:[^\]]*\]
  | [-–—]\s*foto\s*[:.]?\s*(?:ist(?:imewa)?|dok[^\-–—]{0,40})\s*[-–—]
  | dilarang\s+(?:keras\s+)?(?:mengambil|mengutip|menyalin|memperbanyak|menggandakan|menyebarluaskan)
    \s+ [^.]{0,80}? (?:konten|berita|artikel|tulisan|materi|isi)\b .{0,120} \b i[zj]in\b
    .{0,40} \b(?:redaksi|penerbit|kantor\s+berita|[\w\-]+\.(?:com|co|id|net)) .{0,40}
  | (?:seluruh\s+)?isi\s+(?:artikel|tulisan|opini)\s+ini\s+ (?:sepenuhnya\s+)?(?:menjadi|merupakan)\s+tanggung\s*jawab
    \s+(?:pribadi\s+)?penulis .{0,80}
  | (?:copyright\s*)? (?:©|\(c\)) \s* (?:19|20)\d{2}\b .{0,100}
  | (?:baca\s+)?halaman\s+(?:selanjutnya|berikutnya|sebelumnya|\d+(?:\s*/\s*\d+)?)
  | (?:(?:halaman|laman|pages?)\s*:?\s+)? \d{1,2} (?:\s+\d{1,2}){1,10} (?:\s+(?:selanjutnya|berikutnya|next|semua))?
  | (?:(?:halaman|laman|pages?)\s*:?\s+)? \d{1,2} (?:\s+\d{1,2}){0,10} \s+ (?:selanjutnya|berikutnya|next)
  | \d{1,6}(?:[.,]\d{1,3}){0,2}\s?(?:k|rb|x)?\s+(?:kali\s+dilihat|dilihat|views?|dibaca)
  | (?:post\s+views?|views?|dilihat|dibaca)\s*:\s*[\d.,]{1,12}\s*(?:kali|x)? | visited\s+\d+\s+times? .{0,40}
  | (?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad) ,? \s+ \d{1,2} \s+ \w{3,9} \s+ \d{4} [\s·|,\-]+
    \d{1,6} \s+ (?:views?|kali\s+dilihat|dibaca) .{0,80}
  | (?:tayang|terbit|diterbitkan|dipublikasikan|diperbarui|published|(?:last\s+)?updated)\s*:?\s*
    (?:pada\s+)? (?:\w{4,6},?\s+)? \d{1,2}[\s/\-.]\w{1,9}[\s/\-.]\d{4} [\s\d:.,|\-–]{0,14} (?:wib|wita|wit)?
  | (?:selanjutnya|(?:next|previous|prev)(?:\s+page)?|loading\.*|memuat\s?(?:\.{2,3}|…)|komentar|\[email\ protected\])
"""
"""Marks of the page itself: advertisements, pagers, counts, notices."""

_FURNITURE: Final = re.compile(rf"(?ix) (?: {_TITLES} | {_CALLS} | {_PAGE} ) \s* [.!)\]]*")

_SAID: Final = re.compile(
    r",[”\"’']?\s+(?:kata|ujar|ucap|tutur|jelas|pesan|imbuh|tegas|papar|sebut|ungkap|terang|tandas|pinta)(?:nya)?\b.*\.\s*$",
    re.DOTALL,
)
"""Somebody said it, in a sentence: `Ikuti kami ke sawah, kata petani itu.`"""

_ENDS: Final = re.compile(
    r"""(?ix)
    (?: (?:berikan|tinggalkan|tulis|kirim)\s+(?:balasan|komentar|tanggapan)
        (?: \s+ (?:anda|kamu|pertama|di\s*sini|batalkan|balasan|untuk\s.{1,120}) ){0,4} \s* :?
      | leave\s+a\s+(?:reply|comment) .{0,40}
      | (?:tags?|kata\s+kunci) \s* : .{0,240} | tags? | topik \s* : \s* \#.{0,240}
      | (?:artikel|berita)\s+ini\s+(?:telah|sudah)\s+(?:tayang|naik)\s+di .{0,240}
      | (?:artikel|berita)\s+ini\s+(?:telah|sudah|pernah)\s+(?:tayang|terbit|dimuat|dipublikasikan)\s+(?:di|pada)\s+
        (?: .{0,120} dengan\s+judul .{0,200} | [\w\-]+\.(?:co\.id|com|co|id|net)\b .{0,120} )
      | komentar \s* (?:\(\d+\)|:) | \d+\s+komentar | navigasi\s+pos | bagikan\s+ini\s*: .{0,120}
      | the\s+post\s+.{1,200}\s+(?:appeared\s+first\s+on|first\s+appeared\s+on)\s+.{1,80}
    ) \s* [.!]*
    """
)

_COMMENTS: Final = re.compile(r"(?i)(?:berikan|tinggalkan|tulis|kirim|leave|komentar|\d+\s+komentar)\b.*", re.DOTALL)
_TAGS: Final = re.compile(r"(?i)(?:tags?|kata\s+kunci|topik)\s*(?::.*)?", re.DOTALL)
_INLINE: Final = re.compile(r"\s*\[Gambas:[^\]\n]{0,80}\]", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a whole line is page furniture: `Baca juga: ...`, `ADVERTISEMENT`, `[Gambas:Video 20detik]`."""
    text = line.replace("\xa0", " ").strip()
    return not text or (
        len(text) <= LINE_LIMIT and _FURNITURE.fullmatch(text) is not None and _SAID.search(text) is None
    )


def ends_body(line: str) -> bool:
    """Whether nothing behind this line belongs to the article: `Berikan Komentar`, `Tags:`, `Artikel ini telah tayang`."""
    text = line.replace("\xa0", " ").strip()
    return bool(text) and len(text) <= LINE_LIMIT and _ENDS.fullmatch(text) is not None


def inline_furniture(text: str) -> list[tuple[int, int]]:
    """Where furniture stands inside a paragraph: from and to, in characters."""
    return [match.span() for match in _INLINE.finditer(text)] if "[" in text else []


def opens_comments(line: str) -> bool:
    """Whether a line that ends the body opens the readers' comments, where nobody's credit is to be believed."""
    return _COMMENTS.fullmatch(line.strip()) is not None


def opens_tags(line: str) -> bool:
    """Whether a line that ends the body holds or heads the article's tags."""
    return _TAGS.fullmatch(line.strip()) is not None
