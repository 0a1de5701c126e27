"""CSL 1.0.2, "Names": the element with its labels and what stands in for missing names.

How a list of names is written is in ``names``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from archive.cite.csl import punctuation, rich_text
from archive.cite.csl.compiling import (
    Render,
    Scope,
    compile_element,
    inherited,
    local,
    words,
)
from archive.cite.csl.context import CALLED, FILLED, FIRST, Context
from archive.cite.csl.formatting import FONTS, Place, affixes, wrap
from archive.cite.csl.name_variables import Name
from archive.cite.csl.names import Format, NamePart, NameStyle, particle_space, same
from archive.cite.csl.reference_grouping import Shown
from archive.cite.csl.style_file import CSL

#: Stands for a list of names while cites are compared (``disambiguation``).
OPEN = "\x00"

Names = tuple[Name, ...]

_ET_AL = ("et-al-min", "et-al-use-first", "et-al-use-last")


class NameSet(NamedTuple):
    """A list of names left open: how it is written, the names, and its place among the lists."""

    style: NameStyle
    names: Names
    place: int


def compile_names(element: Element, scope: Scope) -> Render | None:
    """The names of all variables of the element, or else the first substitute that prints."""
    write = _writer(element, scope)
    substitutes = _substitutes(element, scope)
    variables = words(element.get("variable"))
    sorting = scope.sorting

    def render(c: Context) -> str:
        text = write(c)
        if text or not substitutes or any(name in c.names for name in variables):
            return text
        creators = c.creators
        for substitute in substitutes:
            if c.creators is not creators:  # names that this cite leaves out
                return ""
            if c.suppressing and c.creators == "":  # what stands for the names goes with them
                return ""
            if text := _substituted(c, substitute):
                if c.creators is None and not sorting:
                    return _stand_in(c, text)
                return text
        return ""

    if sorting:
        found = element.find(f"{CSL}name")
        counting = found is not None and found.get("form") == "count"
        return _counted(render) if counting else render
    return _foremost(render, scope) if scope.area == "bibliography" else render


def _counted(render: Render) -> Render:
    """A sort key that counts names counts none, too (as in citeproc-js)."""
    return lambda c: render(c) or "0"


def _foremost(render: Render, scope: Scope) -> Render:
    """Only names at the head of an entry are compared with those of the entry before.

    A number may stand before them, but no words (as in citeproc-js).
    """
    bibliography = scope.style.bibliography
    number = f".//{CSL}text[@variable='citation-number']"
    numbered = bibliography is not None and bibliography.find(number) is not None

    def foremost(c: Context) -> str:
        if c.predecessor is None or c.hiding:
            return render(c)
        if not numbered and c.state > CALLED:
            c.predecessor = None
        text = render(c)
        c.predecessor = None
        return text

    return foremost


def _stand_in(c: Context, text: str) -> str:
    """A text that stands where names would: a title, most often."""
    if c.suppressing:
        c.creators = ""
        return ""
    c.creators = text
    return "" if c.collapsed else text


def _substituted(c: Context, substitute: Render) -> str:
    """What a substitute prints; the variables it prints are hidden from then on."""
    hiding, c.hiding = c.hiding, True
    variables = c.texts, c.names, c.dates
    state = c.state
    text = substitute(c)
    c.hiding = hiding
    if not text:
        c.state = state
        c.texts, c.names, c.dates = variables
    return text


def _substitutes(element: Element, scope: Scope) -> list[Render]:
    """What may stand in, in order; a term or a text of the style's is the last, even if empty."""
    substitute = element.find(f"{CSL}substitute")
    if substitute is None:
        return []
    inside = replace(scope, substituting=element, alternatives=True, macros={}, delimiter="")
    made = []
    for child in substitute:
        made.append(compile_element(child, inside))
        if child.tag == f"{CSL}text" and (child.get("term") or child.get("value")):
            break  # even an empty one is something to print (as in citeproc-js)
    return [render for render in made if render is not None]


