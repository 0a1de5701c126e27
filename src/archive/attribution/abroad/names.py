"""Names of organisations and people in a language, as far as its words tell where they end.

Where names are told by capitals, an organisation's name is a capitalised phrase, or begins with a
common noun ("lycée", "Institut"). Where they are not, only such a noun tells it, or quotes do.
"""

from __future__ import annotations

import re

from archive.attribution.evidence import squeezed, trimmed
from archive.attribution.names import Name, short_form
from archive.attribution.people import person_end
from archive.attribution.tongues import Tongue
from archive.model.document import Bounds

CLAUSE_END = re.compile(r"\s?[,،;؛:|()\[\]!?؟۔]|\.(?=\s|\Z)|\s[–—-]\s|\Z")
"""A pattern for where a clause ends."""

_WORD = re.compile(r"[^\s,،;؛:|()\[\]!?؟۔]+")
_QUOTED = re.compile(r"[«“„\"״]\s?([^«»“”„\"״\n]{2,80}?)\s?[»”“\"״]")
_ARTICLE = re.compile(
    r"(?:[LlDd]['’]|(?:le|la|les|el|los|las|der|die|das|dem|den|the|il|lo|gli|o|os|a|as|de|het|den)\s)"
)
_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
TITLE = re.compile(
    r"(?:(?:(?:Drs|Dra|Pdt|Ust|Ir|Hj?|KH|Dr|Prof|Mme|Mlle|Sra?|Dña|Lic|Ing|Dipl|Mag|Dott|Avv|Don|Doña|د|أ|م|ا)\."
    r"|Dr|Mme|Mlle|الدكتور|الدكتورة|الأستاذ|الأستاذة|ڈاکٹر|پروفیسر|ד[\"״]ר|פרופ['׳])(?:-Ing\.)?\s?){1,3}(?=\S)"
)
"""A pattern for titles before a name, with their full stops."""

_SHORT = re.compile(r"\s?[(\[]([^()\[\]\n]{2,40})[)\]]")
_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0640\u064b-\u0655\u0670\u200c'’׳״\".-])*")
_MOST_WORDS = 12


def clause_end(text: str, start: int, end: int) -> int:
    """Where the clause at ``start`` ends."""
    match = CLAUSE_END.search(text, start, end)
    return min(match.start(), end) if match else end


def organisation(text: str, start: int, end: int, tongue: Tongue) -> Name | None:
    """The organisation named right at ``start``, None if the words do not tell that it is one."""
    stop = clause_end(text, start, end)
    begin = trimmed(text, start, stop)[0]
    kind = tongue.kinds_of.match(text, begin, stop)
    begin = kind.end() if kind else begin
    quoted = _QUOTED.match(text, begin, end)
    if quoted:
        return _name(text, *quoted.span(1), quoted.end(), named=True)
    article = _ARTICLE.match(text, begin, stop) if tongue.capitals and not kind else None
    begin = article.end() if article and text[begin].islower() else begin
    headed = tongue.heads.match(text, begin, stop)
    if not tongue.capitals:
        return _by_head(text, begin, stop, tongue) if headed else None
    small = text[begin : begin + 1].islower()
    if small and (headed is None or tongue.to.match(text, headed.end(), stop)):
        return None
    last = (
        _headed_end(text, begin, stop, tongue) if headed else _capitals(text, begin, stop, tongue)
    )
    name = squeezed(text[begin:last])
    words = name.split()
    if not words or len(words) > _MOST_WORDS or name.casefold() in tongue.places:
        return None
    if len(words) == 1 and headed and words[0].islower():
        return None
    named = bool(tongue.heads.search(text, begin, last)) or _is_short(words)
    return _name(text, begin, last, last, named=named)


def _is_short(words: list[str]) -> bool:
    """Whether a name is written as a short form: IPS, CGNews."""
    return len(words) == 1 and bool(short_form(words[0]))


def _name(text: str, start: int, end: int, after: int, *, named: bool) -> Name | None:
    start, end = trimmed(text, start, end, also=_MARKS)
    if start >= end:
        return None
    paren = _SHORT.match(text, after)
    short = short_form(paren[1]) if paren else ""
    after = paren.end() if paren and short else after
    words = tuple(squeezed(text[start:end]).casefold().split())
    return Name(start, end, short, after, words, definite=False, certain=named)


def _by_head(text: str, start: int, stop: int, tongue: Tongue) -> Name | None:
    """A name that begins with a common noun of organisations, in a script without capitals."""
    last = _cut(text, start, stop, tongue)
    count = len(text[start:last].split())
    if not 2 <= count <= 8 or any(c.isdigit() for c in text[start:last]):
        return None
    return _name(text, start, last, last, named=True)


def _headed_end(text: str, start: int, stop: int, tongue: Tongue) -> int:
    """Where a name that begins with a common noun ends, small words inside it."""
    return _cut(text, start, stop, tongue)


