"""Rich text: what stands in a CSL-JSON field or in an affix, as marked text.

CSL-JSON ("Rich text within fields" in the citeproc-js manual) knows ``<i>``, ``<b>``, ``<sup>``,
``<sub>``, ``<sc>``, ``<span style="font-variant:small-caps;">``, ``<span class="nocase">`` and
``<span class="nodecor">``; quotation marks are straight ones or those of the style's language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache

from archive.cite.csl import marks
from archive.cite.csl.tree import Quotes

APOSTROPHE = "’"

_TAGS = {
    "<i>": (marks.FIELD_ITALIC, "</i>"),
    "<b>": (marks.FIELD_BOLD, "</b>"),
    "<sc>": (marks.FIELD_SMALL_CAPS, "</sc>"),
    "<sup>": (marks.SUPERSCRIPT, "</sup>"),
    "<sub>": (marks.SUBSCRIPT, "</sub>"),
}
_SPAN = r'<span\s+(?:style="font-variant:\s*small-caps;?"|class="no(?:case|decor)")[^<>]*>'
_CLOSING_TAG = "</(?:i|b|sc|sup|sub|span)>"

# Letters that an apostrophe joins ("d’Arc"): Latin, Greek, Cyrillic, Hebrew, Arabic, Thai.
_LETTER = "[^\\W_]"
_JOINING = re.compile(f"(?<={_LETTER})’(?={_LETTER})")

# A mark after a space, as in French, stands after a narrow one that does not break.
_SPACED_SIGN = re.compile(" (?=[:;?!»])")
_SPACED_OPENING = re.compile("(?<=«) ")
_SPACE_RUN = re.compile(r"\s+")
_TAG = re.compile("<[^<>]+>")
_SPACES = re.compile(r"\s\s")

_SIGNS = ".,;:!?"
_SENTENCE_END = frozenset(".;:!?")
_MARKS = f"[{marks.ANY}]*"
_FOLLOWED = re.compile(f"[{_SIGNS}](?={_MARKS}[{_SIGNS}])")
_AFTER_QUOTATION = re.compile(f"({marks.UNQUOTE}{marks.CLOSE}*)([{_SIGNS}])")
_RUN = re.compile(f"[{_SIGNS}]{{2,}}")

_SPECIAL = re.compile(r"""[<"'‘’“”«»„‚‹›]|\s\s| [:;?!]|[.,;:!?][.,;:!?]|[^\t\n -~\u00a0-\ud7ff]""")
_CACHED = 1 << 14


def read(value: str) -> str:
    """The marked text of a field, with quotation marks as in English."""
    return _read_english(value)


@cache
def reader(quotes: Quotes) -> Callable[[str], str]:
    """What reads fields in a language with these quotation marks, besides straight ones.

    The function it returns takes the value of a field, or of a term or ``value`` in a style, and
    returns marked text. Markup that is not closed, or crosses other markup, stays text. Punctuation
    inside the field is kept from what the style puts around it (``marks.KEPT``).
    """
    quoted = {
        opening: (mark, closing)
        for mark, opening, closing in (
            (marks.QUOTE, quotes.open, quotes.close),
            (marks.SINGLE, quotes.open_inner, quotes.close_inner),
        )
        if opening and closing and opening != closing and opening not in "'\""
    }
    closing = {close for _, close in quoted.values()}
    signs = "|".join(re.escape(sign) for sign in (*quoted, *closing))
    token = re.compile(
        f"{_SPAN}|<(?:i|b|sc|sup|sub)>|{_CLOSING_TAG}|(?:\\A|[ (])[\"']|[\"']"
        + f"|{signs}" * bool(signs)
    )

    @lru_cache(_CACHED)
    def read_field(value: str) -> str:
        if not _SPECIAL.search(value):
            return value
        return _kept(_Reading(token, quoted).run(_spaced(marks.clean(value))))

    return read_field


def number(value: str, read_field: Callable[[str], str]) -> str:
    """What a number variable or a locator says: one that begins with a digit has no markup."""
    return marks.clean(value) if value.lstrip()[:1].isdigit() else read_field(value)


@lru_cache(_CACHED)
def affix(value: str) -> str:
    """What a style puts before, after or between: nothing in it is markup.

    Its first and last sign may collide with what stands next to them, those between never do.
    """
    return _RUN.sub(_keep_inside, _SPACES.sub("\u00a0 ", marks.clean(value)))


def cite_prefix(value: str) -> str:
    """What an author writes before a cite, with the space it needs before the cite; not yet read.

    None after an opening bracket or a dash, and after CJK letters.
    """
    if not value:
        return ""
    stem = _TAG.sub("", value).rstrip("\"'”’»\u202f\u00a0 ")
    if stem and (stem[-1] in ".,;:!?&)]" or _is_letter(stem[-1]) or stem[-1] in "0123456789"):
        value += " "
    return _SPACE_RUN.sub(" ", value)


