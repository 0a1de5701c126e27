"""Whether a name is that of a newspaper, a magazine or a news service.

Most say it by a word ("The Daily Herald", "Valley Times"); the names of others are in a table, as
their own mastheads print them. A name that says nothing is not taken for an outlet's where a line
gives no word for what it is ("Oslo, 4 March 2009" names a place).
"""

from __future__ import annotations

import re

from archive.attribution.services import SERVICES
from archive.attribution.words import OUTLETS, PLACES, word_set

_NAMES = frozenset(
    line.strip()
    for line in """
    abc news
    africa news
    al-ahram
    al ahram
    al-akhbar
    al-hayat
    al hayat
    al jazeera
    al jazeera english
    al-jazeera
    al-monitor
    al-quds
    al-sharq al-awsat
    alternet
    an-nahar
    arab news
    asharq al-awsat
    asharq alawsat
    asia times online
    associated press
    bbc news
    bitterlemons
    bitterlemons-international
    bitterlemons-international.org
    bitterlemons.org
    bloomberg
    business day
    cnn
    common dreams
    common ground news
    commonweal
    corriere della sera
    counterpunch
    daily maverick
    dawn
    der spiegel
    deutsche welle
    die welt
    die zeit
    diplomatic courier
    el mundo
    el país
    el pais
    emel
    financial times
    forbes
    foreign affairs
    foreign policy
    foreign policy in focus
    fpif
    frankfurter allgemeine zeitung
    frankfurter rundschau
    gulf news
    ha'aretz
    ha’aretz
    haaretz
    harvard international review
    huffington post
    inter press service
    ips
    islamica
    islamonline
    islamonline.net
    kathimerini
    kommersant
    kompas
    l'orient-le jour
    l’orient-le jour
    la croix
    la jornada
    la libre belgique
    la nación
    die tageszeitung
    gazeta wyborcza
    la repubblica
    la stampa
    la vanguardia
    le figaro
    le monde
    le monde diplomatique
    le temps
    libération
    los angeles times
    maariv
    ma'ariv
    middle east online
    middle east times
    mother jones
    muslim wakeup
    neue zürcher zeitung
    new america media
    new internationalist
    new statesman
    newsday
    newsweek
    npr
    open democracy
    opendemocracy
    opendemocracy.net
    peace news
    politico
    project syndicate
    qantara
    qantara.de
    reuters
    salon
    salon.com
    scroll.in
    slate
    sojourners
    süddeutsche zeitung
    the age
    the american prospect
    the atlantic
    the boston globe
    the conversation
    the economist
    the globe and mail
    the guardian
    mail & guardian
    il manifesto
    turkish daily news
    the hindu
    the independent
    the jakarta post
    the nation
    the national
    the new republic
    the news
    the observer
    the progressive
    the scotsman
    the spectator
    the statesman
    the tablet
    the tyee
    the walrus
    the washington post
    the week
    tikkun
    time
    time magazine
    today's zaman
    today’s zaman
    toronto star
    transcend media service
    truthout
    usa today
    vox
    washington post
    waging nonviolence
    world politics review
    yaleglobal
    yaleglobal online
    yediot aharonot
    yedioth ahronoth
    yes! magazine
    ynet
    ynetnews
    zaman
    """.splitlines()
    if line.strip()
)
_COMMON = word_set("dawn time salon slate zaman vox forbes ips news week age national hindu today")
"""Names in the table that are common words, too: sure only with a date."""
_WORDS = OUTLETS | word_set(
    "advertiser advocate argus broadcasting chronicle courier diplomatique dispatch echo "
    "enquirer examiner express fortnightly globe guardian independent inquirer leader ledger "
    "mail mercury mirror monitor monthly morning news newswire observer online outlook press "
    "quarterly radio record register reporter republic scotsman sentinel standard star "
    "statesman sun telegraph television today voice world"
)
"""Words that the names of outlets end in."""
_LAST = OUTLETS | word_set(
    "advertiser advocate argus chronicle courier diplomatique dispatch echo enquirer examiner "
    "express globe guardian inquirer ledger mail mercury mirror monitor monthly newswire observer "
    "quarterly fortnightly "
    "sentinel standard star statesman sun telegraph"
)
"""Those of them that make a line an outlet's name that bears no date."""
_RUBRIC = word_set(
    "the latest breaking top local international world national foreign business our more good "
    "bad hard difficult dangerous modern changing troubled ancient interesting rising lone cold "
    "north guiding fading small in a an of for these our rights annual literature peer "
    "peace book film human under"
)
"""Words that, alone before one of those, make no name."""
_JOINTS = word_set("of and & de la le der die das du al el")
_DOMAIN = re.compile(
    r"(?!www\.)[A-Za-z][\w-]{2,30}(?:\.[a-z]{2,3})?\.(?:org|com|net|info|uk|eu|in|de|lb|jo)"
)
_PLACE_BEHIND = re.compile(r"\s?[-–—]\s?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\Z")


