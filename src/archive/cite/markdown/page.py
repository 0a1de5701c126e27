"""A document as a page of HTML, with the citations in it already printed.

What is printed of citations comes as HTML and is never read as Markdown: signs stand for it in the
document, noncharacters around a number (U+FDD0 to U+FDD2; The Unicode Standard, 23.7), and give
way to it at the end.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from archive.cite.markdown.reading import Manuscript, parser, title

_OPEN, _SHUT, _OPEN_BLOCK = "\ufdd0", "\ufdd1", "\ufdd2"
_SIGN = re.compile(f"[{_OPEN}{_OPEN_BLOCK}](\\d+){_SHUT}")
_BLOCK = re.compile(f"<p>{_OPEN_BLOCK}(\\d+){_SHUT}</p>")
_TAG = re.compile(f"<[A-Za-z][^<>]*{_OPEN}[^<>]*>")
_MARKUP = re.compile(r"<[^>]*>")
_ATTRIBUTES = re.compile(r"\s*\{([^{}]*)\}$")
_IDENTIFIER = re.compile(r"#([\w:.-]+)")

STYLE = """\
body { margin: 2em auto; max-width: 40em; padding: 0 1em; line-height: 1.5 }
.csl-indent { margin-left: 2em }"""


class Signs:
    """What stands for pieces of HTML until the document around them is HTML, too."""

    def __init__(self) -> None:
        self.pieces: list[str] = []

    def put(self, piece: str) -> str:
        """The sign for a piece of HTML."""
        self.pieces.append(piece)
        return f"{_OPEN}{len(self.pieces) - 1}{_SHUT}"

    def put_block(self, piece: str) -> str:
        """The same for what stands between paragraphs, and is none."""
        return self.put(piece).replace(_OPEN, _OPEN_BLOCK)

    def replaced(self, page: str) -> str:
        """A page, with the pieces where their signs were; as plain text inside a tag."""
        page = _TAG.sub(lambda tag: _SIGN.sub(self._plain, tag[0]), page)
        page = _BLOCK.sub(self._piece, page)
        return _SIGN.sub(self._piece, page)

    def _piece(self, sign: re.Match[str]) -> str:
        return self.pieces[int(sign[1])]

    def _plain(self, sign: re.Match[str]) -> str:
        return html.escape(html.unescape(_MARKUP.sub("", self._piece(sign))))


def clean(text: str) -> str:
    """A text without the signs, before any is put into it."""
    return re.sub(f"[{_OPEN}{_SHUT}{_OPEN_BLOCK}]", "\ufffd", text)


def write(markdown: str, manuscript: Manuscript, signs: Signs, language: str = "en") -> str:
    """The page: a whole document of HTML.

    Args:
        markdown: the document with signs for what is printed (``archive.cite.markdown.writing``).
        manuscript: it was made from; its head names title, authors, date and language.
        signs: that have been put into it.
        language: of the document, if its head names none.
    """
    reader = parser()
    tokens = reader.parse(markdown)
    headings = _headings(tokens)
    body = signs.replaced(reader.renderer.render(tokens, reader.options, {}))
    head = manuscript.head
    named = head.get("title") or next(iter(headings), "") or "Untitled"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{html.escape(head.get("lang") or language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{html.escape(_plain(signs, named), quote=False)}</title>",
            f"<style>\n{STYLE}\n</style>",
            "</head>",
            "<body>",
            *_header(head),
            f"{body.strip()}",
            "</body>",
            "</html>\n",
        ]
    )


def _plain(signs: Signs, text: str) -> str:
    return html.unescape(_MARKUP.sub("", signs.replaced(text)))


def _header(head: dict[str, str]) -> list[str]:
    """What the head of the document says of it, for its reader."""
    if not head.get("title"):
        return []
    lines = [f"<h1>{html.escape(head['title'], quote=False)}</h1>"]
    for name in ("author", "date"):
        if head.get(name):
            lines.append(f'<p class="{name}">{html.escape(head[name], quote=False)}</p>')
    return ["<header>", *lines, "</header>"]


def _headings(tokens: Sequence[Any]) -> list[str]:
    """The headings; their attributes go where attributes belong (``# References {#refs-list}``)."""
    found = []
    for opening, token in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        found.append(title(token.content))
        last = token.children[-1] if token.children else None
        attributes = _ATTRIBUTES.search(last.content) if last and last.type == "text" else None
        if last and attributes:
            last.content = last.content[: attributes.start()]
            if identifier := _IDENTIFIER.search(attributes[1]):
                opening.attrSet("id", identifier[1])
    return found
