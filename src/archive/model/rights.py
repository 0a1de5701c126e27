"""What the piece's own words permit, forbid, require, or leave unstated."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archive.model.fact import Fact

SILENCE = "The received copy states no permission and no reservation."
"""What is said where there is no statement."""


class RightsKind(StrEnum):
    """The kinds of statement that are told apart."""

    GRANTED = "granted"  # anyone may publish
    OBTAINED = "obtained"  # the distributor has permission and passes it on
    LICENSED = "licensed"  # a named public licence
    HOST_ONLY = "host-only"  # permission for this reprint only
    RESERVED = "reserved"  # refused, or all rights reserved
    UNSTATED = "unstated"


class Act(StrEnum):
    """What an editor may want to do with a piece, or must do when publishing it."""

    PUBLISH = "publish"
    TRANSLATE = "translate"
    ADAPT = "adapt"
    EXCERPT = "excerpt"
    SELL = "sell"
    SUBLICENSE = "sublicense"
    ACKNOWLEDGE_SOURCE = "acknowledge-source"
    ACKNOWLEDGE_DISTRIBUTOR = "acknowledge-distributor"
    NOTIFY = "notify"


class Standing(StrEnum):
    """How a statement stands to an act. Unstated is the default, and an answer in its own right."""

    PERMITTED = "permitted"
    PROHIBITED = "prohibited"
    REQUIRED = "required"
    UNSTATED = "unstated"


class Condition(StrEnum):
    """Conditions that such statements attach."""

    ACKNOWLEDGE_SOURCE = "acknowledge-source"
    ACKNOWLEDGE_DISTRIBUTOR = "acknowledge-distributor"
    NOTIFY_DISTRIBUTOR = "notify-distributor"
    FREE_OF_CHARGE = "free-of-charge"
    NO_CHANGES = "no-changes"
    NON_COMMERCIAL = "non-commercial"
    UNLESS_NOTED = "unless-noted"


@dataclass(frozen=True, slots=True)
class Rights:
    """A rights statement, taken apart.

    Attributes:
        kind: what sort of statement it is; its span is the statement's.
        statement: the sentence or sentences, verbatim.
        acts: the acts the statement itself settles, with how; what is not here is unstated.
        conditions: what it attaches.
        licence: an SPDX-like name, for a named public licence only.
        holder: who holds the rights, if named.
    """

    kind: Fact[RightsKind]
    statement: Fact[str]
    acts: tuple[tuple[Act, Fact[Standing]], ...] = ()
    conditions: tuple[Fact[Condition], ...] = ()
    licence: Fact[str] | None = None
    holder: Fact[str] | None = None

    def standing(self, act: Act) -> Standing:
        """What the statement says of ``act``."""
        stated = dict(self.acts).get(act)
        return stated.value if stated else Standing.UNSTATED
