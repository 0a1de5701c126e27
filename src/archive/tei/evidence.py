"""How a fact's evidence stands on an element: ``@source``, ``@cert``, ``@resp``, ``@ana``.

``@source`` is the span ("src:12,31"), ``@cert`` the certainty, ``@resp`` who answers for it (the
program or a person), ``@ana`` the rule, which the header lists with what it says.
"""

from __future__ import annotations

from typing import Any

from archive.model.fact import Editor, Fact, Rule, Span

PROGRAM = "resp-rules"


class Ledger:
    """What the elements written so far point to: rules and editors, to be listed in the header."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}
        self.editors: dict[Editor, str] = {}

    def evidence(self, fact: Fact[Any]) -> dict[str, str]:
        """The attributes that carry the evidence of ``fact``."""
        return source(fact.span) | self.judgement(fact)

    def judgement(self, fact: Fact[Any]) -> dict[str, str]:
        """The same without the span, for an element in the text: its place is its span."""
        if isinstance(fact.rule, Editor):
            number = len(self.editors) + 1
            return {
                "cert": fact.certainty.value,
                "resp": "#" + self.editors.setdefault(fact.rule, f"resp-editor-{number}"),
            }
        self.rules[fact.rule.name] = fact.rule
        return {
            "cert": fact.certainty.value,
            "resp": "#" + PROGRAM,
            "ana": "#" + rule_id(fact.rule.name),
        }


def source(span: Span | None) -> dict[str, str]:
    """The attribute that carries a span; nothing for none."""
    return {"source": f"src:{span.start},{span.end}"} if span else {}


def rule_id(name: str) -> str:
    """The ``xml:id`` of a rule: ``title/first-line`` is ``rule.title.first-line``."""
    return "rule." + name.replace("/", ".")
