"""CSL 1.0.2, "Number": what a number variable holds, and how it is printed.

A value may hold several numbers (``1, 3-5 & 7``), numbers with letters (``S12``, ``5a``), and,
for pages and locators, labels (``12-13, fig. 3``). Which of them the specification calls numeric
is settled as in citeproc-js.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from archive.cite.csl import page_ranges
from archive.cite.csl.locale import Locale

#: Variables whose ranges get a dash, also where ``cs:text`` prints them.
RANGED = frozenset(
    (
        "chapter-number", "collection-number", "edition", "issue", "locator", "number",
        "number-of-pages", "number-of-volumes", "page", "page-first", "volume",
    )
)  # fmt: skip
#: Of these, the ones in which a label may stand before any number.
_LABELLED = frozenset(("locator", "number", "page", "page-first"))

#: Abbreviations that stand for a label within a value, whatever the language of the style.
_LABELS = {
    "add.": "addendum", "amend.": "amendment", "annot.": "annotation", "app.": "appendix",
    "art.": "article", "bibliog.": "bibliography", "bk.": "book", "ch.": "chapter",
    "cl.": "clause", "cmt.": "comment", "col.": "column", "dec.": "decision",
    "dept.": "department", "ex.": "example", "fig.": "figure", "fld.": "field",
    "fol.": "folio", "hypo.": "hypothetical", "illus.": "illustration",
    "intro.": "introduction", "l.": "line", "n.": "note", "no.": "issue", "op.": "opus",
    "p.": "page", "para.": "paragraph", "pmbl.": "preamble", "pp.": "page",
    "princ.": "principle", "pt.": "part", "pub.": "publication", "r.": "rule",
    "rn.": "randnummer", "sched.": "schedule", "sec.": "section", "subch.": "subchapter",
    "subdiv.": "subdivision", "subpara.": "subparagraph", "subsec.": "subsection",
    "supp.": "supplement", "sv.": "sub-verbo", "tbl.": "table", "tit.": "title",
    "vol.": "volume", "vrs.": "verse",
}  # fmt: skip
_TERMS = frozenset(_LABELS.values())

_WORD = "(?:[a-z]{1,4}|subpara|subch|amend|bibliog|annot|illus|princ|intro|sched|subdiv|subsec)[. ]"
_LABEL = re.compile(f"(?:^| )({_WORD}) *")
_LATER_LABEL = re.compile(f"(?<!^) ({_WORD}) *")
_NUMBER = re.compile(r"(?P<particle>[0-9]*[a-zA-Z]+0*)?(?P<value>[0-9]+(?:[a-zA-Z]*|[-,a-zA-Z]+))")
_NUMERIC = re.compile(r"(?:[0-9]+|[ixv]+)(?:[-,:a-zA-Z]*|-[-0-9]+)")
_ROMAN = re.compile(r"[ivxlcmIVXLCM]+")
_NUMBERLIKE = re.compile(r"[0-9]+[-;,:a-zA-Z]*")
_SIMPLE = re.compile(r"[0-9]+")
_PAGES = re.compile(r"([0-9]{1,15})\s*[-–]\s*([0-9]{1,15})")
_FRACTION = re.compile(r"[0-9]+(?:/[0-9]+)+")
_RANGE_END = re.compile(r"[0-9]+[a-z]*")
_SUBSECTION = re.compile(r"(?:[a-z]{1,4}\. +)*[0-9]+[,a-zA-Z]+")
_LETTERS = re.compile(r"[,a-zA-Z]+")
_WORDLIKE = re.compile(r"[a-zA-Z](?:.*[a-zA-Z])?")
_LEADING_DIGITS = re.compile(r"\s*[0-9]+")
_HYPHEN = re.compile(r"\s*-\s*")
_CACHED = 1 << 14


@dataclass(slots=True)
class _Piece:
    """One number of a value, or the text in place of one.

    Args:
        label: the label it stands under, as abbreviated (``p.``); empty: the variable itself.
        particle: letters before the digits.
        joint: what parts it from the next piece.
        gap: what stood between the label and the number.
    """

    label: str
    particle: str
    value: str
    joint: str = ""
    gap: str = ""
    counted: bool = False  # a number among others: ordinals and ranges are made of it
    numeric: bool = False
    plural: bool = False
    labelled: bool = False  # the label is printed with it


class Reading(NamedTuple):
    """What a value says.

    Args:
        pieces: label to print, particle, value, whether an ordinal can be made of it, and what
            follows.
        numeric: it is a number (CSL 1.0.2, "Choose", ``is-numeric``).
        plural: the label for it is in the plural.
        term: the name of that label; empty: the one of the variable, or of the locator.
    """

    pieces: tuple[tuple[str, str, str, bool, str], ...]
    numeric: bool
    plural: bool
    term: str = ""


class Numbers:
    """Reads and writes number variables for one style.

    Args:
        page_range_format: of the style; empty if it has none.
    """

    def __init__(self, locale: Locale, page_range_format: str = "") -> None:
        self._locale = locale
        self._format = page_range_format
        self._dash = locale.term("page-range-delimiter") or "–"
        self._year_dash = locale.term("year-range-delimiter") or "–"
        word, sign = locale.term("and") or "and", locale.term("and", "symbol")
        self._and = sign if sign and sign != word else "&"
        words = "|".join(
            rf",\s+{name}\s+|\s+{name}\s+" for name in dict.fromkeys(("and", re.escape(word)))
        )
        self._joints = re.compile(rf"\s*&\s*|{words}|;\s+|,\s+|\s*[-–]+\s*")
        self._escaped_joints = re.compile(rf"\s*&\s*|{words}|;\s+|,\s+|\s*–+\s*")
        self.read = lru_cache(_CACHED)(self._read)

    def write(self, text: str, variable: str, form: str = "numeric", label: str = "page") -> str:
        """The value as it is printed, in a ``form`` of ``cs:number``.

        Args:
            text: the value, marked text.
            label: what a locator counts, as ``Cite`` has it.
        """
        pieces = self.read(text, variable, label).pieces
        make = self._forms.get(form)
        if make is None:
            return "".join(
                [word + particle + value + end for word, particle, value, _, end in pieces]
            )
        gender = self._locale.gender(variable)
        return "".join(
            [
                word + (make(self, int(value), gender) if plain else particle + value) + end
                for word, particle, value, plain, end in pieces
            ]
        )

    def is_numeric(self, text: str, variable: str, label: str = "page") -> bool:
        """Whether the value is a number, or numbers (CSL 1.0.2, "Choose", ``is-numeric``)."""
        return self.read(text, variable, label).numeric

    def is_plural(self, text: str, variable: str, label: str = "page") -> bool:
        """Whether a label before the value is in the plural (CSL 1.0.2, "Label", ``plural``)."""
        return self.read(text, variable, label).plural

    def term(self, text: str, variable: str, label: str = "page") -> str:
        """The name of the term that labels the value; a label in the value comes first."""
        found = self.read(text, variable, label).term
        return found or (label if variable == "locator" else variable)

    def _ordinal(self, number: int, gender: str | None) -> str:
        return self._locale.ordinal(number, gender)

    def _long_ordinal(self, number: int, gender: str | None) -> str:
        return self._locale.long_ordinal(number, gender)

    def _roman(self, number: int, _: str | None) -> str:
        return roman(number) if number < 6000 else str(number)

    _forms: dict[str, Callable[[Numbers, int, str | None], str]] = {  # noqa: RUF012
        "ordinal": _ordinal,
        "long-ordinal": _long_ordinal,
        "roman": _roman,
    }

    # --- reading --------------------------------------------------------------------------

    def _read(self, text: str, variable: str, label: str) -> Reading:
        if _SIMPLE.fullmatch(text):
            plain = _is_plain(text)
            many = variable.startswith("number-of-") and _value(text) > 1
            return Reading((("", "", text, plain, ""),), True, many)
        known = _default_label(variable, label)
        if known == "p." and (simple := _PAGES.fullmatch(text)):
            return self._page_range(*simple.groups())
        pieces = self._pieces(text.strip(), variable, known)
        for here, after in pairwise(pieces):
            here.joint = here.joint or (" " if after.label else "")
        _count(pieces)
        self._show_labels(pieces, variable)
        if variable in RANGED:
            self._join_ranges(pieces, variable)
        return self._reading(text, variable, pieces)

    def _page_range(self, start: str, end: str) -> Reading:
        """What ``_read`` would say of two numbers and a hyphen, which most values are."""
        end = page_ranges.write_end("", start, end, self._format)
        pieces = (
            ("", "", start, _is_plain(start), self._dash),
            ("", "", end, _is_plain(end), ""),
        )
        return Reading(pieces, True, True, "page")

    def _reading(self, text: str, variable: str, pieces: list[_Piece]) -> Reading:
        numeric = pieces[0].numeric
        plural = numeric and pieces[0].plural
        if numeric and variable.startswith("number-of-") and _value(_leading(text)) > 1:
            plural = True
        if len(pieces) == 1 and _FRACTION.fullmatch(pieces[0].value):
            numeric, plural = True, False
        term = _LABELS.get(pieces[0].label, "") if variable in _LABELLED else ""
        if variable == "number" and term == "issue":
            term = ""
        shown = tuple(
            (
                self._word(piece) if piece.labelled else "",
                piece.particle,
                piece.value,
                piece.counted
                and piece.label == pieces[0].label
                and not piece.particle
                and _is_plain(piece.value),
                piece.joint,
            )
            for piece in pieces
        )
        return Reading(shown, numeric, plural, term)

    def _word(self, piece: _Piece) -> str:
        """The label that is printed before a number."""
        name = _LABELS.get(piece.label)
        plural = piece.plural and piece.numeric
        return (
            (self._locale.term(name, "short", plural) if name else "") or piece.label
        ) + piece.gap

    def _pieces(self, text: str, variable: str, default: str) -> list[_Piece]:
        chunks, joints = self._split(text, page=variable in ("page", "page-first"))
        pieces: list[_Piece] = []
        head = text.split(" ", 1)[0]
        label, gap = (default, " ") if default and head not in _LABELS else ("", "")
        for place, (chunk, joint) in enumerate(zip(chunks, joints, strict=True)):
            inside = _LATER_LABEL if place == 0 and label else _LABEL
            made = _labelled(chunk, inside, variable, label, gap, first=place == 0)
            made[-1].joint = joint
            label, gap = made[-1].label, made[-1].gap
            pieces += made
        if not pieces[0].label and default:
            for piece in pieces:
                piece.label = piece.label or default
        return pieces

    def _split(self, text: str, *, page: bool) -> tuple[list[str], list[str]]:
        """The parts between ``&``, ``and``, commas, semicolons and dashes; and those, one each."""
        if page and "–" in text:
            text = text.replace("–", "-")
        joint = self._joints
        if "\\-" in text:  # what is escaped is no range
            text = "\\-".join(part.replace("-", "–") for part in text.split("\\-")).replace(
                "\\", ""
            )
            joint = self._escaped_joints
        chunks, joints, start = [], [], 0
        for found in joint.finditer(text):
            chunks.append(text[start : found.start()])
            joints.append(found.group())
            start = found.end()
        chunks.append(text[start:])
        joints.append("")
        for place, sign in enumerate(joints):
            if sign.strip() == "&":
                tight = _WORDLIKE.fullmatch(chunks[place])
                joints[place] = self._and if tight else f" {self._and} "
            elif "-" in sign:
                joints[place] = _HYPHEN.sub("-", sign, count=1)
        return _rejoin(chunks, joints)

    def _show_labels(self, pieces: list[_Piece], variable: str) -> None:
        """Which labels are printed: those that ``cs:label`` does not print."""
        for before, piece in pairwise(pieces):
            piece.labelled = bool(piece.label) and before.label != piece.label
        head = pieces[0]
        name = _LABELS.get(head.label, "")
        if not head.label:
            return
        if variable in ("page", "page-first"):
            head.labelled = name != "page"
        elif variable in _LABELLED:
            head.labelled = self._locale.term(name) is None
        else:
            head.labelled = name != variable

    # --- ranges ---------------------------------------------------------------------------

    def _join_ranges(self, pieces: list[_Piece], variable: str) -> None:
        """Put the dash of the language in ranges, and shorten their ends."""
        count, label = 0, None
        for place, piece in enumerate(pieces):
            if not piece.counted:
                count, label = 0, None
                piece.joint = self._dashed(piece.joint, variable, numeric=piece.numeric)
            elif label != piece.label:
                count, label = 1, piece.label
            elif piece.joint == "-":
                count = 1
            else:
                count += 1
                if count == 2:
                    count = self._join_range(pieces[place - 1], piece, variable)

    def _join_range(self, start: _Piece, end: _Piece, variable: str) -> int:
        """Write one range; returns how many numbers in a row there are after it."""
        if start.joint != "-":
            return 1
        if start.particle != end.particle:
            return 2
        if not self._format and _value(_leading(start.value)) > _value(_leading(end.value)):
            start.joint = self._dashed("-", variable, numeric=True)
            return 2
        page = variable in ("page", "page-first") or _LABELS.get(end.label) == "page"
        if _is_count(start.value) and _is_count(end.value):
            start.joint = self._dashed(self._dash, variable, numeric=end.numeric)
        elif _RANGE_END.fullmatch(start.value) and _RANGE_END.fullmatch(end.value):
            start.joint = self._dash if page else self._dashed("-", variable, numeric=end.numeric)
        if page and _RANGE_END.fullmatch(start.value) and _RANGE_END.fullmatch(end.value):
            whole = page_ranges.write_end(end.particle, start.value, end.value, self._format)
            end.particle, end.value = "", whole
        return 0

    def _dashed(self, joint: str, variable: str, *, numeric: bool) -> str:
        if joint != "-" or not numeric:
            return joint
        if variable == "collection-number":
            return self._year_dash
        return joint if variable in _HYPHENATED else self._dash


#: Digits from which on a number is none to count with, but text.
_LONGEST = 16
#: Ranged variables in which only plain numbers get a dash.
_HYPHENATED = frozenset(("chapter-number", "number-of-pages", "number-of-volumes"))


def roman(number: int) -> str:
    """A number as a small Roman one; empty for 0.

    >>> roman(1994)
    'mcmxciv'
    """
    text = ""
    for sign, value in _SIGNS:
        times, number = divmod(number, value)
        text += sign * times
    return text


_SIGNS = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
    ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip


def _default_label(variable: str, label: str) -> str:
    """The abbreviation of the label that a value without one stands under; empty if none."""
    name = variable
    if variable in ("page", "page-first"):
        name = "page"
    elif variable == "locator":
        name = label.replace(" ", "-") or "page"
    return _ABBREVIATIONS.get(name, "")


_ABBREVIATIONS = {name: short for short, name in _LABELS.items() if short != "pp."}


def _rejoin(chunks: list[str], joints: list[str]) -> tuple[list[str], list[str]]:
    """Put ``12a-c`` together again: no range, but the parts a to c of 12."""
    for place in range(len(chunks) - 2, -1, -1):
        if (
            joints[place] == "-"
            and _SUBSECTION.fullmatch(chunks[place])
            and _LETTERS.fullmatch(chunks[place + 1])
        ):
            chunks[place : place + 2] = [f"{chunks[place]}-{chunks[place + 1]}"]
            del joints[place]
    return chunks, joints


def _labelled(
    chunk: str, inside: re.Pattern[str], variable: str, label: str, gap: str, *, first: bool
) -> list[_Piece]:
    """The pieces of a chunk: one, or one for each label in it."""
    found = list(inside.finditer(chunk))
    if not found:
        return [_piece(chunk, label, gap)]
    words = [match.group().strip(" ") for match in found]
    gaps = [" " * (match.group().endswith(" ")) for match in found]
    texts = [chunk[a:b] for a, b in _between(found, len(chunk))]
    for place in range(len(texts) - 1, 0, -1):  # a label stands between numbers only
        before, after = texts[place - 1], texts[place]
        if before and not (_NUMBERLIKE.fullmatch(before) and _NUMBERLIKE.fullmatch(after)):
            texts[place - 1 : place + 1] = [before + found[place - 1].group() + after]
            del words[place - 1], gaps[place - 1], found[place - 1]
    if first and not label and words and not _is_label(words[0], variable):
        texts[:2] = [f"{texts[0]} {words[0]} {texts[1]}".strip()]
        del words[0], gaps[0]
    pieces = []
    for place, text in enumerate(texts):
        if text or place == len(texts) - 1:
            here = place - 1
            named = (words[here], gaps[here]) if here >= 0 else (label, gap)
            pieces.append(_piece(text.strip(), *named))
    return pieces


def _between(found: list[re.Match[str]], end: int) -> list[tuple[int, int]]:
    starts = [0, *(match.end() for match in found)]
    ends = [*(match.start() for match in found), end]
    return list(zip(starts, ends, strict=True))


def _is_label(word: str, variable: str) -> bool:
    name = _LABELS.get(word)
    return name is not None and (variable in _LABELLED or name == variable)


def _piece(text: str, label: str, gap: str) -> _Piece:
    found = _NUMBER.fullmatch(text)
    if found:
        return _Piece(label, found["particle"] or "", found["value"], gap=gap)
    return _Piece(label, "", text, gap=gap)


def _count(pieces: list[_Piece]) -> None:
    """Settle for each run of pieces under one label whether it is numeric, and plural."""
    start = 0
    for place in range(1, len(pieces) + 1):
        if place < len(pieces) and pieces[place].label == pieces[start].label:
            continue
        head = pieces[start]
        counted = bool(_leading(head.value)) or bool(_ROMAN.fullmatch(head.value))
        numeric = bool(_NUMERIC.fullmatch(head.value))
        for piece in pieces[start:place]:
            piece.counted, piece.numeric = counted, numeric
            piece.plural = counted and place - start > 1
        start = place


def _leading(text: str) -> str:
    found = _LEADING_DIGITS.match(text)
    return found.group().strip() if found else ""


def _value(digits: str) -> int:
    """What digits count, none 0; of more than any number has, the first ones."""
    return int(digits[:_LONGEST] or 0)


def _is_count(value: str) -> bool:
    return bool(_SIMPLE.fullmatch(value) or _ROMAN.fullmatch(value))


def _is_plain(value: str) -> bool:
    return bool(_SIMPLE.fullmatch(value)) and value[0] != "0" and len(value) < _LONGEST