def _cut(text: str, start: int, stop: int, tongue: Tongue) -> int:
    """A clause without what is said of the organisation in it, and without its place."""
    turn = tongue.turns.search(text, start, stop)
    last = turn.start() if turn else stop
    last = before_role(text, start, last, tongue)
    for place in reversed(list(tongue.place.finditer(text, start, last))):
        behind = text[place.end() : last].split()
        if 1 <= len(behind) <= 3 and not tongue.heads.match(text, place.end()):
            before = text[start : place.start()].split()
            if len(before) >= 2 or squeezed(text[place.end() : last]).casefold() in tongue.places:
                return place.start() if _may_be_place(behind, tongue) else last
    return last


def _may_be_place(words: list[str], tongue: Tongue) -> bool:
    return not tongue.capitals or all(word[0].isupper() for word in words if len(word) > 3)


def before_role(text: str, start: int, stop: int, tongue: Tongue) -> int:
    """Where "and" leads to another role or another organisation, or ``stop``."""
    for joint in re.compile(tongue.both, re.IGNORECASE).finditer(text, start, stop):
        place = joint.end()
        if text[place - 1].isspace() or not tongue.capitals:
            article = tongue.article.match(text, place, stop)
            word = _WORD.match(text, article.end() if article else place, stop)
            if word and word.group().casefold() in tongue.roles:
                return joint.start()
    return stop


def _capitals(text: str, start: int, stop: int, tongue: Tongue) -> int:
    """Where the capitalised phrase at ``start`` ends, small words only between others."""
    place, last, joints = start, start, 0
    stop = _cut(text, start, stop, tongue)
    for word in _WORD.finditer(text, start, stop):
        if text[place : word.start()].strip():
            break
        bare = re.sub(r"^[dl]['’]", "", word.group())
        if bare[:1].isupper() or bare[:1].isdigit() or any(c.isupper() for c in bare):
            last, joints = word.end(), 0
        elif (word.group().casefold() in tongue.joints and joints < 3) or (
            joints and bare.isalpha() and tongue.tag == "de"
        ):
            joints += 1
        else:
            break
        place = word.end()
    return last - (text[last - 1] == "." and last > start)


def outlet(text: str, start: int, stop: int, tongue: Tongue) -> tuple[int, int, str]:
    """The bounds of the outlet's name in ``text[start:stop]``, and its short form, if printed."""
    end = stop
    paren = _SHORT.search(text, start, stop)
    short = ""
    if paren:
        short, end = short_form(paren[1].split(",")[0]), paren.start()
    dash = re.compile(r"\s[–—-]\s").search(text, start, end)
    if dash:
        short = short or short_form(re.split(r"\s", text[dash.end() : end].strip())[0] or "")
        end = dash.start()
    clause = re.compile(r"\s?[,،;؛|]|\.(?=\s|\Z)|۔").search(text, start, end)
    end = clause.start() if clause else end
    end = _without(tongue.on, text, start, end)
    start, end = trimmed(text, start, end, also=_MARKS + ",.;:–—*_،۔")
    quoted = _QUOTED.fullmatch(text, start, end)
    if quoted:
        start, end = quoted.span(1)
    return start, end, short


def _without(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """``end`` before what ``pattern`` finds at the end."""
    match = pattern.search(text[start:end].rstrip() + " ")
    return start + match.start() if match else end


def person_stop(text: str, start: int, end: int, tongue: Tongue) -> int:
    """Where the person's name at ``start`` ends; ``start`` if what stands there is none."""
    title = TITLE.match(text, start, end)
    begin = title.end() if title else start
    both = re.compile(tongue.both, re.IGNORECASE)
    if tongue.capitals:
        joint = both.search(text, begin, end)
        stop = person_end(text, begin, joint.start() if joint else end)
        return stop if stop > begin else start
    stop = clause_end(text, begin, end)
    joint = both.search(text, begin, stop)
    while joint and len(text[begin : joint.start()].split()) < 2:
        joint = both.search(text, joint.end(), stop)
    begin, stop = trimmed(text, begin, joint.start() if joint else stop, also=_MARKS)
    return stop if is_person(text[begin:stop], tongue) else start


def is_person(name: str, tongue: Tongue) -> bool:
    """Whether a phrase can be a person's name, in a script without capitals."""
    words = name.split()
    plain = [word.strip(".") for word in words]
    if not 2 <= len(words) <= 6 or not all(_LETTERS.fullmatch(word) for word in words):
        return False
    return not tongue.heads.match(name) and not any(w in tongue.no_roles for w in plain)


def find(text: str, name: Bounds, start: int) -> int:
    """Where the name at the bounds ends if it is printed at ``start``, too; else ``start``."""
    words = (re.escape(word) for word in text[slice(*name)].split())
    match = re.compile(r"\s+".join(words)).match(text, start)
    return match.end() if match else start
