"""Records to findings (grammar, rules, evidence), and findings to reports."""

from archive.validate.checking import check, check_all
from archive.validate.findings import Finding, in_order, summarise
from archive.validate.reports import REPORTS, report
from archive.validate.rule import Rule
from archive.validate.rules import RULES
from archive.validate.target import Target

__all__ = [
    "REPORTS",
    "RULES",
    "Finding",
    "Rule",
    "Target",
    "check",
    "check_all",
    "in_order",
    "report",
    "summarise",
]
