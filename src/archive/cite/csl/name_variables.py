"""Name variables: one name of CSL-JSON, taken apart once (CSL 1.0.2, "Name Variables").

Names repeat all over a bibliography and are compared again and again while cites are
disambiguated. So a name is read once, and two names with the same content are the same object:
compare them with ``is``, use them as keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from weakref import WeakValueDictionary

from archive.cite.csl import marks, name_particles, rich_text

# Scripts in which a name is written with spaces, given name first. In the others (Chinese,
# Japanese, Korean) the family name comes first, always, and nothing stands between.
_SPACED = re.compile(
    "[-0-9A-Za-z\u00c0-\u02af\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff"  # Latin
    "\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff"  # Greek, Cyrillic
    "\u0530-\u08ff\u0900-\u0fff\u10a0-\u10ff"  # Armenian to Tibetan, Georgian
    "\u200c-\u200e\u202a-\u202e]"  # joiners and directions
)
_STARTS_SPACED = re.compile(f"[{marks.ANY}]*(?:&|(?![-0-9]){_SPACED.pattern})")
Reader = Callable[[str], str]

#: Python itself writes no number of more than some thousand digits.
_ENDLESS = 10**100
_ET_AL = re.compile("et.?al[^a-z]")


class Order(IntEnum):
    """How the halves of a name stand to each other, whatever the style asks for."""

    GIVEN_FIRST = 0  #: as the style says: given name first, or inverted
    FAMILY_FIRST = 1  #: family name first, a space, given name ("Mao Zedong")
    STATIC = 2  #: the same, but sorted like other names (Hungarian, Vietnamese)
    UNSPACED = 3  #: family name first, nothing between


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Name:
    """One name; every part is marked text, "" if it has none. Make it with `Name.read`.

    Args:
        literal: the whole name of an institution; all other parts are empty then.
        joined: the non-dropping particle stands before the family name without a space.
        dropping_joined: the same of the dropping particle.
        comma_suffix: a comma stands before the suffix.
        order: how the halves stand to each other.
        et_al: the source itself ends its list of names here with "et al.".
    """

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    joined: bool = False
    dropping_joined: bool = False
    comma_suffix: bool = False
    order: Order = Order.GIVEN_FIRST
    et_al: bool = False

    @staticmethod
    def read(
        mapping: Mapping[str, object], language: str = "", reader: Reader = rich_text.read
    ) -> Name:
        """Read a name of CSL-JSON. The same content gives the same object.

        Args:
            mapping: ``{"family": ..., "given": ...}`` or ``{"literal": ...}``; values that are
                neither text nor number count as missing.
            language: of the item: Chinese and Japanese names in Latin letters, and Hungarian
                and Vietnamese names, keep the family name first.
            reader: of rich text (`rich_text.reader` of the style's language).

        Source: CSL-JSON schema, ``name-variable``; parsing as in citeproc-js.
        """
        key = (*mapping.items(), language, reader)
        try:
            name = _RAW.get(key)
        except TypeError:  # a value that is a list or a mapping
            return _intern(_read(mapping, language, reader))
        if name is None:
            name = _RAW[key] = _intern(_read(mapping, language, reader))
        return name

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.family or self.given or self.literal)


_TEXTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_RAW: WeakValueDictionary[tuple[object, ...], Name] = WeakValueDictionary()
_NAMES: WeakValueDictionary[tuple[object, ...], Name] = WeakValueDictionary()


def _intern(name: Name) -> Name:
    content = tuple(getattr(name, field) for field in Name.__dataclass_fields__)
    return _NAMES.setdefault(content, name)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if is_number(value) else ""


def is_number(value: object) -> bool:
    """Whether the value is a number that can be printed: not infinite, nor of endless digits."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _ENDLESS


def _flag(value: object, default: bool = False) -> bool:
    """Flags are written as booleans, numbers and words."""
    if value is None:
        return default
    return value not in (False, 0, "", "0", "false")


def _read(mapping: Mapping[str, object], language: str, reader: Reader) -> Name:
    family, given, dropping, non_dropping, suffix, literal = (
        marks.clean(_text(mapping.get(key))) for key in _TEXTS
    )
    if family and not given and _flag(mapping.get("isInstitution")):
        literal = literal or family
    if literal:
        return Name(literal=reader(literal), order=Order.STATIC)
    comma = _flag(mapping.get("comma-suffix"))
    if _flag(mapping.get("parse-names"), default=True):
        if len(family) > 1 and family[0] == family[-1] == '"':
            family = family[1:-1]
        elif family and given and not non_dropping and not _flag(mapping.get("static-particles")):
            parts = name_particles.split(family, given, dropping, suffix)
            family, given, dropping, non_dropping, suffix, parsed = parts
            comma = comma or parsed
    joined = name_particles.joins(non_dropping)
    bound = not non_dropping and dropping[-1:] in _BINDING and dropping[:-1] != "de"
    et_al = bool(_ET_AL.fullmatch(dropping))
    family, given = reader(family), reader(given)
    return Name(
        family=family,
        given=given,
        dropping="" if et_al else reader(dropping),
        non_dropping=reader(non_dropping),
        suffix=reader(suffix),
        joined=joined,
        dropping_joined=bound,
        comma_suffix=comma,
        order=_order(family, given, language, _flag(mapping.get("static-ordering"))),
        et_al=et_al,
    )


_BINDING = ("'", "ʼ", "’", "-")


def _order(family: str, given: str, language: str, static: bool) -> Order:
    if not _SPACED.search(family):
        return Order.FAMILY_FIRST if _STARTS_SPACED.match(given) else Order.UNSPACED
    if language[:2] in ("ja", "zh"):
        return Order.FAMILY_FIRST
    return Order.STATIC if static or language in ("vi", "hu") else Order.GIVEN_FIRST
