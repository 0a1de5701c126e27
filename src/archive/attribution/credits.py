"""What one credit line says of who published or distributed the piece, when and where.

"Source: The Daily Herald. 13 June 2008, www.herald.example", "This article was published by The
Daily Herald (DH), a project of the Herald Trust (HT)". What several lines say together: ``chain``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.attribution.calendar import YEAR, PrintedDate, printed_date
from archive.attribution.evidence import printed, squeezed, trimmed
from archive.attribution.names import Name, organisation
from archive.attribution.outlets import is_known, known_end
from archive.attribution.people import looks_like_person
from archive.attribution.remembered import remembered
from archive.attribution.services import SERVICES
from archive.attribution.words import OUTLETS
from archive.model.article import Block, Organisation, SegmentKind
from archive.model.document import Bounds, Document, Link
from archive.model.fact import Certainty, Fact, Rule, Span

SOURCE_LINE = Rule(
    "credit/source-line",
    "A line that begins with 'Source:' names the outlet that first published the piece, then the "
    "date of publication and the web address, as far as printed.",
)
PUBLISHED = Rule(
    "credit/published-by",
    "A sentence that says 'published by', 'published in' or 'appeared in' names the outlet that "
    "published the piece, and the date if one stands behind it.",
)
PROJECT_OF = Rule(
    "credit/project-of",
    "'A project of', 'a publication of' and the like behind the name of the outlet name the body "
    "behind it.",
)
DISTRIBUTED = Rule(
    "credit/distributed-by",
    "A sentence that says 'distributed by' names the service that passed the piece on, and the "
    "date and the web address if they stand behind it.",
)
LINK = Rule(
    "credit/link",
    "Where the name of the outlet is a link and no address is printed, what it leads to is the "
    "address.",
)
SERVICE_NAME = Rule(
    "credit/service-name",
    "A news service that is named by its short form alone is given its full name from a table.",
)

_LABEL = re.compile(
    r"[\s*_(\[•–—-]{0,8}(?:(?:Original\s)?(?:Sources?|Publication|Newspaper|Outlet)\s?[:–—]\s{0,4}"
    r"|(?:by\s)?courtesy(?:\s?:|\sof\b)?\s{1,4}(?-i:the\s(?=[A-Z]))?)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\],;\"“”]{2,300}")
_SITE = re.compile(
    r"(?<![\w@.])[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,60}){0,3}\.(?:com|org|net|edu|info|eu|uk)\b(?:/[^\s<>()\[\],;]{0,300})?"
)
_DATED_SITE = re.compile(
    r"((?:www\.)?[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,60}){0,2}\.(?:com|org|net|edu|info|eu|uk))(?=[,.;]?\s)"
)
_SITE_THEN = re.compile(r"[,.;(\s–—-]{1,4}(?:\w+day,?\s)?")
_YEAR_ALONE = re.compile(rf"[\s,.;:(–—-]{{1,4}}({YEAR})[\s,.;)\]]{{0,6}}\Z")
_UNREAD = re.compile(r"\bvia\b|[/|\"“”?!:<>]|\s(?:is|was|are|were|has|have|said|from|by|with)\s")
_FIRST = re.compile(r"\b(?:first|originally)\b", re.IGNORECASE)
_WROTE = re.compile(
    r"\b(?:published|appeared|appears|printed|ran|run)(?:\sand\s\w{1,12})?\s"
    r"(?:here\s|online\s)?(?:by|in|on|at)\s(?!(?:the\s)?(?:\w+\s)?permission\b)",
    re.IGNORECASE,
)
_REPRINTED = re.compile(
    r"\b(?:(?:reprinted|republished|reproduced|reposted)\s(?:here\s)?"
    r"(?:(?:with|by)\s(?:the\s)?(?:\w+\s)?permission\s)?(?:courtesy\s)?(?:from|of)"
    r"|(?:(?:printed|published|used)\s(?:here\s)?)?(?:with|by)\s(?:the\s)?(?:\w+\s)?permission\s"
    r"(?:from|of)|(?:originally|first)\sfrom)\s",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?:(?:the|its|an?)\s)?([^\n.;]{0,40}?\b(?:issues?|editions?|number))\s(?:of|in)\s",
    re.IGNORECASE,
)
_PERMISSION = re.compile(r"\bpermission\b|\bcourtesy\b", re.IGNORECASE)
_WHEN = re.compile(r"(?:\w+day,?\s)?")
_THEN = re.compile(r",?\s(?:in|by|at|on)\s")
_PUBLISHES = re.compile(
    r"\s(?:publishe[sd]|ran|printed)\sthis\s(?:article|piece|essay|commentary|column|op-ed|editorial)\b"
)
_TOGETHER = re.compile(
    r"\bin\s(?:collaboration|cooperation|co-operation|partnership|association)\swith\s",
    re.IGNORECASE,
)
_WRITTEN_FOR = re.compile(r"\b(?:written|commissioned)\s(?:for|by)\s", re.IGNORECASE)
_DISTRIBUTED = re.compile(
    r"\b(?:distributed|syndicated|circulated|provided)(?:\sand\s\w{1,12})?\s(?:here\s)?"
    r"(?:with\s(?:\w{1,12}\s)?permission\s)?(?:by|through)\s",
    re.IGNORECASE,
)
_DISTRIBUTES = re.compile(r"\sdistribute[sd]\sthis\s")
_BODY = re.compile(
    r",\s(?:which\sis\s)?(?:an?\s|the\s)?(?:[a-z-]{3,20}\s){0,2}?(?:project|programme|program|publication|service|"
    r"initiative|product|magazine|newsletter|division|arm|think\stank)\s(?:of|at|run\sby)\s"
    r"|,\s(?:which\sis\s|an?\s(?:[a-z-]{3,20}\s){1,3})?(?:published|run|owned)\sby\s"
)
_JOINED = re.compile(r"\s(?:and|&)\s(?=(?:in\s)?(?:the\s)?[^\W\d_a-z])")
_LIST = re.compile(r",\s[^\W\d_a-z][^,.\d]{1,40}(?:,\s[^,.\d]{2,40})?\sand\s[^,.\d]{2,40}(?:,|\Z)")
_PUBLISHER = re.compile(
    r"(?:,\s(?:which\s)?|\s)(?:is\s)?(?:published|run|owned)\sby\s(?=the\s[A-Z]|[A-Z])"
)
_IN_PARENTHESES = re.compile(
    r"\s\((?:[A-Z][\w&-]{1,15},\s)?(?:online\sat\s)?((?:https?://|www\.)[^\s()<>,;]{3,200})\)"
)
_IN_LANGUAGE = re.compile(
    r"(?:Arabic|Hebrew|English|French|Spanish|German|Urdu|Bahasa\sIndonesia|Indonesian|Turkish|Farsi|"
    r"Persian|Italian|Dutch|Russian|Portuguese|Danish|Norwegian|Swedish)(?:\s\w+ly)?,?\s(?:by|in|on|at)\s"
)
_ARTICLES = frozenset(
    {"der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "de", "het"}
)
_IN = re.compile(r"\sin\s(?=[^\W\d_a-z])")
_NO = re.compile(r"\b(?:not|never|no|version|adapted|excerpt|excerpted)\b", re.IGNORECASE)


_LINKED = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"(?:the\s)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """What one statement says of a publication or a distribution.

    Attributes:
        kind: the statement's kind.
        first: whether it says that the publication was the first.
        span: the whole statement.
        imprint: whether no word says what the outlet did: its name stands over the article.
    """

    kind: SegmentKind
    outlet: Fact[Organisation]
    span: Span
    first: bool = False
    body: Fact[Organisation] | None = None
    date: Fact[str] | None = None
    address: Fact[str] | None = None
    imprint: bool = False


@remembered
def read(document: Document, kind: SegmentKind, bounds: Bounds) -> list[Credit]:
    """What a statement of this kind says; empty if it names no outlet for certain."""
    if kind is SegmentKind.SOURCE_LINE:
        found = [_source_line(document, bounds)]
    elif kind in (SegmentKind.DISTRIBUTION, SegmentKind.PUBLICATION):
        found = [_publication(document, bounds), _distribution(document, bounds)]
    else:
        found = []
    return [_linked(document, credit) for credit in found if credit]


def _linked(document: Document, credit: Credit) -> Credit:
    """A credit with the address that its outlet's name is a link to, if none is printed."""
    name = credit.outlet.span
    if credit.address or not document.links or not name:
        return credit
    for link in document.links:
        target = document.text[slice(*link.target)]
        if _is_link_of(document, link, name) and _LINKED.match(target):
            return replace(credit, address=printed(document, *link.target, LINK))
    return credit


