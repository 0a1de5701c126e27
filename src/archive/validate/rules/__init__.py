"""The rules that records keep: one family a file, and ``RULES``, which knows them all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from archive.errors import UnknownName
from archive.registry import Registry
from archive.validate.rule import Family, Rule

FAMILIES: Registry[Family] = Registry(
    "archive.validate.rules", "FAMILY", "family of rules", "archive rule"
)


@lru_cache(maxsize=1)
def families() -> tuple[Family, ...]:
    """All families, loaded."""
    return tuple(FAMILIES.load(name) for name in FAMILIES.names())


class Rules:
    """All rules, by their codes."""

    def all(self) -> list[Rule]:
        """All rules, in the order of their codes."""
        return sorted(self._found(), key=lambda rule: rule.code)

    def load(self, code: str) -> Rule:
        """The rule with a code.

        Raises:
            UnknownName: there is none; the hint names the nearest.
        """
        known = {rule.code: rule for rule in self._found()}
        if code.upper() not in known:
            raise UnknownName("rule", code, known, "archive rule")
        return known[code.upper()]

    def _found(self) -> Iterator[Rule]:
        return (rule for family in families() for rule in family.rules)


RULES = Rules()