def _writer(element: Element, scope: Scope) -> Render:
    """The function that prints the names themselves, without substitutes."""
    variables = words(element.get("variable"))
    source = element
    if scope.substituting is not None and not len(element):
        source = scope.substituting
    label = _label(source, scope)
    around = scope.wrap(source.attrib, quotes=False, container=True)
    delimiter = rich_text.affix(source.get("delimiter", scope.options.get("names-delimiter", "")))
    shared = _is_shared(variables, label)
    lists = _Lists(name_style(source, scope), delimiter, label)

    def render(c: Context) -> str:
        c.state |= CALLED
        sets = [(name, c.names[name]) for name in variables if name in c.names]
        if not sets:
            return ""
        c.state |= FILLED
        if c.hiding:
            c.hide(*variables)
        if c.suppressing and c.creators is None:
            c.creators = ""
            return ""
        if shared and len(sets) == 2 and sets[0][1] == sets[1][1]:
            sets = [("editortranslator", sets[0][1])]
        text = lists.write(sets, c)
        c.apart = c.apart or bool(text)
        if scope.stripping:
            text = punctuation.without_periods(text)
        return around(text, c.english) if around and text else text

    return render


Sets = list[tuple[str, Names]]  # names by variable


class _Lists(NamedTuple):
    """How the lists of names of one element are written, each with its role."""

    style: NameStyle
    delimiter: str
    label: _Label | None

    def write(self, sets: Sets, c: Context) -> str:
        """The names, or how many there are of them (``form="count"``)."""
        if self.style.form == "count":
            return self._count(sets, c)
        return self._lists(sets, c) if c.skeleton is None else self._open(sets, c.skeleton, c)

    def _count(self, sets: Sets, c: Context) -> str:
        count = 0
        for _, names in sets:
            added, _ = _expansion(c, self.style, names)
            count += self.style.shown(len(names), c.position != FIRST, added)[0]
        return str(count) if count else ""

    def _lists(self, sets: Sets, c: Context) -> str:
        subsequent = c.position != FIRST and not c.listed
        shown = [Shown(names, *_expansion(c, self.style, names)) for _, names in sets]
        lists = [self.style.render(each.names, subsequent, *each[1:]) for each in shown]
        if c.creators is None and not c.sorting:
            c.creators = self.delimiter.join(lists)
            if c.collapsed:
                return ""
            if c.predecessor:
                lists = c.predecessor.replace(self.style, shown, lists)
        return self._joined(sets, lists, c)

    def _open(self, sets: Sets, skeleton: list[NameSet], c: Context) -> str:
        for _, names in sets:
            skeleton.append(NameSet(self.style, names, c.sets))
            c.sets += 1
        return self._joined(sets, [OPEN] * len(sets), c)

    def _joined(self, sets: Sets, lists: list[str], c: Context) -> str:
        if self.label:
            lists = [
                self.label(name, len(names) > 1, text, c.item.cased) if text else ""
                for (name, names), text in zip(sets, lists, strict=True)
            ]
        return self.delimiter.join([text for text in lists if text])


def _expansion(c: Context, style: NameStyle, names: Names) -> tuple[int, tuple[int, ...]]:
    """How many names disambiguation wants of the next name set, and the levels of given names."""
    place = c.sets
    c.sets += 1
    known = c.entry.known
    if c.sorting:
        return 0, known.levels(NameSet(style, names, place)) if known else ()
    counts, givens = c.entry.listed if c.listed else (c.entry.names, c.entry.givens)
    added = counts[place] if place < len(counts) else 0
    if c.listed and known:
        return added, known.levels(NameSet(style, names, place))
    return added, givens[place] if place < len(givens) else ()


_Label = Callable[[str, bool, str, bool], str]


