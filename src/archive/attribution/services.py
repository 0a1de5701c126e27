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
    }
)
