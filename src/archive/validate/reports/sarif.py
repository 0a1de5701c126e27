"""SARIF 2.1.0: what code scanning services and editors read."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from archive.validate.checked import Checked
from archive.validate.findings import Finding, fingerprints
from archive.validate.reports import Report
from archive.validate.reports._text import as_json, one_line
from archive.validate.rule import Rule
from archive.validate.rules import RULES

LIMIT = 25_000
"""How many results GitHub takes; a report with more is refused as a whole."""


def write(checked: Checked) -> str:
    """Write one run; of more findings than ``LIMIT``, the errors first, and how many are left out.

    Source: SARIF 2.1.0 (OASIS Standard); GitHub, "SARIF support for code scanning", "SARIF results
    exceed one or more limits".
    """
    known = list(zip(checked.located, fingerprints(checked.findings), strict=True))
    kept = sorted(known, key=lambda each: each[0].severity)[:LIMIT] if known[LIMIT:] else known
    codes = sorted({finding.rule for finding, _ in kept})
    run = {
        "tool": {
            "driver": {
                "name": "archive",
                "semanticVersion": version("archive"),
                "rules": [_rule(RULES.load(code)) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(len(known) - len(kept))],
        "results": [_result(finding, codes, fingerprint) for finding, fingerprint in kept],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return as_json({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.reason},
        "help": {"text": rule.explain(), "markdown": _markdown(rule)},
        "defaultConfiguration": {"level": rule.severity},
    }


def _markdown(rule: Rule) -> str:
    return (
        f"{rule.reason}\n\n**Example**\n\n    {rule.example}\n\n"
        f"**Remedy:** {rule.remedy}\n\n**Source:** {rule.source}\n"
    )


def _invocation(left_out: int) -> dict[str, Any]:
    if not left_out:
        return {"executionSuccessful": True}
    text = f"{left_out:,} findings are left out: a report holds {LIMIT:,}."
    notice = {"level": "warning", "message": {"text": text}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notice]}


def _result(finding: Finding, codes: Sequence[str], fingerprint: str) -> dict[str, Any]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    result = {
        "ruleId": finding.rule,
        "ruleIndex": codes.index(finding.rule),
        "level": finding.severity,
        "message": {"text": _message(finding)},
        "locations": [_location(finding.path, region)],
        "partialFingerprints": {"finding/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [{"id": 1, **_location(finding.related)}]
    return result


def _location(path: str, region: dict[str, int] | None = None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    return {"physicalLocation": place | ({"region": region} if region else {})}


def _uri(path: str) -> str:
    """Relative to the archive, as findings name files; bytes that are no UTF-8 go as they are."""
    scheme = "file://" if path.startswith("/") else ""
    return scheme + quote(path.encode("utf-8", "surrogateescape"))


def _message(finding: Finding) -> str:
    """What is wrong and what to do. No text of a record becomes a link: ``[words](1)`` is one."""
    text = "\n".join(map(one_line, filter(None, (finding.message, finding.hint))))
    return text.replace("](", "] (")


FORMAT = Report(
    title="SARIF 2.1.0, for code scanning", media_type="application/sarif+json", write=write
)