def _is_link_of(document: Document, link: Link, name: Span) -> bool:
    """Whether a link is printed on a name: all of it, and nothing else but an article before."""
    start, end = trimmed(document.prose, *link.anchor, also=",.;:")
    before = document.prose[start : max(start, name.start)]
    ends = name.start < end and end in (name.end, name.end + 1)  # a full stop of its own
    return ends and _BEFORE_NAME.match(before) is not None


def credits(document: Document, blocks: Iterable[Block]) -> list[Credit]:
    """What all credit lines of an article say, in order."""
    return [
        credit
        for block in blocks
        for segment in block.segments
        for credit in read(document, segment.kind, (segment.span.start, segment.span.end))
    ]


def _source_line(document: Document, bounds: Bounds) -> Credit | None:
    text, (start, end) = document.prose, bounds
    label = _LABEL.match(text, start, end)
    if label and "sources" in label.group().lower():
        return None
    begin, first = _date_first(text, label.end() if label else start, end)
    site = _DATED_SITE.match(text, begin, end) if label else None
    if site and "courtesy" not in text[start:begin].lower():
        return _site_line(document, bounds, site.span(1))
    stop = name_end(text, begin, end)
    name = organisation(text, begin, end)
    start_of_name, end_of_name = trimmed(text, begin, stop, also=",.;:–—-*_")
    if text[end_of_name : end_of_name + 1] == "." and _own_stop(text[start_of_name:end_of_name]):
        end_of_name += 1
    printed_name = squeezed(text[start_of_name:end_of_name])
    if not _is_outlet(printed_name) or _LIST.match(text, end_of_name, end):
        return None
    if _may_be_person(text, printed_name, end_of_name, end):
        return None
    courtesy = label is not None and "courtesy" in label.group().lower()
    when = _date(document, end_of_name, min(end, end_of_name + 40), SOURCE_LINE)
    if courtesy and when is None and looks_like_person(printed_name) and not is_known(printed_name):
        return None
    short = name.short if name and name.end == end_of_name else ""
    return Credit(
        SegmentKind.SOURCE_LINE,
        outlet(document, start_of_name, end_of_name, short, SOURCE_LINE),
        document.span(start, end),
        date=_dated(document, first, SOURCE_LINE) or _date(document, end_of_name, end, SOURCE_LINE),
        address=_address(document, begin, end, SOURCE_LINE),
        body=_publisher(document, end_of_name, end),
    )


