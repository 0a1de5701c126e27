"""What each format makes of a tree: formatting, escapes, places, links, directions of text."""

from __future__ import annotations

import pytest

from archive.cite.csl import marks as m
from archive.cite.csl import writers
from archive.cite.csl.processor import Bibliography, BibliographyEntry
from archive.cite.csl.tree import Quotes, Text, Tree, plant
from archive.cite.csl.writers import html
from archive.errors import UnknownName

C = m.CLOSE
URL = "https://a.org/x_y?z=1&q=%20"


def tree(marked: str) -> Tree:
    return plant(marked, Quotes())


def bibliography(*entries: str, hanging_indent: bool = False, entry_spacing: int = 0,
                 line_spacing: int = 1, second_field_align: str = "") -> Bibliography:  # fmt: skip
    made = tuple(BibliographyEntry(str(n), tree(marked)) for n, marked in enumerate(entries))
    return Bibliography(
        made,
        hanging_indent=hanging_indent,
        second_field_align=second_field_align,
        entry_spacing=entry_spacing,
        line_spacing=line_spacing,
    )


#: What is printed, and how: by format.
CASES: dict[str, tuple[str, dict[str, str]]] = {
    "nothing": ("", dict.fromkeys(writers.WRITERS, "")),
    "italics in a line": (
        f"a {m.ITALIC}b{C}, c",
        {
            "text": "a b, c",
            "html": "a <i>b</i>, c",
            "markdown": "a *b*, c",
            "rst": "a *b*, c",
            "latex": r"a \textit{b}, c",
            "rtf": r"a {\i b}, c",
            "ansi": "a \x1b[3mb\x1b[0m, c",
        },
    ),
    "bold italics": (
        f"{m.BOLD}{m.ITALIC}b{C}{C}",
        {
            "html": "<b><i>b</i></b>",
            "markdown": "***b***",
            "rst": "**b**",
            "latex": r"\textbf{\textit{b}}",
            "rtf": r"{\b\i b}",
            "ansi": "\x1b[1;3mb\x1b[0m",
        },
    ),
    "normal in italics": (
        f"{m.ITALIC}on {m.FIELD_ITALIC}Emma{C} again{C}",
        {
            "html": '<i>on <span style="font-style:normal;">Emma</span> again</i>',
            "markdown": "*on* Emma *again*",
            "rst": "*on* Emma *again*",
            "latex": r"\textit{on }Emma\textit{ again}",
            "rtf": r"{\i on }Emma{\i  again}",
            "ansi": "\x1b[3mon \x1b[0mEmma\x1b[3m again\x1b[0m",
        },
    ),
    "italics in a word": (
        f"a{m.ITALIC}b{C}c",
        {"markdown": "a*b*c", "rst": r"a\ *b*\ c", "html": "a<i>b</i>c"},
    ),
    "emphasis that asterisks would not make": (
        f"a{m.ITALIC}(b)?{C}c {m.ITALIC}d{C}{m.BOLD}e{C}",
        {"markdown": "a<em>(b)?</em>c *d*<strong>e</strong>"},
    ),
    "in brackets": (
        f"({m.ITALIC}b{C}) ({m.BOLD}?{C})",
        {"rst": r"(*b*) (\ **?**)", "markdown": "(*b*) (**?**)"},
    ),
    "raised, lowered, small capitals, underlined": (
        f"1{m.SUPERSCRIPT}a{C}{m.SUBSCRIPT}b{C} {m.SMALL_CAPS}c{C} {m.UNDERLINE}d{C}",
        {
            "text": "1ab c d",
            "html": '1<sup>a</sup><sub>b</sub> <span style="font-variant:small-caps;">c</span>'
            ' <span style="text-decoration:underline;">d</span>',
            "markdown": '1<sup>a</sup><sub>b</sub> <span style="font-variant:small-caps;">c</span>'
            " <u>d</u>",
            "rst": r"1\ :sup:`a`\ :sub:`b` c d",
            "latex": r"1\textsuperscript{a}\textsubscript{b} \textsc{c} \underline{d}",
            "rtf": r"1{\super a}{\sub b} {\scaps c} {\ul d}",
            "ansi": "1ab c \x1b[4md\x1b[0m",
        },
    ),
    "oblique and light": (
        f"{m.OBLIQUE}a{C} {m.LIGHT}b{C}",
        {
            "html": '<em>a</em> <span style="font-weight:lighter;">b</span>',
            "latex": r"\textsl{a} {\fontseries{l}\selectfont{}b}",
            "ansi": "\x1b[3ma\x1b[0m \x1b[2mb\x1b[0m",
        },
    ),
    "superscripts of Unicode": (
        "H²",
        {
            "text": "H²",
            "markdown": "H²",
            "html": "H<sup>2</sup>",
            "latex": r"H\textsuperscript{2}",
            "rtf": r"H{\super 2}",
        },
    ),
    "signs of HTML": (
        '<b>&amp; "it\'s"',
        {
            "text": '<b>&amp; "it\'s"',
            "html": '&#60;b&#62;&#38;amp; "it\'s"',
            "markdown": r"\<b\>\&amp; \"it\'s\"",
            "rst": '<b>&amp; "it\'s"',
        },
    ),
    "signs of Markdown and reStructuredText": (
        r"*a* _b_ c_d [e]_ `f` |g| \h #i :j: k:: -- ...",
        {
            "markdown": r"\*a\* \_b\_ c_d \[e\]\_ \`f\` \|g\| \\h \#i \:j: k:: \-- \.\..",
            "rst": r"\*a\* \_b\_ c_d [e]\_ \`f\` \|g\| \\h #i :j: k:\: -- ...",
        },
    ),
    "signs of LaTeX": (
        r"10% of $5 & #1_{x}~^\ <a> -- '``' [b]",
        {
            "latex": r"10\% of \$5 \& \#1\_\{x\}\textasciitilde{}\textasciicircum{}"
            r"\textbackslash{} \textless{}a\textgreater{} -{}- \textquotesingle{}"
            r"\textasciigrave{}\textasciigrave{}\textquotesingle{} {[}b{]}"
        },
    ),
    "spaces that do not break": ("p.\u00a05\u202f!", {"latex": r"p.~5\,!"}),
    "signs of RTF, and letters beyond it": (
        r"{\b} é – 😀",
        {"rtf": r"\{\\b\} \u233\'3f \u8211\'3f \u-10179\'3f\u-8704\'3f"},
    ),
    "what would begin a list": (
        "1. a",
        {"markdown": r"1\. a", "rst": r"\1. a", "text": "1. a"},
    ),
    "what would begin an enumeration": (
        "A. Smith",
        {"markdown": r"A\. Smith", "rst": r"\A. Smith"},
    ),
    "what would begin a heading": ("# a", {"markdown": r"\# a", "rst": "# a"}),
    "what would begin a bullet": ("- a", {"markdown": r"\- a", "rst": r"\- a"}),
    "an address": (
        f"At {m.LINK}{URL}{C}.",
        {
            "text": f"At {URL}.",
            "ansi": f"At {URL}.",
            "html": 'At <a href="https://a.org/x_y?z=1&amp;q=%20">'
            "https://a.org/x_y?z=1&#38;q=%20</a>.",
            "markdown": f"At <{URL}>.",
            "rst": rf"At `{URL} <{URL}>`__.",
            "latex": r"At \href{https://a.org/x\_y?z=1\&q=\%20}{https://a.org/x\_y?z=1\&q=\%20}.",
            "rtf": rf'At {{\field{{\*\fldinst{{HYPERLINK "{URL}"}}}}{{\fldrslt {URL}}}}}.',
        },
    ),
    "a plain address": (
        f"{m.LINK}https://a.org/b{C}",
        {"latex": r"\url{https://a.org/b}"},
    ),
    "a DOI without its resolver": (
        f"{m.LINK}10.1000/a<1>{C}",
        {
            "html": '<a href="https://doi.org/10.1000/a%3C1%3E">10.1000/a&#60;1&#62;</a>',
            "markdown": r"[10.1000/a\<1\>](<https://doi.org/10.1000/a%3C1%3E>)",
        },
    ),
    "identifiers of PubMed": (
        f"{m.LINK}PMC12{C}, {m.LINK}345{C}",
        {
            "markdown": "[PMC12](<https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12>), "
            "[345](<https://www.ncbi.nlm.nih.gov/pubmed/345>)",
        },
    ),
    "an address after an exclamation mark": (
        f"Oh!{m.LINK}10.1000/a{C}",
        {"markdown": r"Oh\![10.1000/a](<https://doi.org/10.1000/a>)"},
    ),
    "no address of the Web": (
        f"{m.LINK}javascript:alert(1){C}",
        dict.fromkeys(("html", "markdown", "rst", "latex", "rtf"), "javascript:alert(1)"),
    ),
    "an address that leaves its quotation marks": (
        f'{m.LINK}https://a.org/"onclick="b{C}',
        {"html": 'https://a.org/"onclick="b'},
    ),
    "a margin": (
        f"{m.LEFT_MARGIN}[1]{C}{m.RIGHT_INLINE} a{C}",
        {
            "text": "[1] a",
            "html": '\n    <div class="csl-left-margin">[1]</div>'
            '<div class="csl-right-inline"> a</div>\n  ',
            "markdown": r"\[1\] a",
            "rst": "[1] a",
            "latex": "{[}1{]} a",
            "rtf": "[1] a",
        },
    ),
    "a block, a line end and an indent": (
        f"{m.BLOCK}a{C}b\nc{m.INDENT}d{C}",
        {
            "text": "a\nb\nc\n    d",
            "ansi": "a\nb\nc\n    d",
            "html": '\n\n    <div class="csl-block">a</div>\nb\nc'
            '<div class="csl-indent">d</div>\n  ',
            "markdown": "a\\\nb\\\nc\\\n\u2003d",
            "rst": "| a\n| b\n| c\n|    \\ d",
            "latex": "a\\\\{}\nb\\\\{}\nc\\\\{}\n\\hspace*{2em}d",
            "rtf": "a\\line\nb\\line\nc\\line\n\\tab d",
        },
    ),
    "right-to-left words": (
        "Doe, كتاب العرب, 2020",
        {"text": "Doe, كتاب العرب, 2020", "html": "Doe, <bdi>كتاب العرب</bdi>, 2020"},
    ),
    "right-to-left throughout": ("כתב, 2020", {"html": "כתב, 2020"}),
}
WRITTEN = [
    pytest.param(form, marked, said, id=f"{form}: {name}")
    for name, (marked, forms) in CASES.items()
    for form, said in forms.items()
]


