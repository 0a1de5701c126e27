"""N: languages are declared."""

from __future__ import annotations

from collections.abc import Iterator

from archive.tei.xml import LANG
from archive.validate.findings import Finding
from archive.validate.rule import Family, Rule
from archive.validate.subject import Subject

UNDECLARED = Rule(
    code="N001",
    title="a language is not declared",
    reason="What a tag stands for is said once, in words, in langUsage.",
    example='<foreign xml:lang="ps-Latn"> and no language with that ident',
    remedy="add a language with that ident to langUsage",
    source="TEI P5, chapter 2.4.2 (language usage)",
)
TWO_LANGUAGES = Rule(
    code="N002",
    title="the record and its text are in two languages",
    reason="There is one record for each article and language.",
    example='<TEI xml:lang="en"> and <text xml:lang="ar">',
    remedy="give both the language of the article",
    source="docs/decisions.md (evidence)",
)


def check(subject: Subject) -> Iterator[Finding]:
    """All xml:lang of a record."""
    declared = {language.get("ident") for language in subject.all("language")}
    for element in subject.having(LANG):
        language = element.get(LANG)
        if language not in declared:
            yield subject.finding(UNDECLARED, element, f'language "{language}" is not declared')
    text = next(subject.all("text"))
    if text.get(LANG) != subject.root.get(LANG):
        message = f'text is in "{text.get(LANG)}", the record in "{subject.root.get(LANG)}"'
        yield subject.finding(TWO_LANGUAGES, text, message)


FAMILY = Family((UNDECLARED, TWO_LANGUAGES), check)
