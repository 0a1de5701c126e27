"""Statements in end matter: where each begins and ends, and what it is.

Such a statement begins in a few set ways ("Source:", "This article was", "Copyright permission"),
also where the one before it lost its end with a stripped address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.attribution import notes
from archive.attribution.blocks import Piece
from archive.attribution.names import organisation
from archive.attribution.remembered import remembered
from archive.attribution.sentences import sentences
from archive.model.article import SegmentKind
from archive.model.document import Bounds

PIECE = (
    r"(?:article|piece|essay|commentary|column|op-ed|oped|story|editorial|interview|feature|"
    r"analysis|text|post|report|excerpt|opinion|item|work)"
)
"""A pattern for what an article calls itself."""

_THIS = (
    r"(?:(?:An?\s(?:[\w-]{1,20}\s){0,3}?version\sof\sthis|This)\s"
    rf"(?:[\w'’&.-]{{1,30}}\s){{0,5}}?{PIECE}\b"
    r"|The\s(?:(?:above|following|original|full)\s)?"
    r"(?:article|piece|essay|commentary|column|op-ed|oped|editorial|interview|excerpt)\b"
    r"|This\sis\san?\s(?:[\w-]{1,20}\s){0,3}?(?:version|excerpt|extract)\s(?:of|from)\b)"
)
_ANCHOR = re.compile(
    rf"""(?<![\w"“‘'’])(?:
    (?:[(\[]\s?)?(?:Original\s)?(?:Source|SOURCE)s?\s?[:–—]\s
    | (?:[(\[]\s?)?(?:By\s[Cc]|C)ourtesy(?:\s?:|\sof)\s
    | {_THIS}[,]?\s(?:is|was|has|had|first|originally|appeared|may|can|cannot|must|ran|will|
        should)\b
    | (?:Article|Copyright|Reprint|Reproduction|Republication)\s(?:[Pp]ermissions?|is|was|has)\b
    | (?:All|Some|No)\s(?:other\s)?rights\sreserved
    | (?:First|Originally|Previously|Distributed|Syndicated|Circulated|Reprinted|Republished|
        Reproduced|Published|Reposted)\s(?:and\s\w+\s)?
        (?:published|appeared|printed|distributed|by|in|from|with|on|at|courtesy)\b
    | (?:By|With)\s(?:kind\s)?permission\s(?:of|from)\b
    | Permissions?\s(?:is|was|has|to|for|granted)\b
    | (?:©|\([cC]\)|Copyright\s(?:©|\([cC]\)|(?:1[5-9]|20)[0-9]{{2}}))\s?
    | No\s(?:\w+\s)?permissions?\s(?:is|has|for|to)\b
    | (?<=\bat\s)(?=[A-Z])
    | Unless\sotherwise\s(?:noted|stated|indicated)\b
    | No\spart\sof\sthis\b
    )""",
    re.VERBOSE,
)

_LOST = re.compile(r"\b(?:accessed|online|available|found|viewed|visited|seen|read)\sat\s\Z")
_SOURCE = re.compile(
    r"[\s*_(\[•–—-]{0,8}(?:(?:Original\s)?(?:Sources?|Publication|Newspaper|Outlet)\s?[:–—]\s"
    r"|(?:by\s)?courtesy(?:\s?:\s|\sof\s|\s(?-i:(?=[A-Z]))))",
    re.IGNORECASE,
)
_DISTRIBUTED = re.compile(
    rf"(?:{_THIS}[^.;]{{0,60}}?\s|[\s*_(\[•–—-]{{0,8}}(?:It\s(?:is|was)\s)?)"
    r"(?:distributed|syndicated|circulated|provided)\b"
    rf"|\bdistribute[sd]\s(?:this|the)\s{PIECE}\b",
    re.IGNORECASE,
)
_DISTRIBUTES = re.compile(rf"\sdistribute[sd]\sthis\s{PIECE}\b")
_RULED = re.compile(rf"\W{{0,4}}{_THIS}\s(?:may|must|can|cannot|should)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    rf"(?:(?:{_THIS}|It|Article)\b,?[^.;]{{0,60}}?\s|[\s*_(\[•–—-]{{0,8}}(?:Original\s{PIECE}\s)?)"
    r"(?:was\s|were\s|is\s|has\sbeen\s|had\sbeen\s)?(?:first\s|originally\s|previously\s|also\s)?"
    r"(?:and\s\w{1,12}\s)?"
    r"(?:published|appeared|appears|printed|reprinted|republished|reproduced|reposted|ran|"
    r"written|commissioned)\s"
    r"(?:here\s)?(?:by|in|on|at|from|for|with|under|courtesy)\b"
    r"|[\s*_(\[]{0,4}(?:originally|first)\sfrom\s",
    re.IGNORECASE,
)
_PUBLISHES = re.compile(
    rf"(?:[^\W\d_a-z][\w.'’&-]{{0,20}}\s){{1,6}}(?:publishe[sd]|ran|printed)\sthis\s{PIECE}\b"
    r"|[\s*_(\[•–—-]{0,8}(?i:(?:by|with)\s(?:the\s)?(?:kind\s)?permission\s(?:of|from))\s"
)
_USE = (
    r"(?:re)?(?:publi(?:cation|sh(?:ed|ing)?)|print(?:ed|ing)?|post(?:ed|ing)?)|reproduc\w{1,6}"
    r"|cop(?:y|ied)\b|quot\w{1,6}|translat\w{1,6}"
)
_ITS_OWN = (
    rf"(?:this|these|the|our|any|all)\s(?:[\w-]{{1,20}}\s){{0,3}}?(?:{PIECE}|articles|pieces|texts|"
    r"commentaries|editorials|stories|items|materials?|contents?|publication|pages?|site|copyright)\b"
    r"|articles\b"
)
"""A pattern for what a rights statement speaks of: the article, or all of an edition."""
_RIGHTS = re.compile(
    rf"""(?:
      \bcopyright\spermissions?\b | \brights\sreserved\b | ^\W*anti-?copyright\b
    | ^\W*for\srights\b | \bcontact\sus\s(?:about|for|regarding)\b
    | ^[\s*_(\[]*(?:©|\(c\)|copyright\b)
    | \b(?:licen[sc]ed\sunder|creative\scommons|public\sdomain)\b | creativecommons\.org/
    | \bCC[\s-]?(?:BY|0)\b | \bGNU\sFree\sDocumentation\b
    | ^To\sview\sa\scopy\sof\sthis\slicen[cs]e\b
    | \bpermissions?\b[^.;]{{0,120}}?\b(?:{_USE}|articles?|copyright)
    | \b(?:permissions?|rights?)\s(?:(?:is|are|was|has\sbeen)\s)?(?:hereby\s)?granted\b
    | \b(?:{_USE})[^.;]{{0,120}}?\b(?:permissions?|permitted|prohibited|forbidden|allowed|consent
        |authori[sz]ed|encouraged|welcome)\b
    | \b(?:may|can|must|should)(?:\s?not)?\s(?:\w+\s){{0,2}}?(?:be\s(?:\w+\s){{0,2}}?)?(?:{_USE})
    | \b(?:may|can|must|should)(?:\s?not)?\s(?:[\w,]+\s){{0,3}}?(?:use|share|circulate|forward
        |distribute|copy)\s(?:[\w,]+\s){{0,4}}?(?:{_ITS_OWN})
    | (?:{_ITS_OWN})\s(?:may|can|must|should)(?:\s?not)?\s(?:\w+\s)?be\s(?:\w+\s){{0,2}}?
        (?:used|shared|circulated|forwarded|distributed|copied|reused)\b
    | \bnot\sfor\s(?:re)?publication\b | \bnot\sto\sbe\s(?:{_USE})
    | \bno\spart\sof\s(?:this|the)\s(?:\w+\s)?(?:{PIECE}|publication|site|material|document)\b
    | \b(?:free|welcome)\sto\s(?:\w+\s)?(?:{_USE}|(?:use|share)\s(?:{_ITS_OWN}))
    | \bavailable\sfor\s(?:free\s)?(?:re-?publication|re-?print\w{{0,3}}|re-?use|publication)\b
    | \b(?:re-?prints?|republication|reproduction|syndication|reprinting)\srights\b
    | ^[\s*_(\[]*re-?prints?\s(?:only|by|with|available)\b
    | ^[\s*_(\[]*(?:please\s)?(?:do\snot|don['’]t)\s(?:{_USE})
    | ^[\s*_(\[]*to\s(?:{_USE})[^.;]{{0,60}}?\b(?:contact|write|e-?mail|apply)\b
    | \b(?:used|published|printed)\s(?:here\s)?(?:with|by)\s(?:the\s)?(?:[\w'’]+\s){{0,3}}?
        permission\b
    | \b(?:please|kindly)\s(?:\w+\s)?(?:acknowledge|credit|cite|notify|mention|inform\sus
        |let\sus\sknow)\b
    | \bif\s(?:re)?(?:publishing|printing)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(r"(?<=\w\s)(?:“[^”]{1,300}”|\"[^\"]{1,300}\")")
_CONTINUED = re.compile(
    r"[\s*_(\[]*(?:www\.|https?://|[0-9]|(?-i:[A-Z][a-z]{2,8}\.?\s[0-9]))", re.I
)
_OF_THE_SAME = re.compile(r"[\s*_(\[]*(?:it|they)\s(?:may|must|can|should|shall)\b", re.I)
_PASSING = re.compile(
    r"""[\s*_(\[•–—-]*(?:the\s(?:views|opinions)\b | for\smore\b | visit\b
    | (?:www\.|https?://)(?!\S*creativecommons)\S+[\s)\]]*$
    | read\s(?:more\b|the\s(?:original|full)\s|(?:it|this|the\s\w+)\s(?:here|at|on)\b)
    | (?:e-?mail|contact|photo|image|illustration|tags?|posted|published|filed|word\scount|released
        |recommended\scitation|cite\sas|how\sto\scite|web\slocation|production(?:\sinformation)?
        |authors?\(s\)|editors?\(s\)|url|permalink|short\surl|article\s(?:printed\sfrom|url)|keywords?
        |topics?|categor(?:y|ies)|filed\sunder|related(?:\s\w+)?|see\salso|further\sreading
        |view\sthis\s(?:story|article)(?:\sonline)?(?:\sat)?|comments?|share\sthis)
        [^.]{0,4}:
    | about\sthe\sauthors?\W*$ | (?:translated|edited|photos?|photographs?)\sby\b
    | published\s[0-9] | posted\s(?:in|on|at|by)\b | (?:last\s)?(?:updated|modified)\b
    | if\syou\s(?:enjoyed|liked|like|found)\b
    | (?:please\s)?(?:donate|subscribe|sign\sup|support\sus)\b
    | (?:join|follow|like)\s(?:us|the\sconversation|the\sdiscussion)\b
    | leave\sa\s(?:comment|reply)\b
    | (?:share|print|e-?mail)\sthis\b | (?:no|[0-9]+)\scomments?\W*$ | comments\W*$
    | thank\syou\W*$
    | \#?\s?cgnews[\w-]*\W*$)""",
    re.IGNORECASE | re.VERBOSE,
)


def is_credit(text: str, bounds: Bounds) -> bool:
    """Whether a block is one credit line: its source, or who published or distributed it."""
    start, end = bounds
    return end - start < 300 and _credit_kind(text, start, end) not in (None, SegmentKind.OTHER)


def is_passing(text: str, bounds: Bounds) -> bool:
    """Whether a short block is one that stands among credits: contact, views expressed, tags."""
    start, end = bounds
    if end - start < 300 and _PASSING.match(text, start, end):
        return True
    return end - start < 600 and _NOTICE.match(text, start, end) is not None


_NOTICE = re.compile(
    r"[\s*_(\[]*(?:about\s(?:us|the\s(?:paper|magazine|newspaper|site))|disclosure|disclaimer|"
    r"(?:editor['’]?s?['’]?|publisher['’]?s|author['’]?s|ed\.)\snotes?|note\sfrom\sthe\seditors?|"
    r"correction|update|acknowledge?ments?)\s?:",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"(?:\b[12][0-9]{3}|\.[a-z]{2,6}/?)\)?(?=\n[A-Z])")


@remembered
def pieces(text: str, bounds: Bounds) -> list[Piece]:
    """The statements of a block. They carry all of it but white space, and do not overlap."""
    found: list[Piece] = []
    for start, end in _cuts(text, bounds):
        kind = _kind(text, start, end)
        last = found[-1] if found else None
        if last and _goes_on(text, last, kind, (start, end)):
            found[-1] = (last[0], last[1], end)
        else:
            found.append((kind, start, end))
    return found


def _goes_on(text: str, last: Piece, kind: SegmentKind, bounds: Bounds) -> bool:
    if kind is SegmentKind.OTHER and _speaks_of_outlet(text, last, bounds):
        return True
    return _belongs(text, last[0], kind, bounds[0])


def _speaks_of_outlet(text: str, last: Piece, bounds: Bounds) -> bool:
    """Whether a sentence begins with the name that the publication statement before it ends in."""
    start = bounds[0]
    if last[0] not in (SegmentKind.PUBLICATION, SegmentKind.SOURCE_LINE):
        return False
    name = organisation(text, *bounds)
    if name is None or len(name.words) < 2:
        return False
    return text[start : name.end] in text[last[1] : last[2]]


def _cuts(text: str, bounds: Bounds) -> list[Bounds]:
    """The sentences of a block, cut also where a set beginning stands in mid-sentence."""
    found: list[Bounds] = []
    for start, end in _lines(text, bounds):
        place = start
        for match in _ANCHOR.finditer(text, start + 1, end):
            begin = match.start()
            if not match.group() and not _LOST.search(text, place, begin):
                continue
            if text[begin - 1].isspace() and not _only_bullet(text, place, begin):
                found += sentences(text, place, begin)
                place = begin
        found.append((place, end))
    return found


def _lines(text: str, bounds: Bounds) -> Iterator[Bounds]:
    """The sentences of a block; a credit that ends its line in a year or an address ends there."""
    for start, end in sentences(text, *bounds):
        place = start
        for match in _LINE_END.finditer(text, start, end):
            if _credit_kind(text, place, match.end()) is not None:
                yield place, match.end()
                place = match.end() + 1
        yield place, end


def _only_bullet(text: str, start: int, end: int) -> bool:
    """Whether what stands before a set beginning is only its bullet."""
    return re.fullmatch(r"[\s*_(\[•–—-]*", text[start:end]) is not None


def _kind(text: str, start: int, end: int) -> SegmentKind:
    return _credit_kind(text, start, end) or (
        SegmentKind.AUTHOR_NOTE if notes.is_note(text, start, end) else SegmentKind.OTHER
    )


def _credit_kind(text: str, start: int, end: int) -> SegmentKind | None:
    stop = min(end, start + 600)
    if _SOURCE.match(text, start, stop):
        return SegmentKind.SOURCE_LINE
    if _RULED.match(text, start, stop) and _speaks_of_rights(text[start:stop]):
        return SegmentKind.PERMISSION
    if _DISTRIBUTED.match(text, start, stop) or _distributor_first(text, start, stop):
        return SegmentKind.DISTRIBUTION
    if _PUBLISHED.match(text, start, stop) or _PUBLISHES.match(text, start, stop):
        return SegmentKind.PUBLICATION
    return SegmentKind.PERMISSION if _speaks_of_rights(text[start:stop]) else None


def _speaks_of_rights(sentence: str) -> bool:
    """Whether a sentence, what it quotes left out, speaks of publishing the article again.

    "The ministry may not publish its figures" speaks of publishing something else, and "All rights
    reserved, said the sign" of a sign.
    """
    lower = f" {sentence.lower()}".replace("\n", " ")
    if not (any(map(lower.__contains__, _STEMS)) and any(map(lower.__contains__, _ALLOWING))):
        return False
    plain = _QUOTED.sub(_blank, sentence).lstrip('“"')
    if _RIGHTS.search(plain) is None or _TOLD.search(plain):
        return False
    return _OWN.search(plain) is not None


_STEMS = (
    "print", "publi", "permi", "right", "licen", "reprod", "post", "cop", "quot", "translat",
    "acknowledg", "credit", "cite", "notify", "mention", "inform", "let us", "©", "(c)", "cc",
    "creative", "gnu", "shar", "use", "circulat", "forward", "distribut",
)  # fmt: skip
"""Beginnings of words, one of which is in every statement of rights: a cheap test before others."""

_ALLOWING = (
    "permi", "right", "licen", "creative", "domain", "cc", "gnu", "©", "(c)", "prohib", "forbid",
    "allow", "consent", "authori", "encourag", "welcome", " may ", " may,", " can ", "cannot",
    " must ", " should ", "please", "kindly", "not for", "not to", "no part", "free to",
    "available", "reprint", "re-print", "do not", "don't", "don’t", "to re", "to publ", "to post",
    "to cop", "to quot", "to transl", "if publ", "if repub", "if print", "if reprint",
)  # fmt: skip
"""What says whether it may be done; one of these is in every such statement, too."""


_TOLD = re.compile(
    r",\s(?:(?:he|she|they|it|the|a|an)\s)?(?:\w+\s)?(?:said|says|wrote|writes|asked|read|reads|"
    r"insisted|answered)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"""\b(?:this|these|our|all|any|the\s(?:above|following|foregoing|original)|the(?=\stext|\sarticle))
        \s(?:[\w-]{{1,20}}\s){{0,3}}?(?:{PIECE}|articles|pieces|texts|commentaries|editorials|stories
        |materials?|contents?|publication|site|website|mailing|edition|bulletin|newsletter)\b
    | ^[\s*_(\[]*(?:all\s|the\s)?(?:articles?|contents?|texts?)\b
    | \bcopyright\spermissions?\b[^.;]{{0,90}}?\b(?:grant|obtain|giv|secur|requir|den|refus|withh
        |pend|request|sought|need|receiv|clear|cannot|not)
    | ^[\s*_(\[]*(?:©|\(c\)|(?:anti-?)?copyright\b(?!\spermission)) | ^\W*for\srights\b
    | \bcontact\sus\s(?:about|for|regarding)\b[^.]{{0,40}}
        \b(?:syndicat|republish|reprint|permission)
    | \b(?:all|some|no)\s(?:other\s)?rights\sreserved(?:\s(?:by|worldwide|to)\b.*)?[\s.!)\]*_]*$
    | \bcreative\scommons\b | creativecommons\.org | ^\W*(?:licen[cs]e\W+)?CC[\s-]?(?:BY|0)\b
    | \bGNU\sFree | \b(?:un)?der\sCC[\s-]?(?:BY|0)
    | ^[\s*_(\[]*(?:(?:re-?prints?|reproduction|republication|syndication)\srights)\b
    | ^[\s*_(\[]*(?:re-?printed|republished|reproduced|reposted|used|published)\s(?:here\s)?
        (?:with|by)\b
    | ^[\s*_(\[]*(?:by|with)\s(?:the\s)?(?:\w+\s)?permission\b
    | ^[\s*_(\[]*(?:no\s|prior\s|written\s|prior\swritten\s)?permissions?\b[^.;]{{0,60}}?
        \b(?:{_USE}|use|copyright|granted\.?$|needed|required)
    | ^[\s*_(\[]*(?:no\s)?(?:unauthori[sz]ed\s)?
        (?:re-?print(?:s|ing)?|republi\w+|reproduc\w+|translations?|copying)\b
        (?:[^.;]{{0,60}}?\b(?:permi\w+|prohibited|forbidden|consent|only|licen[cs]e)\b
        |\s(?:is\s|are\s)?(?:\w+\s)?(?:encouraged|welcome|allowed|permitted|authori[sz]ed)
        (?:[\s.!)\]*_]*$|\s(?:with|provided|if|as\slong|free|without)\b))
    | ^[\s*_(\[]*(?:please\s)?(?:do\snot|feel\sfree\sto|you\s(?:may|can|are\s(?:free|welcome)\sto)
        |anyone\s(?:may|can)|editors\s(?:may|are)|newspapers\s(?:may|are)|readers\s(?:may|are))
        \s(?:\w+\s){{0,5}}?(?:{_USE}|use|share)
        \s?(?:$|[.!]|this\b|these\b|our\b|it\b|any\sof|with\b|free\b)
    | ^[\s*_(\[]*(?:please|kindly)\s(?:\w+\s)?
        (?:acknowledge|credit|cite|notify|mention|inform|let)\b
    | ^[\s*_(\[]*(?:not\s(?:to\sbe|for)|to|for|requests?\sfor)\s(?:\w+\s)?
        (?:permission|{_USE}|syndication)\b[^.;]{{0,80}}?(?:\b(?:permission|consent|contact|write|e-?mail|apply|addressed|elsewhere)\b
        |[\s.!)\]*_]*$)
    | ^[\s*_(\[]*(?:unless|except\swhere)\sotherwise\b
    | ^[\s*_(\[]*if\s(?:re)?(?:publishing|printing)
    | ^To\sview\sa\scopy | \b(?:we|service|CGNews)\s(?:grants?|has\sobtained|have\sobtained)\b
    | \bit\sis\snot\sthe\scase\b""",
    re.IGNORECASE | re.VERBOSE,
)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _distributor_first(text: str, start: int, end: int) -> bool:
    """Whether the sentence says that a service distributes this article."""
    return "distribute" in text[start:end] and _DISTRIBUTES.search(text, start, end) is not None


def _belongs(text: str, last: SegmentKind, kind: SegmentKind, start: int) -> bool:
    """Whether a sentence goes on with the statement before it."""
    if kind is SegmentKind.OTHER:
        if last is SegmentKind.AUTHOR_NOTE:
            return not _PASSING.match(text, start)
        if last is SegmentKind.PERMISSION and _OF_THE_SAME.match(text, start):
            return True
        return last is SegmentKind.OTHER or _CONTINUED.match(text, start) is not None
    return kind is last is SegmentKind.PERMISSION