def _site_line(document: Document, bounds: Bounds, site: Bounds) -> Credit | None:
    """The outlet in "Source: www.herald.example, 13 June 2008": a site, by its address alone."""
    when = printed_date(document.prose, site[1], min(bounds[1], site[1] + 40))
    if when is None or not _SITE_THEN.fullmatch(document.prose, site[1], when.start):
        return None
    return Credit(
        SegmentKind.SOURCE_LINE,
        _named_site(document, site),
        document.span(*bounds),
        date=_dated(document, when, SOURCE_LINE),
    )


def _named_site(document: Document, site: Bounds) -> Fact[Organisation]:
    """The outlet that a site's address names, as printed."""
    value = Organisation(squeezed(document.prose[slice(*site)]), "")
    return Fact(value, document.span(*site), SOURCE_LINE, Certainty.MEDIUM)


def _date_first(text: str, start: int, end: int) -> tuple[int, PrintedDate | None]:
    """Where the name begins in "Source: 4 May 2008, The Herald", and the date before it."""
    day = _WHEN.match(text, start, end)
    when = printed_date(text, start, min(end, start + 40))
    if when is None or day is None or when.start != day.end():
        return start, None
    joined = re.compile(r"\s?(?:[,:|–—-]|\n)\s{0,4}(?=[^\W\d_])").match(text, when.end, end)
    return (joined.end(), when) if joined else (start, None)


def _may_be_person(text: str, name: str, stop: int, end: int) -> bool:
    """Whether a name may be a person's, with the outlet's name behind a comma."""
    behind = re.compile(r",\s(?=[^\W\d_a-z])").match(text, stop, end)
    when = printed_date(text, stop, end)
    first = when is not None and behind is not None and when.start == behind.end()
    foreign = name.split()[0].lower() in _ARTICLES
    return looks_like_person(name) and behind is not None and not first and not foreign


def _own_stop(name: str) -> bool:
    return re.search(r"(?:\b[A-Z]\.[A-Z]|\b(?:Inc|Ltd|Co))$", name) is not None


_MARK = re.compile(r"\s?[,;(\[|]|\.(?=\s|\Z)|\s[–—-]\s")


def name_end(text: str, start: int, end: int) -> int:
    """Where the outlet's name in a source line ends: at a comma, a parenthesis, a date, a stop."""
    stops = [end]
    mark = _MARK.search(text, start, end)
    while (
        mark
        and mark.group() == "."
        and re.search(r"\b(?:St|[A-Z]|Mt|Ft)$", text[start : mark.start()])
    ):
        mark = _MARK.search(text, mark.end(), end)
    stops += [mark.start()] if mark else []
    when = printed_date(text, start, end)
    stops += [when.start] if when else []
    where = _ADDRESS.search(text, start, end)
    stops += [where.start()] if where else []
    return min(stops)


