"""JUnit XML: a test a record, which fails if there is an error in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from lxml import etree

from archive.validate.checked import Checked
from archive.validate.findings import Finding
from archive.validate.reports import Report
from archive.validate.reports._text import one_line
from archive.validate.reports.concise import line
from archive.validate.target import RECORD


def write(checked: Checked) -> str:
    """Write one suite; warnings, which fail nothing, are what a test printed.

    Most viewers show one failure a test: all errors of a record are one. Files that belong to no
    record, those of agents, have tests of their own where something is found in them.

    Source: junit-10.xsd of the Jenkins xUnit plugin.
    """
    found: dict[str, list[Finding]] = {_home(path): [] for path in checked.coverage}
    for finding in checked.findings:
        above = (str(folder) for folder in PurePosixPath(finding.path).parents)
        name = next((folder for folder in above if folder in found), _home(finding.path))
        found.setdefault(name, []).append(finding)
    failed = sum(any(f.severity == "error" for f in findings) for findings in found.values())
    counts = {"tests": str(len(found)), "failures": str(failed), "errors": "0"}
    suites = etree.Element("testsuites", counts)
    suite = etree.SubElement(suites, "testsuite", {"name": "archive validate"} | counts)
    for name in sorted(found):
        _case(suite, name, found[name])
    return etree.tostring(suites, encoding="unicode", pretty_print=True)


def _home(path: str) -> str:
    """The folder of a record, by its record.xml; any other file is a test by itself."""
    return path.removesuffix(f"/{RECORD}")


def _case(suite: etree._Element, name: str, findings: Sequence[Finding]) -> None:
    path = PurePosixPath(one_line(name))
    case = etree.SubElement(
        suite, "testcase", classname=".".join(path.parent.parts) or "archive", name=path.name
    )
    errors = [finding for finding in findings if finding.severity == "error"]
    warnings = [finding for finding in findings if finding.severity == "warning"]
    if errors:
        message = one_line(errors[0].message)
        if len(errors) > 1:
            message = f"{len(errors):,} errors: {message}; ..."
        rules = " ".join(sorted({error.rule for error in errors}))
        etree.SubElement(case, "failure", type=rules, message=message).text = _lines(errors)
    if warnings:
        etree.SubElement(case, "system-out").text = _lines(warnings)


def _lines(findings: Sequence[Finding]) -> str:
    hints = (f"\n  hint: {one_line(f.hint)}" if f.hint else "" for f in findings)
    return "\n".join(line(f) + hint for f, hint in zip(findings, hints, strict=True))


FORMAT = Report(title="JUnit XML, a test a record", media_type="application/xml", write=write)