def _label(source: Element, scope: Scope) -> _Label | None:
    """The function that puts the role to a list of names (CSL 1.0.2, "Label in cs:names")."""
    element = source.find(f"{CSL}label")
    if element is None or scope.sorting:
        return None
    form, plural = element.get("form", "long"), element.get("plural", "contextual")
    around = scope.wrap(element.attrib)
    locale = scope.style.locale
    kinds = [kind for child in source if (kind := local(child)) in ("name", "label")]
    before = kinds[:2] == ["label", "name"]

    def put(variable: str, many: bool, names: str, cased: bool) -> str:
        wanted = plural == "always" or (plural == "contextual" and many)
        term = locale.term(variable, form, wanted)
        if not term:
            return names
        term = around(term, cased) if around else term
        return term + names if before else names + term

    return put


def _is_shared(variables: Sequence[str], label: _Label | None) -> bool:
    """Whether editors who are the translators, too, are named once: there is a term for that."""
    both = sorted(variables) == ["editor", "translator"]
    return both and label is not None and label("editortranslator", False, "", True) != ""


def name_style(source: Element, scope: Scope) -> NameStyle:
    """How the names of a ``cs:names`` are written, with what it inherits."""
    found = source.find(f"{CSL}name")
    name = {} if found is None else dict(found.attrib)
    options = {**scope.options, **inherited(name)}
    if scope.sorting:  # what a key or its area says of "et al." holds before what the names say
        options |= {name: scope.options[name] for name in _ET_AL if name in scope.options}
    style = scope.style
    place = Place(turkic=style.locale.turkic)
    prefix, suffix = affixes(name)
    et_al = source.find(f"{CSL}et-al")
    others = style.locale.term("et-al" if et_al is None else et_al.get("term", "et-al")) or ""
    return NameStyle(
        form=name.get("form") or options.get("name-form", "long"),
        and_=_and(options.get("and"), scope),
        delimiter=rich_text.affix(name.get("delimiter", options.get("name-delimiter", ", "))),
        delimiter_precedes_last=options.get("delimiter-precedes-last", "contextual"),
        delimiter_precedes_et_al=options.get("delimiter-precedes-et-al", "contextual"),
        et_al_min=_count(options, "et-al-min") or 0,
        et_al_use_first=_count(options, "et-al-use-first"),
        et_al_subsequent_min=_count(options, "et-al-subsequent-min") or 0,
        et_al_subsequent_use_first=_count(options, "et-al-subsequent-use-first") or 0,
        et_al_use_last=options.get("et-al-use-last") == "true",
        initialize=options.get("initialize", "true") == "true",
        initialize_with=options.get("initialize-with"),
        initialize_with_hyphen=style.hyphen,
        with_initials=style.option("givenname-disambiguation-rule").endswith("with-initials"),
        name_as_sort_order="all" if scope.sorting else options.get("name-as-sort-order", ""),
        sort_separator=rich_text.affix(options.get("sort-separator", ", ")),
        demote_non_dropping_particle=style.demote,
        family=_part(found, "family", place),
        given=_part(found, "given", place),
        format=_format(name, place),
        prefix=prefix,
        suffix=suffix,
        et_al="" if others.isspace() else others,
        et_al_format=_format({} if et_al is None else et_al.attrib, place),
        particle_space=particle_space(style.root.get("default-locale", "")),
        sorting=scope.sorting,
    )


def _and(value: str | None, scope: Scope) -> str | None:
    if value is None:
        return None
    return "&" if value == "symbol" else scope.style.locale.term("and") or "and"


def _count(options: Mapping[str, str], name: str) -> int | None:
    value = options.get(name, "")
    return int(value) if value.isdigit() else None


def _part(name: Element | None, wanted: str, place: Place) -> NamePart:
    """What a ``cs:name-part`` says of family or given names."""
    for part in () if name is None else name.findall(f"{CSL}name-part"):
        if part.get("name") == wanted:
            prefix, suffix = affixes(part.attrib)
            strip = part.get("strip-periods") == "true"
            return NamePart(_format(part.attrib, place), prefix, suffix, strip)
    return NamePart()


def _format(attributes: Mapping[str, str], place: Place) -> Format:
    """The case and the fonts that attributes ask for, without affixes."""
    wanted = {name: attributes[name] for name in (*FONTS, "text-case") if name in attributes}
    around = wrap(wanted, place)
    return (lambda text: around(text, True)) if around else same
