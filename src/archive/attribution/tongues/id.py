"""Indonesian (and Malay where it is worded alike)."""

from __future__ import annotations

from types import MappingProxyType

from archive.attribution.tongues._tongue import Tongue, exactly, numbered, opening, phrase
from archive.attribution.words import word_set
from archive.model.rights import Act, Condition

_PIECE = r"(?:artikel|tulisan|opini|esai|naskah|kolom|berita|laporan|karya)"
_THIS = rf"(?:{_PIECE}\s(?:ini|tersebut)\s)"

TONGUE = Tongue(
    tag="id",
    months=numbered(
        "januari|jan", "februari|pebruari|feb", "maret|mar", "april|apr", "mei", "juni|jun",
        "juli|jul", "agustus|agu|agt|ags", "september|sept|sep", "oktober|okt", "november|nopember|nov|nop",
        "desember|des",
    ),
    weekdays="(?:senin|selasa|rabu|kamis|jumat|jum['’]at|sabtu|minggu|ahad)",
    on=phrase(r"\s(?:pada(?:\stanggal)?|tanggal|tgl\.?|edisi)\s*\Z"),
    by=opening(r"(?:(?:ditulis|tulisan|opini|artikel|laporan|esai)\s)?oleh\s?:?\s{1,4}",
               r"(?:penulis|pengarang|teks)\s?:\s{0,4}"),
    other_by=opening(r"(?:diterjemahkan|penerjemah|terjemahan|alih\sbahasa|foto|ilustrasi|disunting|"
                     r"penyunting|editor)\b[^.]{0,40}?(?:\soleh\s|\s?:\s)"),
    both=r"\s(?:dan|&)\s",
    newsroom=phrase(r"(?:tim\s)?redaksi|tim\s|staf\s"),
    rubrics=word_set("opini kolom esai tajuk rencana editorial analisis komentar wawancara laporan "
                     "pandangan suara kaum muda pandangan"),
    no_article=opening(r"siaran\spers", r"bahan(?:-bahan)?\s?:", r"untuk\ssegera\sdi"),
    source=opening(r"sumber(?:\sartikel|\sberita)?\s?[:–—]\s?", r"dimuat\sdi\s?:\s?"),
    published=phrase(
        rf"{_THIS}?(?:telah\s|sudah\s)?(?:pertama\skali\s|semula\s|awalnya\s|sebelumnya\s|pernah\s)?(?:di(?:terbitkan|muat|publikasikan)"
        r"|terbit)\s(?:pertama\skali\s|semula\s|awalnya\s|sebelumnya\s)?(?:di|oleh|dalam|pada)\s(?!tanggal)",
        rf"{_THIS}?(?:pertama\skali|semula|awalnya)\smuncul\sdi\s"),
    first=phrase(r"\b(?:pertama|semula|awalnya)\b"),
    written=phrase(r"\bditulis\s(?:khusus\s)?untuk\s"),
    distributed=phrase(r"\b(?:didistribusikan|disebarluaskan|disebarkan|disediakan|disalurkan)\s(?:oleh|melalui)\s"),
    body=phrase(r",\s(?:sebuah\s)?(?:proyek|terbitan|layanan|program|majalah|prakarsa|inisiatif)\s(?:dari\s)?",
                r",\syang\sditerbitkan\soleh\s"),
    passing=opening(r"pandangan\s(?:yang|dalam)\b", r"untuk\sinformasi\b", r"(?:kontak|foto|ilustrasi|tag|kata\skunci|"
                    r"diterjemahkan|terjemahan)\b"),
    about=opening(r"(?:tentang\spenulis|profil\spenulis|penulis)\s?[:–—]\s?"),
    author=phrase(r"penulis(?=\sadalah)"),
    is_=phrase(r",?\s(?:adalah|ialah|merupakan|bekerja\ssebagai|saat\sini\smenjabat\ssebagai|menjabat\ssebagai)\s"
               r"(?:(?:juga|saat\sini)\s)?", r"\s?[:–—]\s(?=[a-z])"),
    acts=phrase(r"\s(?:mengajar|bekerja|menulis|belajar|kuliah|meneliti)\b(?:\s[\w’'-]{1,20}){0,5}?(?=\s(?:di|untuk|pada)\b)"),
    article=opening(r"(?:seorang|sebagai|para)\s+"),
    former=opening(r"(?:seorang\s)?(?:mantan|bekas)\b"),
    roles=word_set(
        "pelatih guru dosen peneliti wartawan wartawati jurnalis penulis direktur redaktur pemimpin "
        "koresponden editor kolumnis ketua wakil anggota koordinator kepala penasihat konsultan "
        "analis pengacara advokat dokter perawat insinyur arsitek sejarawan sosiolog antropolog "
        "ekonom filsuf psikolog mahasiswa mahasiswi pendiri sekretaris juru duta menteri diplomat "
        "aktivis penyair novelis sutradara fotografer produser penyiar reporter penerjemah mediator "
        "fasilitator pustakawan imam ulama kiai pendeta pastor uskup spesialis pakar ahli asisten "
        "staf petugas relawan manajer pengamat pegiat pekerja seniman musisi petani nelayan "
        "pengusaha profesor rektor dekan pengajar pembina blogger hakim politikus cendekiawan "
        "bendahara presiden tokoh santri"
    ),
    role_like=phrase(r"\A(?:pe|ke|juru|tukang|ahli)\w+", r"(?:wan|wati|log|is|or|er)\Z"),
    leaders=word_set(
        "direktur redaktur pemimpin koresponden editor ketua wakil anggota koordinator kepala "
        "pendiri sekretaris wartawan jurnalis dosen guru peneliti rektor dekan manajer staf "
        "mahasiswa mahasiswi pengajar penyiar reporter kolumnis presiden profesor aktivis relawan"
    ),
    no_roles=word_set("lahir orang yang sebuah anak"),
    to=exactly(r"\s(?:di|pada|untuk|dari|bagi|dalam)\s"),
    genitive=exactly(r"\s(?-i:(?=[A-Z]))"),
    place=exactly(r"[,]?\s(?:di)\s(?-i:(?=[A-Z]))"),
    heads=phrase(
        r"\b(?:universitas|institut|sekolah|sma|smp|sd|madrasah|pesantren|pondok|pusat|yayasan|asosiasi|"
        r"kantor|harian|koran|majalah|tabloid|fakultas|jurusan|kementerian|departemen|museum|perpustakaan|"
        r"rumah\ssakit|radio|televisi|tv|dewan|komite|federasi|serikat|persatuan|perhimpunan|liga|gerakan|"
        r"partai|jaringan|lembaga|organisasi|lsm|koperasi|sanggar|teater|akademi|kelompok|forum|dana|"
        r"layanan|program|proyek|biro|kedutaan|klinik|komisi|aliansi|klub|badan|balai|bank|nahdlatul|"
        r"muhammadiyah|stasiun|uin|iain|ugm|ui|itb|lipi|kompas|tempo|post|times|college|university|center|"
        r"centre|institute|foundation|ikatan|suara|kantor)\b"
    ),
    kinds_of=opening(r"(?:harian|koran|majalah|tabloid|surat\skabar|lsm|mingguan)\s(?-i:(?=[A-Z“\"]))"),
    joints=word_set("dan untuk di bagi of for and the"),
    turns=phrase(r"\s(?:yang|sejak|serta|sekaligus|tempat|dan\s(?:juga|tinggal|menulis|bekerja|mengajar)|berbasis|yang\sberbasis)\b"),
    places=word_set("jakarta medan bandung surabaya yogyakarta aceh ambon makassar semarang bali "
                    "solo malang indonesia malaysia singapura palu poso papua maluku padang "
                    "pontianak") | {"kuala lumpur", "banda aceh", "jawa timur", "jawa tengah"},
    granted=phrase(
        r"\b(?:boleh|dapat|bebas|dipersilakan)\s(?:\w+\s){0,3}?(?:di(?:terbitkan|muat|kutip|publikasikan|cetak|sebarluaskan|perbanyak)|"
        r"me(?:nerbitkan|muat|ngutip|mpublikasikan|nyebarluaskan))\b",
        r"\b(?:izin|ijin|hak)\s(?:\w+\s){0,3}?(?:di)?(?:berikan)\b",
        r"\b(?:publikasi|pemuatan|penerbitan|penyebarluasan)\s(?:\w+\s){0,3}?(?:diizinkan|diperbolehkan|diijinkan|bebas)\b",
    ),
    obtained=phrase(
        r"\b(?:telah|sudah)\s(?:memperoleh|mendapat(?:kan)?|diperoleh|mengantongi)\s(?:\w+\s){0,3}?(?:izin|ijin|hak)\b",
        r"\b(?:izin|ijin|hak)\s(?:\w+\s){0,6}?(?:telah|sudah)\s(?:\w+\s)?(?:diperoleh|didapat(?:kan)?|dikantongi)\b",
        r"\b(?:izin|ijin|hak)\s(?:\w+\s){0,4}?diperoleh\b",
    ),
    host_only=phrase(r"\b(?:atas|dengan)\s(?:seizin|izin|ijin|persetujuan)\b", r"\bseizin\b"),
    reserved=phrase(
        r"\b(?:hak\scipta|semua\shak|seluruh\shak)\s(?:\w+\s){0,3}?dilindungi\b", r"\bdilarang\b",
        r"\btidak\s(?:boleh|dapat|diperkenankan|diizinkan)\b", r"\btanpa\s(?:\w+\s){0,2}?(?:izin|ijin|persetujuan)\b",
    ),
    put_off=phrase(r"\b(?:tidak|tanpa|belum|bukan|kecuali|hanya|harus|jika|bila|apabila|asal|asalkan|"
                   r"selama|menunggu|dilarang|sedang|diminta|ditolak)\b"),
    harmless=phrase(
        r"\b(?:asal|asalkan|selama|dengan\s(?:syarat|catatan|ketentuan|menyebut\w*|mencantumkan)|jika\smenyebut\w*)\b[^.]*",
        r"\bkecuali\s(?:dinyatakan|disebutkan)\slain\b", r"\btanpa\s(?:biaya|perubahan|dipungut\sbiaya)\b"),
    licence_words=(r"atribusi", r"non-?komersial", r"tanpa\sturunan", r"berbagi\sserupa"),
    conditions=MappingProxyType({
        Condition.ACKNOWLEDGE_SOURCE: phrase(
            r"\b(?:menyebut\w*|(?:men)?cantumkan|sebutkan|mengutip|disebutkan|dicantumkan)\b[^.]{0,40}\b(?:sumber|penulis)\w*"),
        Condition.ACKNOWLEDGE_DISTRIBUTOR: phrase(
            r"\b(?:menyebut\w*|(?:men)?cantumkan|sebutkan)\b[^.]{0,60}(?:CGNews|kantor\sberita|penyalur)"),
        Condition.NOTIFY_DISTRIBUTOR: phrase(r"\b(?:memberi\s?tahu\w*|beritahu\w*|memberitahu\w*|menginformasikan)\b"),
        Condition.FREE_OF_CHARGE: phrase(r"\b(?:gratis|cuma-cuma|tanpa\s(?:dipungut\s)?biaya)\b"),
        Condition.NO_CHANGES: phrase(r"\btanpa\sperubahan\b", r"\bsecara\sutuh\b"),
        Condition.NON_COMMERCIAL: phrase(r"\bnon-?komersial\b"),
        Condition.UNLESS_NOTED: phrase(r"\bkecuali\s(?:dinyatakan|disebutkan)\slain\b"),
    }),
    acts_of_use=MappingProxyType({
        Act.PUBLISH: phrase(r"publikasi|terbit|muat|sebarluas|cetak|perbanyak|kutip|salin"),
        Act.TRANSLATE: phrase(r"terjemah"),
    }),
)  # fmt: skip
