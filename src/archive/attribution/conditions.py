"""The acts that a rights statement speaks of, and the conditions it attaches, by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from archive.model.rights import Act, Condition, Standing

PUBLISHING = (
    r"(?:re-?)?publi(?:cation|sh(?:ed|ing|ers)?)|(?:re-?)?print(?:ed|ing)?|reproduc(?:tion|ed?|ing)"
    r"|(?:re-?)?post(?:ed|ing)?"
)
"""A pattern for the words of publishing again."""

ACTS: Mapping[Act, re.Pattern[str]] = MappingProxyType(
    {
        Act.PUBLISH: re.compile(rf"\b(?:{PUBLISHING})\b", re.IGNORECASE),
        Act.TRANSLATE: re.compile(r"\btranslat(?:ion|ions|ed?|ing)\b", re.IGNORECASE),
        Act.ADAPT: re.compile(
            r"\b(?:adapt(?:ation|ed)?|alter(?:ed|ation)?s?|edited)\b", re.IGNORECASE
        ),
        Act.EXCERPT: re.compile(r"\b(?:excerpt(?:s|ed)?|quot(?:ed?|ation))\b", re.IGNORECASE),
        Act.SELL: re.compile(r"\b(?:sold|sale|resale|resold)\b", re.IGNORECASE),
    }
)
"""What tells that a sentence speaks of an act."""

_ACKNOWLEDGE = (
    r"(?:acknowledge[ds]?|credit(?:ed|s)?|cite[ds]?|attribut(?:ed?|ion)|mention(?:ed)?|"
    r"acknowledge?ments?)"
)
ACKNOWLEDGED = re.compile(
    rf"\b(?i:{_ACKNOWLEDGE})\s(?:to\s)?"
    r"(?:(?:both\s)?(?:the\s)?(?:authors?|(?:original\s)?sources?|publication),?\s(?:and\s)?){0,3}(?:the\s)?"
    r"(?P<name>[^\W\d_a-z][\w'’&.-]{0,30}(?:\s(?:of|in|the|[^\W\d_a-z][\w'’&.-]{0,30})){0,6})"
    r"|(?:\bthe\s|\band\s)(?P<named>[^\W\d_a-z][\w'’&.-]{0,30}(?:\s[^\W\d_a-z][\w'’&.-]{0,30}){0,6})\s"
    rf"(?:is|are|be)\s(?:\w+\s)?(?i:{_ACKNOWLEDGE})\b"
)
"""A pattern for whom a statement asks to acknowledge by name."""
SERVICE = re.compile(
    r"\b(?:News\s(?:Service|Exchange|Agency|Wire)|Features?|Syndicate|Newswire|Press\sService|"
    r"Media\sService)\b"
)
"""A pattern for the names of those that pass articles on."""
CONDITIONS: Mapping[Condition, re.Pattern[str]] = MappingProxyType(
    {
        Condition.ACKNOWLEDGE_SOURCE: re.compile(
            rf"\b{_ACKNOWLEDGE}\b[^.;]{{0,80}}?\b(?:source|author|publication)\b"
            r"|\bwith\s(?:\w+\s)?(?:attribution|credit|acknowledge?ment)\b"
            rf"|\b(?:source|author|publication)s?\b[^.;]{{0,40}}?\b(?:is|are|be)\s(?:\w+\s)?{_ACKNOWLEDGE}\b",
            re.IGNORECASE,
        ),
        Condition.ACKNOWLEDGE_DISTRIBUTOR: re.compile(
            rf"\b{_ACKNOWLEDGE}\b[^.;]{{0,80}}?\b(?:distributor|news\sservice|(?-i:CGNews\S*))"
            rf"|\b(?:distributor|news\sservice|(?-i:CGNews))\b[^.;]{{0,40}}?\b(?:is|are|be)\s"
            rf"(?:\w+\s)?{_ACKNOWLEDGE}\b",
            re.IGNORECASE,
        ),
        Condition.NOTIFY_DISTRIBUTOR: re.compile(
            r"\b(?:notify|inform|tell|let|notifying|informing)\s(?:us|the\seditors?|the\s\w+\s?service|the\sdistributor|(?-i:CGNews))\b",
            re.IGNORECASE,
        ),
        Condition.FREE_OF_CHARGE: re.compile(
            r"\bfree\sof\scharge\b|\b(?:without|at\sno|no)\s(?:charge|fee|cost)\b", re.IGNORECASE
        ),
        Condition.NO_CHANGES: re.compile(
            r"\b(?:not|never)\s(?:\w+\s)?(?:changed|altered|edited|modified|shortened)\b"
            r"|\b(?:unchanged|unaltered|unedited|in\s(?:its|their)\sentirety)\b"
            r"|\b(?:without|no)\s(?:\w+\s)?(?:changes?|alterations?|modifications?)\b"
            r"|\bnot\s(?:change|alter|edit|modify)\b",
            re.IGNORECASE,
        ),
        Condition.NON_COMMERCIAL: re.compile(r"\bnon-?commercial(?:ly)?\b", re.IGNORECASE),
        Condition.UNLESS_NOTED: re.compile(
            r"\b(?:unless|except\swhere)\sotherwise\s(?:noted|stated|indicated)\b", re.IGNORECASE
        ),
    }
)
"""What tells that a statement attaches a condition."""

SETTLES: Mapping[Condition, tuple[Act, Standing]] = MappingProxyType(
    {
        Condition.ACKNOWLEDGE_SOURCE: (Act.ACKNOWLEDGE_SOURCE, Standing.REQUIRED),
        Condition.ACKNOWLEDGE_DISTRIBUTOR: (Act.ACKNOWLEDGE_DISTRIBUTOR, Standing.REQUIRED),
        Condition.NOTIFY_DISTRIBUTOR: (Act.NOTIFY, Standing.REQUIRED),
        Condition.NO_CHANGES: (Act.ADAPT, Standing.PROHIBITED),
    }
)
"""What a condition settles of an act."""
