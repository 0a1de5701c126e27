"""The facts of an article as a table: field, value, place, rule, what is printed there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archive.cli._table import table

if TYPE_CHECKING:
    from archive.model.article import Article
    from archive.model.fact import Fact


def evidence(article: Article) -> str:
    """One line a fact: field, value, source and characters, rule and certainty, the words."""
    from archive.model.facts import facts, worded  # late: `archive --help` does without

    return table(
        [_row(article, name, worded(article, fact), fact) for name, fact in facts(article)]
    )


def _row(article: Article, name: str, value: str, fact: Fact[Any]) -> tuple[str, ...]:
    span = fact.span
    place = f"{span.source[:8]} {span.start}-{span.end}" if span else ""
    printed = article.printed(span) if span else ""
    words = f'"{_short(printed)}"' if printed else ""
    return name, value, place, f"{fact.rule.name} ({fact.certainty.value})", words


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