@pytest.mark.parametrize(("form", "marked", "said"), WRITTEN)
def test_write(form: str, marked: str, said: str) -> None:
    assert writers.load(form).write(tree(marked)) == said


@pytest.mark.parametrize("form", writers.WRITERS)
def test_no_control_characters(form: str) -> None:
    said = writers.load(form).write((Text("a\x1b[31mb\ud800\ufdd0c\x00"),))
    assert said.encode()  # no lone surrogates
    assert "\x00" not in said
    assert "\x1b[31m" not in said
    assert "\ufdd0" not in said


def test_as_citeproc_js() -> None:
    marked = f"كتاب Doe {m.LINK}https://a.org/{C}"
    assert html.write(tree(marked), bare=True) == "كتاب Doe https://a.org/"


BIBLIOGRAPHIES: dict[str, tuple[Bibliography, dict[str, str]]] = {
    "no entries": (
        bibliography(),
        {"text": "", "ansi": "", "markdown": "", "rst": "", "latex": ""}
        | {"html": '<div class="csl-bib-body">\n</div>\n'},
    ),
    "two entries": (
        bibliography("a", "b"),
        {
            "text": "a\nb\n",
            "ansi": "a\nb\n",
            "markdown": "a\n\nb\n",
            "rst": "a\n\nb\n",
            "html": '<div class="csl-bib-body">\n  <div class="csl-entry">a</div>\n'
            '  <div class="csl-entry">b</div>\n</div>\n',
            "rtf": r"{\rtf1\ansi\deff0\uc1{\fonttbl{\f0\froman Times New Roman;}}"
            "\n\\pard\\plain\\f0 a\\par\n\\pard\\plain\\f0 b\\par\n}\n",
        },
    ),
    "hanging, with space": (
        bibliography("a", hanging_indent=True, entry_spacing=1, line_spacing=2),
        {
            "html": '<div class="csl-bib-body" style="line-height:2;padding-left:2em;'
            'text-indent:-2em;">\n  <div class="csl-entry" style="margin-bottom:1em;">a</div>\n'
            "</div>\n",
            "latex": r"\begin{list}{}{\setlength{\leftmargin}{2em}\setlength{\itemindent}{-2em}"
            r"\setlength{\labelwidth}{0pt}\setlength{\labelsep}{0pt}"
            r"\setlength{\itemsep}{1\baselineskip}\setlength{\parsep}{0pt}}"
            "\n\\item{} a\n\\end{list}\n",
            "rtf": r"{\rtf1\ansi\deff0\uc1{\fonttbl{\f0\froman Times New Roman;}}"
            "\n\\pard\\plain\\f0\\tx720\\li720\\fi-720\\sl480\\slmult1\\sa240 a\\par\n}\n",
        },
    ),
    "margins": (
        bibliography(
            f"{m.LEFT_MARGIN}[1]{C}{m.RIGHT_INLINE}a{C}", second_field_align="flush"
        ),
        {
            "text": "[1] a\n",
            "html": '<div class="csl-bib-body">\n  <div class="csl-entry" style="clear:left;">\n'
            '    <div class="csl-left-margin" style="float:left;">[1]</div>'
            '<div class="csl-right-inline" style="margin-left:2.2em;">a</div>\n  </div>\n'
            "</div>\n",
            "latex": r"\begin{list}{}{\settowidth{\labelwidth}{{[}1{]}}"
            r"\setlength{\leftmargin}{\labelwidth}\addtolength{\leftmargin}{\labelsep}"
            r"\renewcommand{\makelabel}[1]{#1\hfill}"
            r"\setlength{\itemsep}{0\baselineskip}\setlength{\parsep}{0pt}}"
            "\n\\item[{{[}1{]}}] a\n\\end{list}\n",
            "rtf": r"{\rtf1\ansi\deff0\uc1{\fonttbl{\f0\froman Times New Roman;}}"
            "\n\\pard\\plain\\f0\\tx480\\li480\\fi-480 [1]\\tab a\\par\n}\n",
        },
    ),
}  # fmt: skip
LISTED = [
    pytest.param(form, printed, said, id=f"{form}: {name}")
    for name, (printed, forms) in BIBLIOGRAPHIES.items()
    for form, said in forms.items()
]


@pytest.mark.parametrize(("form", "printed", "said"), LISTED)
def test_bibliography(form: str, printed: Bibliography, said: str) -> None:
    assert writers.load(form).bibliography(printed) == said


def test_unknown_format() -> None:
    with pytest.raises(UnknownName, match="no output format called 'htlm'"):
        writers.load("htlm")