def _is_outlet(name: str) -> bool:
    """Whether what stands behind "Source:" is written like an outlet's name."""
    words = name.split()
    if not words or len(words) > 10 or _UNREAD.search(name) or _SITE.fullmatch(name):
        return False
    capital = any(c.isupper() for c in words[0])
    small = sum(w[0].islower() and not any(c.isupper() for c in w) for w in words)
    return capital and small * 2 <= len(words) and not name.isdigit()


def _publication(document: Document, bounds: Bounds) -> Credit | None:
    text, (start, end) = document.prose, bounds
    verbs = filter(None, (p.search(text, start, end) for p in (_WROTE, _REPRINTED)))
    verb = min(verbs, key=lambda match: match.start(), default=None)
    first = verb is not None and _FIRST.search(text, start, verb.start() + 1) is not None
    if verb is None and (before := _PUBLISHES.search(text, start, end)):
        return _publisher_first(document, bounds, before.start())
    for_ = _WRITTEN_FOR.search(text, start, end) if verb is None else None
    found = verb or for_
    if found is None or _NO.search(text, start, found.start()):
        return None
    begin, when = _issue(text, found.end(), end)
    name = _stated_name(text, begin, end)
    if name is None or (_PERMISSION.search(found.group()) and _is_person(text, name)):
        return None
    if found.group().lower().endswith("in ") and _may_be_town(text, name, end):
        return None
    link = _BODY.match(text, name.after, end)
    end = _other_verb(text, link.end() if link else name.end, end)
    first = first or text[start : found.end()].lstrip("*_([ ").lower().startswith("first")
    return Credit(
        SegmentKind.OTHER if for_ else SegmentKind.PUBLICATION,
        outlet(document, name.start, name.end, name.short, PUBLISHED),
        document.span(start, end),
        first=first,
        body=_body(document, name, end) or _publisher(document, name.after, bounds[1]),
        date=_dated(document, when, PUBLISHED) or _date(document, name.after, end, PUBLISHED),
        address=_own_address(document, name, end, PUBLISHED),
    )


def _publisher_first(document: Document, bounds: Bounds, verb: int) -> Credit | None:
    """The outlet before the verb: "THE DAILY HERALD publishes this commentary"."""
    name = _stated_name(document.prose, bounds[0], verb)
    if name is None or name.after != verb:
        return None
    return Credit(
        SegmentKind.PUBLICATION,
        outlet(document, name.start, name.end, name.short, PUBLISHED),
        document.span(*bounds),
    )


def _issue(text: str, start: int, end: int) -> tuple[int, PrintedDate | None]:
    """Where the outlet's name begins behind "in", and the date between: "the 4 May issue of X"."""
    spoken = _IN_LANGUAGE.match(text, start, end)
    start = spoken.end() if spoken else start
    issue = _ISSUE.match(text, start, end)
    if issue:
        return issue.end(), printed_date(text, issue.start(1), issue.end(1))
    day = _WHEN.match(text, start, end)
    when = printed_date(text, start, min(end, start + 40))
    if when is None or day is None or when.start != day.end():
        return start, None
    then = _THEN.match(text, when.end, end)
    return (then.end(), when) if then else (start, None)


def _may_be_town(text: str, name: Name, end: int) -> bool:
    """Whether one unknown word behind "published in", with no date behind it, may be a town."""
    word = text[name.start : name.end]
    alone = " " not in word and word[1:].islower() and not (name.short or is_known(word))
    return alone and printed_date(text, name.end, end) is None


def _is_person(text: str, name: Name) -> bool:
    """Whether a name in a permission may be that of a person."""
    printed_name = squeezed(text[name.start : name.end])
    return looks_like_person(printed_name) and not is_known(printed_name)


def _distribution(document: Document, bounds: Bounds) -> Credit | None:
    text, (start, end) = document.prose, bounds
    verb = _DISTRIBUTED.search(text, start, end) or _TOGETHER.search(text, start, end)
    before = _DISTRIBUTES.search(text, start, end) if verb is None else None
    if (verb is None and before is None) or _NO.search(text, start, (verb or before).start()):  # type: ignore[union-attr]
        return None
    name = _stated_name(text, verb.end() if verb else start, end)
    if name is None or (before and name.after > before.start()):
        return None
    end = _other_verb(text, name.end, end)
    if before and text[name.start : name.start + 4] == "The ":
        name = replace(name, start=name.start + 4)
    return Credit(
        SegmentKind.DISTRIBUTION,
        outlet(document, name.start, name.end, name.short, DISTRIBUTED),
        document.span(start, end),
        date=_date(document, name.after, end, DISTRIBUTED),
        address=_own_address(document, name, end, DISTRIBUTED),
    )


