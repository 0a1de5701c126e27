"""CSL 1.0.2, "Choose": conditions. What a type settles is settled when the style is compiled."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from archive.cite.csl.compiling import (
    Render,
    Scope,
    compile_children,
    first_of,
    nothing,
    sequence,
    words,
)
from archive.cite.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context
from archive.cite.csl.elements.number import value
from archive.cite.csl.items import DATES, NAMES
from archive.cite.csl.style_file import CSL

#: A test that needs the item and the cite; a bool where the type is enough.
Test = Callable[[Context], bool] | bool


def compile_choose(element: Element, scope: Scope) -> Render | None:
    """The first branch whose condition holds; what it holds for every item is taken at once."""
    branches: list[_Branch] = []
    for branch in element:
        test = True if branch.tag == f"{CSL}else" else _condition(branch, scope)
        if test is False:
            continue
        if test is True:
            if not branches:
                return _body(branch, scope)
            branches.append(_Branch(lambda _: True, branch, scope))
            break
        branches.append(_Branch(test, branch, scope))
    return _first(branches) if branches else None


class _Branch:
    """A branch whose condition needs an item; compiled when it is first taken."""

    __slots__ = ("_element", "_scope", "render", "test")

    def __init__(self, test: Callable[[Context], bool], element: Element, scope: Scope) -> None:
        self.test = test
        self._element, self._scope = element, scope
        self.render: Render = self._compile

    def _compile(self, c: Context) -> str:
        self.render = _body(self._element, self._scope) or nothing
        return self.render(c)


def _body(branch: Element, scope: Scope) -> Render | None:
    parts = compile_children(branch, scope)
    return first_of(parts) if scope.alternatives else sequence(parts, scope.delimiter)


def _first(branches: list[_Branch]) -> Render:
    def render(c: Context) -> str:
        for branch in branches:
            if branch.test(c):
                return branch.render(c)
        return ""

    return render


def _condition(branch: Element, scope: Scope) -> Test:
    """All tests of a branch under its ``match``; constant where they are."""
    tests = [
        test
        for attribute, make in _TESTS.items()
        for value in words(branch.get(attribute))
        for test in (make(value, scope),)
    ]
    if types := words(branch.get("type")):
        tests.append(scope.type in types)  # an item has but one: any of them (as in citeproc-js)
    match = branch.get("match", "all")
    if match == "none":
        return _invert(_some(tests))
    return _some(tests) if match == "any" else _every(tests)


def _every(tests: list[Test]) -> Test:
    if any(test is False for test in tests):
        return False
    rest = [test for test in tests if not isinstance(test, bool)]
    if not rest:
        return True
    if len(rest) == 1:
        return rest[0]
    # each is asked, also after one failed: conditions on ``disambiguate`` are counted
    return lambda c: False not in [test(c) for test in rest]


def _some(tests: list[Test]) -> Test:
    if any(test is True for test in tests):
        return True
    rest = [test for test in tests if not isinstance(test, bool)]
    if not rest:
        return False
    if len(rest) == 1:
        return rest[0]
    return lambda c: True in [test(c) for test in rest]


def _invert(test: Test) -> Test:
    if isinstance(test, bool):
        return not test
    return lambda c: not test(c)


#: Variables that belong to the cite, or to the document.
_GIVEN: dict[str, Callable[[Context], bool]] = {
    "citation-number": lambda c: c.entry.number > 0,
    "first-reference-note-number": lambda c: c.first_note > 0,
    "locator": lambda c: bool(c.cite.locator),
    "year-suffix": lambda c: c.entry.suffix >= 0,
}


def _variable(name: str, _: Scope) -> Test:
    if name in _GIVEN:
        return _GIVEN[name]
    if name in NAMES:
        return lambda c: name in c.item.names
    if name in DATES:
        return lambda c: name in c.item.dates
    return lambda c: name in c.item.texts


def _is_numeric(name: str, scope: Scope) -> Test:
    if name == "citation-number":
        return True
    is_numeric = scope.style.numbers.is_numeric

    def test(c: Context) -> bool:
        text = value(c, name)
        return bool(text) and is_numeric(text, name, c.cite.label)

    return test


def _is_uncertain_date(name: str, _: Scope) -> Test:
    def test(c: Context) -> bool:
        date = c.item.dates.get(name)
        return date is not None and date.circa

    return test


def _locator(value: str, _: Scope) -> Test:
    wanted = value.replace(" ", "-")
    return lambda c: bool(c.cite.locator) and c.cite.label.replace(" ", "-") == wanted


def _position(value: str, scope: Scope) -> Test:
    if scope.area == "bibliography":
        return False
    if value == "first":
        return lambda c: c.position == FIRST
    if value == "near-note":
        return lambda c: c.position >= SUBSEQUENT and c.near
    if value == "far-note":
        return lambda c: c.position >= SUBSEQUENT and not c.near
    least = {"subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_WITH_LOCATOR}[value]
    return lambda c: c.position >= least


def _disambiguate(value: str, _: Scope) -> Test:
    """True for as many conditions, in the order they are asked, as disambiguation needs."""

    def test(c: Context) -> bool:
        c.conditions += 1
        return c.conditions <= c.entry.condition

    return test if value == "true" else False


_TESTS: dict[str, Callable[[str, Scope], Test]] = {
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain_date,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
