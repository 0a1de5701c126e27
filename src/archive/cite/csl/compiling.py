"""A style's elements become functions on the context: what all kinds of elements share.

Each module of ``elements`` compiles one kind (CSL 1.0.2, "Rendering Elements"). An element is
compiled once for each area (citation, bibliography, sorting) and type of item, so that
conditions on the type are settled before anything is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from archive.cite.csl.context import Context
from archive.cite.csl.formatting import Place, Wrap, wrap
from archive.cite.csl.style_file import CSL

if TYPE_CHECKING:
    from archive.cite.csl.style import Style


Render = Callable[[Context], str]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an element stands.

    Args:
        style: the style, with its locale and options.
        area: ``citation`` or ``bibliography``.
        type: of the items.
        options: inheritable name options that hold here (CSL 1.0.2, "Inheritable Name Options").
        delimiter: of the nearest group, which also parts what a ``cs:choose`` prints.
        sorting: the text becomes a sort key.
        substituting: the ``cs:names`` that this stands in for (CSL 1.0.2, "Substitute"), whose
            children a ``cs:names`` without any has; None in a macro.
        alternatives: the children of a ``cs:substitute``, and of a ``cs:choose`` in it, are tried
            one after the other.
        macros: what was compiled for this scope, by name of the macro.
        stripping: inside a macro that is called with ``strip-periods``.
    """

    style: Style
    area: str
    type: str
    options: Mapping[str, str]
    delimiter: str = ""
    sorting: bool = False
    substituting: Element | None = None
    alternatives: bool = False
    macros: dict[str, Render] = field(default_factory=dict)
    stripping: bool = False

    def wrap(
        self,
        attributes: Mapping[str, str],
        *,
        quotes: bool = True,
        container: bool = False,
        level: bool = False,
    ) -> Wrap | None:
        """What goes round an element here (``formatting.wrap``).

        Args:
            level: it is a group, a macro, a date or a number.
        """
        place = Place(
            in_quotes=self.style.locale.punctuation_in_quote,
            quotes=quotes,
            display=self.area == "bibliography",
            container=container,
            stripping=self.stripping,
            turkic=self.style.locale.turkic,
            delimiter=self.delimiter,
            brackets=level and self.style.notes,
            number=level and not container,
        )
        return wrap(attributes, place)

    def within(self, delimiter: str) -> Scope:
        """The scope inside an element that joins its children with ``delimiter``."""
        if delimiter == self.delimiter and not self.alternatives:
            return self
        return replace(self, delimiter=delimiter, alternatives=False)


#: The compilers of each kind of element, by local name; filled in by ``elements``.
KINDS: dict[str, Callable[[Element, Scope], Render | None]] = {}


def compile_element(element: Element, scope: Scope) -> Render | None:
    """The function for an element; None if it never prints anything."""
    kind = KINDS.get(local(element))
    return kind(element, scope) if kind else None


def compile_children(parent: Element, scope: Scope) -> list[Render]:
    """The functions for the children of an element that can print something, in order."""
    made = (compile_element(child, scope) for child in parent)
    return [render for render in made if render is not None]


def sequence(parts: list[Render], delimiter: str = "") -> Render | None:
    """One function that prints all the parts, parted by ``delimiter``; None if there are none."""
    if len(parts) <= 1:
        return parts[0] if parts else None
    if delimiter:
        return lambda c: delimiter.join([text for part in parts if (text := part(c))])
    if len(parts) == 2:
        first, second = parts
        return lambda c: first(c) + second(c)
    return lambda c: "".join([part(c) for part in parts])


def first_of(parts: list[Render]) -> Render | None:
    """One function that prints the first of the parts that prints anything."""
    if len(parts) <= 1:
        return parts[0] if parts else None

    def first(c: Context) -> str:
        for part in parts:
            if text := part(c):
                return text
        return ""

    return first


def compile_macro(name: str, scope: Scope) -> Render | None:
    """The function for a macro, made once for a scope."""
    if name not in scope.macros:
        inside = scope.within("")
        if inside.substituting is not None:
            inside = replace(inside, substituting=None)
        macro = scope.style.macros[name]
        body = sequence(compile_children(macro, inside))
        if body and scope.sorting and next(macro.iter(f"{CSL}date"), None) is not None:
            body = _dates_alone(body)
        scope.macros[name] = body or nothing
    made = scope.macros[name]
    return None if made is nothing else made


def _dates_alone(body: Render) -> Render:
    """The dates that a macro prints: in a sort key nothing else of it counts (as citeproc-js)."""

    def render(c: Context) -> str:
        before, c.date_keys = c.date_keys, []
        body(c)
        text = "".join(c.date_keys)
        c.date_keys = before
        if before is not None:
            before.append(text)
        return text

    return render


def nothing(_: Context) -> str:
    """Print nothing."""
    return ""


def local(element: Element) -> str:
    """The name of an element of CSL, without its namespace."""
    return str(element.tag).removeprefix(CSL)


@cache
def words(value: str | None) -> tuple[str, ...]:
    """The words of an attribute that is a list."""
    return tuple(value.split()) if value else ()


def inherited(*holders: Mapping[str, str]) -> dict[str, str]:
    """The inheritable name options, those of later elements over those of earlier ones."""
    return {
        name: value for holder in holders for name, value in holder.items() if name in NAME_OPTIONS
    }


#: CSL 1.0.2, "Inheritable Name Options".
NAME_OPTIONS: Iterable[str] = frozenset(
    [
        "and",
        "delimiter-precedes-et-al",
        "delimiter-precedes-last",
        "et-al-min",
        "et-al-use-first",
        "et-al-use-last",
        "et-al-subsequent-min",
        "et-al-subsequent-use-first",
        "initialize",
        "initialize-with",
        "name-as-sort-order",
        "sort-separator",
        "name-form",
        "name-delimiter",
        "names-delimiter",
    ]
)