def _other_verb(text: str, start: int, end: int) -> int:
    """Where a sentence begins to speak of another outlet, or ``end``."""
    verbs = (p.search(text, start, end) for p in (_WROTE, _DISTRIBUTED, _REPRINTED))
    return min((verb.start() for verb in verbs if verb), default=end)


def _stated_name(text: str, start: int, end: int) -> Name | None:
    """The outlet named in a sentence, None if it may be a person's or two names."""
    name = organisation(text, start, end)
    if name is None or text[name.start : name.end].isdigit():
        return None
    known = known_end(text, name.start)
    if known > name.end or (known == name.end and not name.certain):
        name = replace(name, end=known, after=max(known, name.after), certain=True)
    if not name.certain and not _is_one(text[name.start : name.end]):
        return None
    name = _with_in(text, name, end)
    joined = _JOINED.match(text, name.after, end) is not None
    return None if joined or printed_date(text, start, name.end) else name


def _is_one(name: str) -> bool:
    """Whether a name with "and" in it is one: "The Mill and Weir", not "The Times and Dawn"."""
    before, _, behind = name.partition(" and ")
    words = before.lower().split()
    return words[0] == "the" and not OUTLETS.intersection(words) and " and " not in behind


def _with_in(text: str, name: Name, end: int) -> Name:
    """A name with "in" inside it, if only what follows makes it one: "Partners in Hope Service"."""
    link = _IN.match(text, name.end, end) if not name.named else None
    rest = organisation(text, link.end(), end) if link else None
    if rest is None or text[rest.start : rest.end].split()[-1].lower() not in OUTLETS:
        return name
    return replace(rest, start=name.start, certain=name.certain and rest.certain)


def outlet(document: Document, start: int, end: int, short: str, rule: Rule) -> Fact[Organisation]:
    """An outlet as printed; in full if a service is printed by its short form alone."""
    name = squeezed(document.prose[start:end])
    full = SERVICES.get(name.casefold())
    span = document.span(start, end)
    if full:
        return Fact(Organisation(full, name), span, SERVICE_NAME)
    return Fact(Organisation(name, short), span, rule)


def _publisher(document: Document, start: int, end: int) -> Fact[Organisation] | None:
    """The body behind the outlet, named further on in the line: ", published by the X Society"."""
    link = _PUBLISHER.search(document.prose, start, end)
    body = organisation(document.prose, link.end(), end) if link else None
    return _organised(document, body) if body and body.certain and body.named else None


def _body(document: Document, name: Name, end: int) -> Fact[Organisation] | None:
    text = document.prose
    link = _BODY.match(text, name.after, end)
    body = organisation(text, link.end(), end) if link else None
    return _organised(document, body) if body and body.certain else None


def _organised(document: Document, body: Name) -> Fact[Organisation]:
    value = Organisation(squeezed(document.prose[body.start : body.end]), body.short)
    return Fact(value, document.span(body.start, body.end), PROJECT_OF, Certainty.MEDIUM)


def _dated(document: Document, when: PrintedDate | None, rule: Rule) -> Fact[str] | None:
    return Fact(when.iso, document.span(when.start, when.end), rule) if when else None


def _date(document: Document, start: int, end: int, rule: Rule) -> Fact[str] | None:
    """The date printed behind a name; a year alone only at the very end."""
    when = printed_date(document.prose, start, end)
    if when:
        return _dated(document, when, rule)
    year = _YEAR_ALONE.match(document.prose, start, end)
    return printed(document, *year.span(1), rule) if year else None


def _address(document: Document, start: int, end: int, rule: Rule) -> Fact[str] | None:
    text = document.prose
    match = _ADDRESS.search(text, start, end) or _SITE.search(text, start, end)
    if not match:
        return None
    stop = match.start() + len(match.group().rstrip(".,;:!?'’*_"))
    return printed(document, match.start(), stop, rule)


def _own_address(document: Document, name: Name, end: int, rule: Rule) -> Fact[str] | None:
    """The address in a sentence, unless it is that of a body named between."""
    inside = _IN_PARENTHESES.match(document.prose, name.end, end)
    if inside:
        return printed(document, *inside.span(1), rule)
    between = _BODY.match(document.prose, name.after, end)
    return None if between else _address(document, name.end, end, rule)
