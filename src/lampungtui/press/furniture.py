"""Page furniture: what stands between an article's paragraphs and behind them without belonging to it.

Only whole lines go; a sentence that merely begins like furniture stays.
"""

from __future__ import annotations

import re
from typing import Final

LINE_LIMIT: Final = 260
"""Characters of the longest line that can be furniture; longer ones are paragraphs."""

_FURNITURE: Final = re.compile(
    r"""(?ix)
    (?: (?:\(|\[)? \s* (?:baca|simak|lihat|tonton|saksikan) (?:\s+(?:juga|pula|selengkapnya|lainnya))? \s* : .*
      | (?:baca|simak|lihat|tonton)\s+juga \b (?! \s+ (?:di|dan|bahwa)\b | .*\.\s*$ ) .{0,200}
      | baca\s+(?:selengkapnya|berita\s+lainnya|artikel\s+(?:lainnya|selengkapnya)) .{0,160}
      | silakan\s+baca\s+(?:berita|artikel|konten)\s+(?:menarik\s+)?lainnya .{0,160}
      | pilihan\s+editor\s*:\s*.{1,200}
      | •\s*(?:video|baca|foto)\b .{0,200}
      | (?:simak|lihat|tonton|saksikan)\s+(?:juga\s+)?(?:video|live)\b [^.!?:'"“‘]{0,40} [:'"“‘] .{0,200}
      | simak\s+(?:berita|informasi)\s+(?:selengkapnya|(?:menarik\s+|terbaru\s+)?lainnya) .{0,120}
      | advertisement (?: \s+ scroll .* )?
      | (?:iklan|sponsored|promoted|pilihan\s+editor|geser\s+ke\s+atas|lanjut\s+ke\s+sebelah\.*)
      | scroll\s+(?:ke\s+bawah|to\s+(?:resume|continue)) .*
      | gulir\s+(?:ke\s+bawah|untuk) .*
      | \[gambas:[^\]]*\]
      | [-–—]\s*foto\s*[:.]?\s*(?:ist(?:imewa)?|dok[^\-–—]{0,40})\s*[-–—]
      | (?:ikuti|follow)\s+(?:kami|saluran|channel|whatsapp|wa|berita|update|google) .{0,200}
      | (?:cek|dapatkan|temukan)\s+(?:berita|update|artikel) .{0,60} (?:google\s+news|whatsapp|telegram) .{0,80}
      | (?:bagikan|share|suka|tweet|berbagi|print|cetak|copy\s+link|salin\s+tautan)
        (?:[\s/]+(?:ini|berita|artikel|this|ke|suka|tweet|share))* \s* :?
      | dilarang\s+(?:keras\s+)?(?:mengambil|mengutip|menyalin|memperbanyak|menggandakan|menyebarluaskan)
        \s+ [^.]{0,80}? (?:konten|berita|artikel|tulisan|foto|materi|isi)\b .{0,140} \b i[zj]in \b .{0,80}
      | halaman\s+(?:selanjutnya|berikutnya|sebelumnya|\d+(?:\s*/\s*\d+)?)
      | (?:halaman\s*:?\s+)? \d{1,2} (?:\s+\d{1,2}){1,10} (?:\s+(?:selanjutnya|berikutnya|next|semua))?
      | (?:halaman\s*:?\s+)? \d{1,2} (?:\s+\d{1,2}){0,10} \s+ (?:selanjutnya|berikutnya|next)
      | \d{1,6}(?:[.,]\d{1,3}){0,2}\s?(?:k|rb)?\s+(?:kali\s+dilihat|views?|dibaca)
      | (?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad) ,? \s+ \d{1,2} \s+ \w{3,9} \s+ \d{4} [\s·|,\-]+
        \d{1,6} \s+ (?:views?|kali\s+dilihat|dibaca) .{0,80}
      | (?:selanjutnya|next|prev|previous|loading\.*|komentar|\[email\ protected\])
      | (?:berita|artikel)\s+(?:terkait|lainnya|populer|pilihan) | terpopuler | terkait
      | related\s+(?:posts?|articles?|news) | you\s+may\s+also\s+like
    ) \s* [.!)\]]*
    """
)

_ENDS: Final = re.compile(
    r"""(?ix)
    (?: berikan\s+komentar
      | (?:tinggalkan|tulis|kirim)\s+(?:balasan|komentar) .{0,40}
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
    return not text or (len(text) <= LINE_LIMIT and _FURNITURE.fullmatch(text) is not None)


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
