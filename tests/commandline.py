"""What tests of the command line share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

ID = "2008-06-13-lee-a-well-for-two-villages"


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Archive = Callable[..., Ran]

TEXT = """\
A Well for Two Villages

The Rural Water Board (RWB) opened the well on 3 May and closed it last week. Nobody in the two \
villages had asked for either, and nobody had been told.

For years the women of the upper village walked an hour to the river. The well was dug where the \
two commons meet, and both councils paid for half of the pump. It was meant to end a quarrel that \
is older than the road. Instead it has become a new one, because the Board never said who may draw \
water first in a dry month.

The councils should write that down together, in one page that everybody can read. A rule that two \
neighbours have made is kept longer than one that arrives in a letter.

Ann Lee is an engineer at the Rural Water Board in Oslo. This article is distributed by the \
Common Ground News Service (CGNews) and can be accessed at

Source: The Daily Herald. 13 June 2008, This article was published by The Daily Herald (DH), \
a project of the Herald Trust (HT, online at Copyright permission is granted for publication.
"""
DATA = TEXT.encode()

_PROSE = {
    "Three": "Carpenters came from the coast and raised a mast beside the chapel. It bears a lamp "
    "that fishermen can see from the outer banks, and it has burned every night since Easter. "
    "Sailors pay nothing for it; the parish sells candles and keeps the change.",
    "Four": "Nobody counts sheep up here before the first snow, says the oldest shepherd, because "
    "a number only makes wolves curious. His grandson writes them into a notebook all the same. "
    "Last autumn the notebook was right and the shepherd was not.",
}


def another(number: str) -> bytes:
    """The text with another number in its title, and prose of its own: ``Three`` or ``Four``."""
    title, _, *_, note, source = TEXT.replace("Two", number, 1).split("\n\n")
    return "\n\n".join([title, _PROSE[number], note, source]).encode()
