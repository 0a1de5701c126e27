"""The credit line that goes under a piece when it is published again."""

from __future__ import annotations

from archive.model.article import Appearance, Article
from archive.model.dates import date_in_words
from archive.model.rights import Rights, RightsKind


def credit_line(article: Article) -> str:
    """What an editor has to print, from what the piece itself says.

    In the order that editors and services use: who wrote it; where it was published first, with
    date and address; who distributed it; the sentence that permits or reserves, word for word.
    Conditions ask for no other words: the source and the distributor are always named. What is
    not known is left out. A permission that was given to one host alone ("reprinted here by kind
    permission of ...") is not passed on, so its sentence is not printed.

    Returns:
        One line, such as ``Ann Lee. Source: The Daily Herald (DH), 3 May 2008. Distributed by
        Common Ground News Service (CGNews). Copyright permission is granted for publication.``
        Empty if the piece says none of this.
    """
    parts = [
        _authors([author.person.value.name for author in article.authors]),
        _appearance("Source:", article.published),
        _appearance("Distributed by", article.distributed),
        _statement(article.rights),
    ]
    return " ".join(_sentence(part) for part in parts if part)


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


def _authors(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _appearance(lead: str, appearance: Appearance | None) -> str:
    if appearance is None:
        return ""
    parts = [str(appearance.outlet.value)]
    if appearance.date is not None:
        parts.append(date_in_words(appearance.date.value))
    if appearance.address is not None:
        parts.append(appearance.address.value)
    return f"{lead} {', '.join(parts)}"


def _statement(rights: Rights | None) -> str:
    silent = (RightsKind.HOST_ONLY, RightsKind.UNSTATED)
    return "" if rights is None or rights.kind.value in silent else rights.statement.value
