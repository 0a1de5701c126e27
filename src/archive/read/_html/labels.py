"""What an element is called, in its class, its id and its role, and what such an element holds."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from archive.model.document import Bounds
from archive.read._html.tokens import attributes


class Verdict(IntEnum):
    """Whether an element belongs to an article."""

    NONE = 0
    DOUBTFUL = 1  # it does not, unless most of what is printed stands in it
    APART = 2  # it does not


class Label(NamedTuple):
    """What the tag of an element says.

    Attributes:
        names: classes, id and role, in lower case, words parted by ``-``, names by spaces.
        verdict: whether it belongs to an article.
    """

    names: str = ""
    verdict: Verdict = Verdict.NONE


def name_set(names: str) -> frozenset[str]:
    """The names of elements in a string, as a set."""
    return frozenset(names.split())


_NEVER_PRINTED = name_set(
    "applet audio canvas datalist embed head iframe math meter noembed noframes noscript object "
    "progress script select style svg template textarea title video xmp"
)
_APART = frozenset({"dialog", "menu", "nav"})
_DOUBTFUL = frozenset({"aside", "button", "footer", "form", "figcaption", "label"})
_TRUSTED = frozenset({"html", "body", "main", "h1", "h2"})

_WORDS_APART = (
    r"ads?|adbox|adsense|advert\w*|adslot|banner-ad|breadcrumbs?|captcha|cmp|comments?|"
    r"comment-?list|commentaires|comentarios|cookies?|cookie-?\w+|consent|gdpr|didomi|disqus|"
    r"disqus-?thread|google-?ad\w*|jp-?relatedposts|kommentare|modal|nav|navbar|navigation|"
    r"nav-?\w{3,5}|onetrust|outbrain|paywall|popup|pop-?over|privacy|replies|respond|"
    r"share|sharing|sharedaddy|share-?\w{3,7}|addthis|addtoany|skip-?link|skip|social|"
    r"social-?\w+|sponsored|sr-only|screen-reader|visually-?hidden|taboola|toolbar|trackbacks?|"
    r"mw-jump|noprint|no-print|printfriendly|mod-?share|feedback|dropdown|search-?form|searchbox"
)
_WORDS_DOUBTFUL = (
    r"also|archives?|blogroll|blog-?archive|caption|carousel|categories|cat-links|copyright-bar|"
    r"flyout|follow|foot|footer|footnav|form|gallery|header-?date|date-header|hide-on-\w+|"
    r"latest|leaderboard|login|logo|lightbox|mast-?nav|menu|meta-?nav|more|most-?\w+|"
    r"newsletter|next|off-?canvas|overlay|pager|pagination|page-links|paging|pop|popular|"
    r"post-?footer|prev|previous|print|promo|promotion|pull-?quote|rail|rating|read-?more|"
    r"recent|recommend\w*|related|rss|search|sidebar\w*|side|side-?\w{3}|signup|sign-?up|"
    r"sitemap|slideshow|sponsor|subscribe|subscription|tabs|tag-?cloud|tag-?list|tag-?links|"
    r"tags|teaser-list|tools?|top-?bar|topics|trending|utility|widget\w*|left-?col\w*|"
    r"right-?col\w*|left-?nav|right-?nav|col-?left|col-?right|supplementary|secondary|"
    r"complementary|contentinfo|pullquote|posted|postmeta-bottom"
)
_FINDS_APART = re.compile(rf"(?:^|[ -])(?:{_WORDS_APART})(?:$|[ -]|[0-9])")
_FINDS_DOUBTFUL = re.compile(rf"(?:^|[ -])(?:{_WORDS_DOUBTFUL})(?:$|[ -]|[0-9])")
_OF_THE_ARTICLE = re.compile(
    r"(?:^|[ -])(?:authors?|bio|biography|byline|bylines|credits?|dateline|deck|dek|headline|"
    r"standfirst|notes?|source|licen[cs]e|rights|article-?(?:body|text|content)|"
    r"(?:post|entry|story)-?(?:body|text|content))(?:$|[ -]|[0-9])"
)
# Classes that tell what kind a whole page or post is, not what stands in the element.
_STATES = re.compile(
    r"(?:^| )(?:(?:category|tag|type|status|format|postid|page|single|template|theme|has|no|with|"
    r"comments|hentry|logged|is|js|lang|author)-[^ ]*)"
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORTH_READING = re.compile(r"class|id|role|style|hidden|itemprop", re.IGNORECASE)
_NO_LABEL = Label()


def label(markup: str, name: str, bounds: Bounds) -> Label:
    """What a start tag says: the ``name`` of its element, the ``bounds`` of its attributes."""
    names, hidden = "", False
    if _WORTH_READING.search(markup, *bounds):
        found = attributes(markup, bounds)
        parts = [markup[slice(*found[key])] for key in ("class", "id", "role") if key in found]
        names = _CAMEL.sub("-", " ".join(parts)).lower().replace("_", "-")
        names = " ".join(names.split())
        hidden = (
            "hidden" in found
            or ("style" in found and bool(_NOT_SHOWN.search(markup, *found["style"])))
            or ("aria-hidden" in found and markup[slice(*found["aria-hidden"])].lower() == "true")
        )
    verdict = _verdict(name, names, hidden=hidden)
    return Label(names, verdict) if names or verdict else _NO_LABEL


def _verdict(name: str, names: str, *, hidden: bool) -> Verdict:
    if name in _NEVER_PRINTED or name in _APART:
        return Verdict.APART
    if hidden or name in _TRUSTED:
        return Verdict.DOUBTFUL if hidden else Verdict.NONE
    said = _STATES.sub(" ", names) if names else ""
    if said and _FINDS_APART.search(said) and not _OF_THE_ARTICLE.search(said):
        return Verdict.APART
    doubtful = name in _DOUBTFUL or (said and _FINDS_DOUBTFUL.search(said))
    if doubtful and not (said and _OF_THE_ARTICLE.search(said)):
        return Verdict.DOUBTFUL
    return Verdict.NONE


def of_the_article(what: Label) -> bool:
    """Whether an element is called a byline, a note, a credit or the like."""
    return bool(what.names) and _OF_THE_ARTICLE.search(what.names) is not None
