"""Writes schemas/archive.sch from docs/assertions.py and the rules: ``make schemas``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from archive.resources import schemas_folder
from archive.validate import RULES
from assertions import ASSERTIONS, NOT_STATED, Assertion
from xpath import FUNCTIONS, LETS

TARGET = "archive.sch"

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a grammar cannot say of a record, in ISO Schematron, for editors and pipelines that know it:
  the rules of `archive validate`, by their codes. Made by `make schemas`; edit docs/assertions.py.

  The program's own rules are the judge. These rely on archive.rng: of a record that it refuses
  they say nothing that holds. The language is XSLT 2.0: XPath 2.0, functions and a key.

  Rules that compare a record with its copy (S, but for S004, and L001 to L003) read the file that
  prefixDef names, if it is text/plain in UTF-8, UTF-16 or windows-1252. Any other copy needs the
  readers of the program: of a record of it, those rules hold whatever it says. Marks of quoting
  ("> ") are passed over before each line, also before one that stands alone.

  Not stated here:
{not_stated}
-->
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:f="urn:x-archive:functions">
  <title>The rules of a record that a grammar cannot say</title>
  <ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
  <ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
  <ns prefix="f" uri="urn:x-archive:functions"/>
"""
KEY = """\
  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
"""
FUNCTION = """\
  <xsl:function name="{name}" as={result}>
{parameters}    <xsl:sequence select={body}/>
  </xsl:function>
"""


def schema() -> str:
    """The whole of archive.sch."""
    return (
        HEAD.replace("{not_stated}", "\n".join(_not_stated()))
        + KEY
        + "".join(_function(*item) for item in FUNCTIONS.items())
        + _lets(LETS, "  ")
        + "".join(map(_pattern, ASSERTIONS))
        + _diagnostics()
        + "</schema>\n"
    )


def _not_stated() -> Iterator[str]:
    for code, why in sorted(NOT_STATED.items()):
        yield f"  {code}  {RULES.load(code).title}: {why}"


def _function(signature: str, body: str) -> str:
    match = re.fullmatch(r"([\w:]+)\((.*)\) as (\S+)", signature)
    assert match is not None, signature
    parameters = "".join(
        f"    <xsl:param name={quoteattr(name)} as={quoteattr(kind)}/>\n"
        for name, kind in re.findall(r"\$(\w+) as ([\w:()]+[?*]?)", match[2])
    )
    return FUNCTION.format(
        name=match[1], result=quoteattr(match[3]), parameters=parameters, body=quoteattr(body)
    )


def _lets(variables: Mapping[str, str], indent: str) -> str:
    return "".join(
        f"{indent}<let name={quoteattr(name)} value={quoteattr(value)}/>\n"
        for name, value in variables.items()
    )


def _pattern(assertion: Assertion) -> str:
    rule = RULES.load(assertion.code)
    return f"""\
  <pattern>
    <title>{escape(rule.title)}</title>
    <p>{escape(rule.reason)}</p>
    <rule context={quoteattr(assertion.context)}>
{_lets(assertion.lets, "      ")}\
      <assert id="{rule.code}" role="{rule.severity}" diagnostics="{rule.code}.remedy"
        test={quoteattr(assertion.test)}>{rule.code}: {_message(assertion.message)}</assert>
    </rule>
  </pattern>
"""


def _message(message: str) -> str:
    pieces = re.split(r"\{(.*?)\}", message)
    return "".join(
        f"<value-of select={quoteattr(piece)}/>" if number % 2 else escape(piece)
        for number, piece in enumerate(pieces)
    )


def _diagnostics() -> str:
    rules = [RULES.load(assertion.code) for assertion in ASSERTIONS]
    remedies = "".join(
        f'    <diagnostic id="{rule.code}.remedy">{escape(rule.remedy)}</diagnostic>\n'
        for rule in rules
    )
    return f"  <diagnostics>\n{remedies}  </diagnostics>\n"


if __name__ == "__main__":
    (schemas_folder() / TARGET).write_text(schema(), encoding="utf-8")