_IN_FULL = frozenset(full.casefold() for full in SERVICES.values())


def is_known(name: str) -> bool:
    """Whether a name is in a table of outlets, or of news services."""
    plain = name.casefold()
    bare = plain.removeprefix("the ")
    return (
        not _NAMES.isdisjoint((plain, bare, f"the {bare}"))
        or plain in SERVICES
        or plain in _IN_FULL
    )


def is_outlet(name: str, *, dated: bool) -> bool:
    """Whether ``name`` can only be that of an outlet; with a date behind it, sooner.

    >>> is_outlet("The Daily Star", dated=False), is_outlet("Oslo", dated=True)
    (True, False)
    >>> is_outlet("Hope in Hard Times", dated=False)
    False
    """
    words = name.split()
    if not words or len(words) > 7 or any(c in name for c in '?!:;"“”'):
        return False
    if is_known(name) and (dated or name.lower().removeprefix("the ") not in _COMMON):
        return True
    if dated and _DOMAIN.fullmatch(name):
        return True
    capital = all(w[0].isupper() or w.lower() in _JOINTS for w in words)
    return capital and words[0][0].isupper() and _says_so(words, dated=dated)


def _says_so(words: list[str], *, dated: bool) -> bool:
    """Whether a capitalised name says by one of its words that it is an outlet's."""
    plain = [word.lower().strip(".,") for word in words]
    if len(set(plain) - _RUBRIC - _WORDS) == 0 and not _two(plain):
        return False
    if dated:
        definite = plain[0] == "the" and 1 < len(plain) <= 4 and plain[-1] not in PLACES
        return definite or plain[-1] in _WORDS or plain[-1] in OUTLETS
    return plain[-1] in _LAST and len(plain) <= 6


def _two(plain: list[str]) -> bool:
    """Whether a name is made of words of outlets, two of them or one and "the"."""
    named = [word for word in plain if word in _LAST or word in OUTLETS]
    return len(named) > 1 or (plain[0] == "the" and len(plain) == 2 and plain[1] in _LAST)


def known_end(text: str, start: int) -> int:
    """Where the longest name of the table ends that begins at ``start``; else ``start``.

    >>> known_end("in Le Monde diplomatique of May", 3)
    24
    """
    end, place = start, start
    for _ in range(5):
        word = _WORD.match(text, place)
        if word is None:
            break
        if is_known(text[start : word.end(1)]):
            end = word.end(1)
        place = word.end()
    return end


_WORD = re.compile(r"([^\s,;()\[\]]{1,30}?)(?=[.,;:()\[\]]|\s|\Z)\s?")


def without_place(name: str) -> str:
    """A name without the country printed behind a hyphen: "The Daily Star-Lebanon".

    >>> without_place("The Daily Star-Lebanon")
    'The Daily Star'
    """
    match = _PLACE_BEHIND.search(name)
    place = match.group().strip(" -–—").split()[-1].lower() if match else ""
    return name[: match.start()] if match and place in PLACES else name
