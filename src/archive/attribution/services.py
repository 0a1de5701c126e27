"""News services that credit lines name by a short form alone, and their names in full.

Only services that no other body shares its short form with. The key is the short form in lower
case. Source: the services' own credit lines, which print both ("Common Ground News Service
(CGNews)").
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SERVICES: Mapping[str, str] = MappingProxyType(
    {
        "cgnews": "Common Ground News Service",
        "cg news": "Common Ground News Service",
        "cgnews-pih": "Common Ground News Service",
    }
)

WIRES: Mapping[str, str] = MappingProxyType(
    {
        "afp": "Agence France-Presse",
        "ap": "Associated Press",
        "cgnews": "Common Ground News Service",
        "ips": "Inter Press Service",
        "reuters": "Reuters",
        "upi": "United Press International",
    }
)
"""The services that a dateline names in parentheses: "NAIROBI, Mar 12 2008 (IPS) -".

Only there: elsewhere "IPS" may be the Institute for Policy Studies.
"""
