"""What of a message is passed on: the forwarded text, without note, header lines and signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.model.document import Bounds

# What mail programs write before a subject that is passed on, and before one that is answered.
_TAGS = re.compile(r"^(?:\s*\[[^\]]{1,60}\])*\s*")
_FORWARD = re.compile(
    r"(?:fwd?|fw|wg|tr|rv|i|enc|vb|vl|pd|doorst|ilt|i̇lt|переслано|הועבר|إعادة توجيه)\s*:",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"(?:re|aw|sv|vs|antw|odp|ynt|rif|r|res|rép|ref|bls|отв|השב|תגובה|رد)\s*(?:\[\d+\])?\s*:",
    re.IGNORECASE,
)
# A forwarded header names its sender, in the language of the program.
# fmt: off
_FROM = frozenset([
    "from", "von", "de", "da", "fra", "från", "van", "od", "kimden", "dari", "mula",
    "от", "від", "מאת", "من", "از",
])
# fmt: on
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_RULED = re.compile(r"[-–—_=]{2,}[ \t]*\S[^\n]{1,80}?\S[ \t]*:?[ \t]*[-–—_=]{2,}$")
_LABEL = re.compile(r"[*_]{0,2}([^\W\d_][\w'’ -]{0,24}?)[*_]{0,2}\s?:[*_]{0,2}(?:\s+(\S.*))?$")
_WROTE = re.compile(r"[^\n]{0,300}?(?:\d{4}|\d\d?[:.]\d\d|@)[^\n]{0,200}:$")
_SIGNATURE = re.compile(r"--[ \t]?$")
_FOOTER = re.compile(r"_{10,}[ \t]*$")
_LIST = re.compile(r"mailing list|listinfo|unsubscribe|@|https?://", re.IGNORECASE)
# What a mailing says of itself, over and under what it sends.
_SERVICE = re.compile(
    r"\b(?:in|im|dans|en|no|di|dengan) (?:(?:your|a|the|ihrem|votre|un|su|tu|el|seu) )?(?:web ?)?"
    r"(?:browser|navigateur|navegador|peramban)\b|\btrouble (?:reading|viewing|seeing) this\b|"
    r"\bunsubscribe\b|\bmanage your (?:e-?mail )?(?:preferences|subscription)|\babbestellen\b|"
    r"\bnewsletter abmelden\b|\bdés(?:abonner|inscrire)\b|\bversion en ligne\b|"
    r"\bdarse de baja\b|\bcancelar (?:su|tu|la|sua) (?:suscripción|assinatura)\b|"
    r"\bberhenti berlangganan\b|"
    r"إلغاء الاشتراك|المتصفح|הסרה מרשימת|להסרה|בדפדפן|ان سبسکرائب|رکنیت ختم",
    re.IGNORECASE,
)
_LONGEST_SERVICE = 250  # characters of such a line
_MOST_SERVICE = 4  # lines of it over a text, and as many under it
_MOST_HEADER = 16  # lines of a forwarded header
_MOST_SIGNATURE = 12  # lines of a signature, or of what a list sets under each message
_MOST_NESTED = 16
_MOST_LINES = 200_000  # of a message that is looked through; what has more is no forwarded article
_OWN_TEXT = 1_200  # characters; who writes more than that to an answer may be writing an article


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    quoted: bool
    text: str  # without marks of quoting and white space around it


def is_reply(subject: str) -> bool:
    """Whether a subject is that of an answer, as ``Re:`` and its likes say."""
    return bool(_REPLY.match(subject, _tags(subject)))


def is_forward(subject: str) -> bool:
    """Whether a subject is that of a message passed on."""
    return bool(_FORWARD.match(subject, _tags(subject)))


def passed_on(text: str, subject: str) -> Bounds | None:
    """What of a message is to be read as a text.

    Args:
        text: its body.
        subject: its subject, decoded.

    Returns:
        Where the forwarded text is; of a message that forwards nothing, all but its signature;
        None of an answer, which is no copy of anything.
    """
    if text.count("\n") > _MOST_LINES:
        return 0, len(text)
    lines = _lines(text)
    answer = is_reply(subject)
    start = _after_header(lines)
    if answer:
        return _answer(lines, start)
    if start:
        return _bounds(_forwarded(lines, start))
    quoted = [index for index, line in enumerate(lines) if line.quoted]
    if quoted and (is_forward(subject) or _mostly_quoted(lines)):
        if not is_forward(subject) and _introduced(lines, quoted[0]):
            return None
        return _bounds(_quoted_run(lines, quoted[0]))
    return _bounds(lines[: _end(lines)])


def _tags(subject: str) -> int:
    match = _TAGS.match(subject)
    return match.end() if match else 0


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    place = 0
    for line in text.split("\n"):
        mark = _QUOTE.match(line)
        inner = line[mark.end() if mark else 0 :].strip()
        lines.append(_Line(place, place + len(line), bool(mark), inner))
        place += len(line) + 1
    return lines


def _bounds(lines: list[_Line]) -> Bounds | None:
    """From the first line that is not blank to the last, without what a mailing says of itself."""
    said = [line for line in lines if line.text]
    for _ in range(_MOST_SERVICE):
        said = said[1:] if said and _is_service(said[0]) else said
        said = said[:-1] if said and _is_service(said[-1]) else said
    return (said[0].start, said[-1].end) if said else None


def _is_service(line: _Line) -> bool:
    return len(line.text) <= _LONGEST_SERVICE and _SERVICE.search(line.text) is not None


def _after_header(lines: list[_Line], first: int = 0) -> int:
    """The index of the line after the first forwarded header; 0 if there is none."""
    for index in range(first, len(lines)):
        text = lines[index].text
        if _RULED.match(text):
            end = _header(lines, _next(lines, index + 1), fewest=2, strict=False)
        elif text.endswith(":") and len(text) <= 80 and " " in text:
            end = _header(lines, _next(lines, index + 1), fewest=2, strict=True)
        elif text and (not index or not lines[index - 1].text):
            end = _header(lines, index, fewest=3, strict=True)
        else:
            continue
        if end:
            return end
    return 0


def _next(lines: list[_Line], index: int) -> int:
    """The next line that is not blank, at most two lines on."""
    while index < len(lines) and not lines[index].text and index < index + 2:
        index += 1
    return index


def _header(lines: list[_Line], first: int, fewest: int, *, strict: bool) -> int:
    """The index after a block of header lines that begins at ``first``; 0 if there is none."""
    labels: list[str] = []
    addressed = False
    index = first
    while index < len(lines) and index < first + _MOST_HEADER and lines[index].text:
        match = _LABEL.match(lines[index].text)
        if match:
            labels.append(match[1].casefold())
        elif not labels or "@" not in lines[index].text:
            break
        addressed = addressed or "@" in lines[index].text
        index += 1
    named = not _FROM.isdisjoint(labels)
    enough = len(labels) >= fewest and (not strict or (named and addressed))
    return index if enough and index < len(lines) else 0


def _forwarded(lines: list[_Line], start: int) -> list[_Line]:
    """The lines of the innermost forward."""
    for _ in range(_MOST_NESTED):
        further = _after_header(lines, start)
        if not further or _length(lines[start:further]) > _OWN_TEXT:
            break
        start = further
    rest = lines[start:]
    first = next((index for index, line in enumerate(rest) if line.text), 0)
    if rest[first : first + 1] and rest[first].quoted:
        return _quoted_run(rest, first)
    return rest[: _end(rest)]


def _quoted_run(lines: list[_Line], first: int) -> list[_Line]:
    """The quoted lines from ``first`` on, to the next line that is not quoted nor blank."""
    end = first
    while end < len(lines) and (lines[end].quoted or not lines[end].text):
        end += 1
    return lines[first:end]


def _mostly_quoted(lines: list[_Line]) -> bool:
    quoted = _length([line for line in lines if line.quoted])
    return quoted >= 2 * _length([line for line in lines if not line.quoted])


def _introduced(lines: list[_Line], first: int) -> bool:
    """Whether "On 5 February 2008, Ann Lee wrote:" stands over a quotation."""
    over = [line.text for line in lines[max(0, first - 4) : first] if line.text]
    return bool(over and (_WROTE.match(over[-1]) or _WROTE.match(" ".join(over[-2:]))))


def _answer(lines: list[_Line], start: int) -> Bounds | None:
    """What an answer says itself, if that is long; None if it is the usual few lines."""
    quoted = [line for line in lines if line.quoted]
    if not quoted and not start:
        return _bounds(lines[: _end(lines)])
    first = next((index for index, line in enumerate(lines) if line.quoted), len(lines))
    own = lines[: min(first, start or len(lines))]
    return _bounds(own) if _length(own) > max(_OWN_TEXT, 4 * _length(quoted)) else None


def _length(lines: list[_Line]) -> int:
    return sum(len(line.text) for line in lines)


def _end(lines: list[_Line]) -> int:
    """The index after the last line that is neither signature nor the footer of a list."""
    for index in range(max(0, len(lines) - 4 * _MOST_SIGNATURE), len(lines)):
        rest = [line.text for line in lines[index + 1 :] if line.text]
        if len(rest) > _MOST_SIGNATURE or not index:
            continue
        if _SIGNATURE.match(lines[index].text):
            return index
        if _FOOTER.match(lines[index].text) and any(map(_LIST.search, rest)):
            return index
    return len(lines)
