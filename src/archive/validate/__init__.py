"""Records to findings (grammar, rules, evidence), and findings to reports."""

from archive.validate.baseline import Baseline
from archive.validate.checked import Checked
from archive.validate.checking import Verdict, among, check, check_all, examine
from archive.validate.claims import Claim
from archive.validate.coverage import Coverage
from archive.validate.findings import Finding, in_order
from archive.validate.reports import REPORTS, report
from archive.validate.rule import Rule
from archive.validate.rules import RULES
from archive.validate.target import Surroundings, Target

__all__ = [
    "REPORTS",
    "RULES",
    "Baseline",
    "Checked",
    "Claim",
    "Coverage",
    "Finding",
    "Rule",
    "Surroundings",
    "Target",
    "Verdict",
    "among",
    "check",
    "check_all",
    "examine",
    "in_order",
    "report",
]