def ends_sentence(prefix: str) -> bool:
    """Whether a prefix is at least two words that end in a sign, so that a sentence begins."""
    stem = _TAG.sub("", prefix).rstrip("\"'”’»\u202f\u00a0 ")
    return stem[-1:] in _SENTENCE_END and " " in prefix.strip()


def cite_suffix(value: str) -> str:
    """What an author writes after a cite, with the space it needs after the cite; not yet read."""
    if value and (value[0] in "&[(" or _is_letter(value[0])):
        return f" {value}"
    return value


def _is_letter(char: str) -> bool:
    return char.isalpha() and char < "\u2e80"  # the first of the CJK blocks


def _spaced(text: str) -> str:
    text = _SPACED_OPENING.sub("\u202f", _SPACED_SIGN.sub("\u202f", text))
    return _JOINING.sub("'", _SPACES.sub("\u00a0 ", text))


def _kept(text: str) -> str:
    """Keep the signs of a field from colliding, but for the last one."""
    text = _FOLLOWED.sub(_keep, text)
    if marks.UNQUOTE in text:
        text = _AFTER_QUOTATION.sub(_keep_after, text)
    return text


def _keep(match: re.Match[str]) -> str:
    return marks.KEPT[match[0]]


def _keep_after(match: re.Match[str]) -> str:
    return match[1] + marks.KEPT[match[2]]


def _keep_inside(match: re.Match[str]) -> str:
    run = match[0]
    return run[0] + "".join(marks.KEPT[sign] for sign in run[1:-1]) + run[-1]


class _Reading:
    """One field while it is read, from left to right, with a stack of what is open."""

    def __init__(self, token: re.Pattern[str], quoted: dict[str, tuple[str, str]]) -> None:
        self.token = token
        self.quoted = quoted
        self.out: list[str] = []
        #: What would close it, where it stands in ``out``, and what it is if nothing does.
        self.open: list[tuple[str, int, str]] = []
        self.waiting: Counter[str] = Counter()  # how many in ``open`` want that to close them
        self.straight: list[tuple[int, str]] = []  # places in ``out`` of straight opening ones

    def run(self, text: str) -> str:
        end = 0
        opened = False
        for match in self.token.finditer(text):
            if between := text[end : match.start()]:
                self.out.append(between)
            end = match.end()
            opened = self._token(match[0], text[end : end + 1], opened and not between)
        self.out.append(text[end:])
        while self.open:
            self._give_up()
        self._sort_quotes()
        return "".join(self.out)

    def _token(self, token: str, following: str, after_opening: bool) -> bool:
        """Take one token; whether it opened something."""
        if token[0] == "<":
            return self._tag(token)
        if token in self.quoted:
            self._open(token, *self.quoted[token])
            return True
        sign = token[-1]
        if sign not in "'\"":
            self._close(token, marks.UNQUOTE)
            return False
        if len(token) == 2:
            self.out.append(token[0])
        opening = len(token) == 2 or after_opening or (not self.out and not self.open)
        return self._straight(sign, following, opening)

    def _straight(self, sign: str, following: str, opening: bool) -> bool:
        if opening and not (sign == "'" and following.isspace()):
            self.straight.append((len(self.out), sign))
            self._open(sign, marks.QUOTE, sign)
            return True
        if sign == "'" and (opening or (following and following not in ",.?:; <\"'”’")):
            self.out.append(APOSTROPHE)
        else:
            self._close(sign, marks.UNQUOTE)
        return False

    def _tag(self, tag: str) -> bool:
        if tag[1] == "/":
            self._close(tag, marks.CLOSE)
            return False
        if tag in _TAGS:
            self._open(tag, *_TAGS[tag])
        elif "small-caps" in tag:
            self._open(tag, marks.FIELD_SMALL_CAPS, "</span>")
        else:
            mark = marks.NO_CASE if "nocase" in tag else marks.NO_DECORATION
            self._open(tag, mark, "</span>")
        return True

    def _open(self, token: str, mark: str, closing: str) -> None:
        self.open.append((closing, len(self.out), APOSTROPHE if token == "'" else token))
        self.waiting[closing] += 1
        self.out.append(mark)

    def _close(self, token: str, mark: str) -> None:
        if self.open and self.open[-1][0] == token:
            self.open.pop()
            self.waiting[token] -= 1
            self.out.append(mark)
        elif token in ("'", APOSTROPHE):
            self.out.append(APOSTROPHE)
        elif self.waiting[token]:
            while self.open[-1][0] != token:
                self._give_up()
            self._close(token, mark)
        else:
            self.out.append(token)

    def _sort_quotes(self) -> None:
        """Of straight quotation marks the kind that comes first is the outer one."""
        outer = ""
        for place, sign in self.straight:
            if self.out[place] == marks.QUOTE:
                outer = outer or sign
                if sign != outer:
                    self.out[place] = marks.SINGLE

    def _give_up(self) -> None:
        """What was opened last is text after all."""
        closing, place, text = self.open.pop()
        self.waiting[closing] -= 1
        self.out[place] = text


_read_english = reader(Quotes())
