"""The names of a new record: its id and its citation key, readable, unique, never changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain, count
from string import ascii_lowercase

from archive.model.article import Article
from archive.model.slug import first_word, slug

UNDATED = "undated"
_LONGEST = 60  # characters of the title in an id


def date_of(article: Article) -> str:
    """The date that a record is filed under: of publication, else of distribution, else none."""
    links = (article.published, article.distributed)
    dates = (link.date.value for link in links if link and link.date)
    return next(dates, "").partition("/")[0]


def year_of(article: Article) -> str:
    """The year that a record is filed under; ``undated`` where none is stated."""
    return date_of(article)[:4] or UNDATED


def new_id(article: Article, sha256: str, taken: Collection[str]) -> str:
    """``2008-06-13-samdani-preparing-for-peace-in-pakistan``, numbered if that is taken.

    A title that leaves no Latin letters is replaced by the start of the source's digest.
    """
    title = slug(article.heading, limit=_LONGEST) or sha256[:12]
    parts = [date_of(article) or UNDATED, slug(_family(article)), title]
    return _free("-".join(filter(None, parts)), taken, (f"-{n}" for n in count(2)))


def new_key(article: Article, sha256: str, taken: Collection[str]) -> str:
    """``samdani2008preparing``, with a letter if that is taken."""
    word = first_word(article.heading) or sha256[:8]
    family = slug(_family(article)).replace("-", "")
    year = date_of(article)[:4]
    pairs = (a + b for a in ["", *ascii_lowercase] for b in ascii_lowercase)
    return _free(f"{family}{year}{word}", taken, chain(pairs, map(str, count(1))))


def _family(article: Article) -> str:
    if not article.authors:
        return ""
    person = article.authors[0].person.value
    return person.family or person.name


def _free(name: str, taken: Collection[str], endings: Iterable[str]) -> str:
    return next(name + end for end in chain([""], endings) if name + end not in taken)
