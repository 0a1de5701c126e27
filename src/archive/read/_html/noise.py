"""What lines read that belong to the page and not to its article: sharing, comments, what to read.

Wordings of pages in English, French, German, Spanish, Indonesian, Arabic, Hebrew and Urdu.
"""

from __future__ import annotations

import re


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORDS = re.compile(r"[^\W\d_]+")
_SHARING = _words(
    "aa bookmark comment comments correct delicious digg digg download email e mail facebook "
    "favorites feed flipboard font size format friend friendly google instagram like line "
    "linkedin mail mastodon messenger permalink pdf pinterest plus pocket print printer reddit "
    "rss save send share sharing spread stumbleupon subscribe telegram text this thread threads "
    "to tumblr tweet twitter version via viber whatsapp word the x xing a by it on page article "
    "story copy link follow us bluesky "
    "partager imprimer envoyer drucken teilen merken versenden compartir imprimir enviar bagikan "
    "cetak kirim שתף שתפו הדפס הדפסה פייסבוק טוויטר שלח מייל شارك مشاركة طباعة فيسبوك تويتر"
)
_STRONG = _words(
    "facebook twitter email mail print printer share sharing tweet linkedin whatsapp digg reddit "
    "delicious pinterest telegram permalink partager imprimer drucken teilen compartir imprimir "
    "bagikan cetak שתף שתפו הדפס הדפסה פייסבוק טוויטר شارك مشاركة طباعة فيسبوك تويتر"
)
_READ_ON = re.compile(
    r"\W*(?:(?:read|see|view)\s(?:the\s)?(?:full|more|entire|whole|rest|original)\b[^.]{0,30}|"
    r"continue\sreading[^.]{0,80}|(?:click\shere\s)?(?:to\s)?read\smore|more\s*[»>…]*|read\son|"
    r"lire\s(?:la\ssuite|plus|l['’]article)|weiterlesen|mehr\slesen|(?:leer|seguir)\s(?:más|leyendo)|"
    r"baca\sselengkapnya|selengkapnya|اقرأ\sالمزيد|قراءة\sالمزيد|קרא\sעוד|קראו\sעוד|מידע\sנוסף|مزید\sپڑھیں|"
    r"skip\sto\s(?:main\s)?content|back\sto\stop|top\sof\spage|print\sthis\s(?:page|article|story)|"
    r"advertisements?|advertising|anzeige|publicité|publicidad|iklan|إعلان|פרסומת|اشتہار|"
    r"previous|next|home|search|login|log\sin|sign\s(?:in|up)|register|menu|close|loading)\W*\Z",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\W*(?:posted\s(?:by|in|at|on)\b.{0,80}(?:[0-9]{1,2}:[0-9]{2}|\bcomments?\b|permalink).{0,80}|"
    r"(?:filed\sunder|posted\sin|tags?|tagged|labels|categories|category|topics)\s*:?\s.{0,200}|"
    r"(?:tags?|filed\sunder|labels|categories|topics)\s*:.{0,300}|"
    r"(?:mots-clés|schlagw(?:ö|o)rter|etiquetas|tag|kata\skunci|الوسوم|كلمات|תגיות|ٹیگز)\s*:.{0,200})\Z",
    re.IGNORECASE,
)
_END = re.compile(
    r"\W*(?:(?:no|[0-9,.]{1,6})\s(?:comments?|responses?|replies|thoughts?|reactions?)\b.{0,80}|"
    r"(?:reader\s)?comments?(?:\s?\([0-9]+\))?|(?:leave|post|add|write)\sa\s(?:comment|reply)\b.{0,40}|"
    r"join\sthe\s(?:conversation|discussion).{0,40}|"
    r"(?:related|similar|recommended|recent|latest|popular|more)\s"
    r"(?:posts?|articles?|stor(?:y|ies)|news|links|content|reading|coverage|topics|from\b.{0,40})|"
    r"(?:you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested).{0,30})|(?:see|read)\salso|"
    r"most\s(?:read|popular|viewed|commented|shared|emailed)|trending(?:\snow)?|recommended(?:\sfor\syou)?|"
    r"(?:[0-9]+|aucun|laisser\sun|ajouter\sun)?\s?commentaires?(?:\s?\([0-9]+\))?|"
    r"(?:articles?|sujets?)\s(?:liés|similaires|connexes)|à\slire\s(?:aussi|également)|(?:sur\sle\s)?même\ssujet|"
    r"(?:[0-9]+\s|keine\s)?kommentare?(?:\s?\([0-9]+\))?|mehr\szum\sthema|ähnliche\s(?:artikel|beiträge)|"
    r"(?:[0-9]+\s)?comentarios?|(?:artículos|noticias)\srelacionad[ao]s|"
    r"(?:[0-9]+\s)?komentar|(?:artikel|berita)\sterkait|baca\sjuga|"
    r"(?:[0-9]+\s)?(?:التعليقات|تعليقات|تعليق)|أضف\sتعليق.{0,30}|(?:مواضيع|مقالات|أخبار)\s(?:ذات\sصلة|متعلقة)|اقرأ\sأيضا.?|"
    r"(?:[0-9]+\s)?(?:תגובות|תגובה)(?:\s[0-9]+)?|הוסף\sתגובה|(?:כתבות|מאמרים)\s(?:נוספות|נוספים|קשורים|קשורות)|"
    r"(?:[0-9]+\s)?تبصرے|متعلقہ\s(?:خبریں|مضامین))\W*\Z",
    re.IGNORECASE,
)
_MENU = (
    r"(?:impressum|datenschutz|kontakt|agb|start(?:seite)?|privacy(?:\spolicy)?|terms(?:\s(?:of\s(?:use|"
    r"service)|and\sconditions|&\sconditions))?|contact(?:\sus)?|about(?:\sus)?|home|site\s?map|"
    r"advertise(?:\swith\sus)?|cookies?(?:\spolicy)?|help|faq|unsubscribe|(?:update\s)?preferences|"
    r"forward(?:\sto\sa\sfriend)?|view\s(?:in|online)[^|]{0,30}|accueil|mentions\slégales|"
    r"contacto?|inicio|aviso\slegal|privacidad|subscribe|print(?:\sthis\spage)?|close(?:\swindow)?|"
    r"search|top|back|rss|beranda|tentang\skami|redaksi|الرئيسية|من\sنحن|اتصل\sبنا|אודות|צור\sקשר|"
    r"תקנון|se\sdésabonner|abmelden|contattaci|chi\ssiamo|künye|anasayfa|iletişim|صفحہ\sاول|رابطہ)"
)
_FOOT = re.compile(
    rf"\W*{_MENU}(?:\s*[|·•/,–-]\s*(?:{_MENU}|[^|·•]{{1,25}}))*\W*\Z|"
    r"(?:URL|permalink|printed\sfrom|print\surl)\s?:?\s.{0,200}\Z|powered\sby\b.{0,60}\Z|"
    r"(?:©|\(c\)|copyright)[^.]{0,60}[.,|–-]\s?(?:terms\b|privacy\b|contact\b).{0,80}\Z",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\W*(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|[0-9]{4})|all\srights\sreserved|"
    r"tous\sdroits\sréservés|alle\srechte\svorbehalten|todos\slos\sderechos\sreservados|"
    r"hak\scipta|جميع\sالحقوق|حقوق\sالنشر|כל\sהזכויות|جملہ\sحقوق|tutti\si\sdiritti|tüm\shakları)",
    re.IGNORECASE,
)
_LONGEST = 300


def is_noise(text: str) -> bool:
    """Whether a line offers to share, to print or to read on, or says when a page was posted."""
    if len(text) > _LONGEST:
        return False
    words = [word.lower() for word in _WORDS.findall(text[:120])]
    if words and len(words) <= 14 and _SHARING.issuperset(words) and not _STRONG.isdisjoint(words):
        return True
    return _READ_ON.match(text) is not None or _POSTED.match(text) is not None


def ends_article(text: str) -> bool:
    """Whether a line is a heading over comments or over other articles.

    >>> ends_article("2 comments"), ends_article("Comments are rare there.")
    (True, False)
    """
    return len(text) <= _LONGEST and _END.match(text) is not None


def is_foot(text: str) -> bool:
    """Whether a line is the foot of a page: a menu, an address, who made the site.

    >>> is_foot("Impressum | Datenschutz"), is_foot("Ann Lee | The Herald")
    (True, False)
    """
    return len(text) <= _LONGEST and _FOOT.match(text) is not None


def is_notice_of_the_page(text: str) -> bool:
    """Whether a line begins as the notice of a whole site does; an article's own does, too."""
    return _NOTICE.match(text) is not None
