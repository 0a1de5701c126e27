"""Citations by style and kind of record, each looked at by hand.

Where they are not what the manual wants, the style is the cause: APA wants titles in sentence
case; IEEE names no publisher of a newspaper; MLA and Chicago print no first publication of an
article in a periodical.
"""

from __future__ import annotations

GOLDENS = {
    "apa": {
        "signed": "Lee, A. (2008, June 13). A Well for Two Villages. The Daily Herald.",
        "unsigned": "A Well for Two Villages. (2008, June 13). The Daily Herald.",
        "corporate": "Rural Water Board. (2008, June 13). A Well for Two Villages. "
        "The Daily Herald.",
        "undated": "Lee, A. (n.d.). A Well for Two Villages. The Daily Herald.",
        "two authors": "Lee, A., & Ek, B. (2008, June 13). A Well for Two Villages. "
        "The Daily Herald.",
        "particle": "van der Berg, J. (2008, June 13). A Well for Two Villages. The Daily Herald.",
        "question": "Lee, A. (2008, June 13). Whose Well? The Daily Herald.",
        "edition": "Lee, A. (2006, October 24–30). A Well for Two Villages. "
        "Common Ground News Service.",
        "distributed": "Lee, A. (n.d.). A Well for Two Villages. Common Ground News "
        "Service. (Original work published 2008, The Daily Herald)",
        "their address": "Lee, A. (2008, June 13). A Well for Two Villages. The Daily "
        "Herald. www.wire.example",
    },
    "modern-language-association": {
        "signed": "Lee, Ann. “A Well for Two Villages.” The Daily Herald, 13 June 2008.",
        "unsigned": "“A Well for Two Villages.” The Daily Herald, 13 June 2008.",
        "corporate": "Rural Water Board. “A Well for Two Villages.” The Daily Herald, "
        "13 June 2008.",
        "undated": "Lee, Ann. “A Well for Two Villages.” The Daily Herald.",
        "two authors": "Lee, Ann, and Bo Ek. “A Well for Two Villages.” The Daily Herald, "
        "13 June 2008.",
        "particle": "van der Berg, Jan. “A Well for Two Villages.” The Daily Herald, 13 June 2008.",
        "question": "Lee, Ann. “Whose Well?” The Daily Herald, 13 June 2008.",
        "edition": "Lee, Ann. “A Well for Two Villages.” Common Ground News Service, "
        "24–30 Oct. 2006.",
        "distributed": "Lee, Ann. “A Well for Two Villages.” Common Ground News Service.",
        "their address": "Lee, Ann. “A Well for Two Villages.” The Daily Herald, 13 June "
        "2008. Wire Service, www.wire.example.",
    },
    "chicago-author-date": {
        "signed": "Lee, Ann. 2008. “A Well for Two Villages.” The Daily Herald, June 13.",
        "unsigned": "The Daily Herald. 2008. “A Well for Two Villages.” June 13.",
        "corporate": "Rural Water Board. 2008. “A Well for Two Villages.” The Daily "
        "Herald, June 13.",
        "undated": "Lee, Ann. n.d. “A Well for Two Villages.” The Daily Herald.",
        "two authors": "Lee, Ann, and Bo Ek. 2008. “A Well for Two Villages.” The Daily "
        "Herald, June 13.",
        "particle": "Berg, Jan van der. 2008. “A Well for Two Villages.” The Daily "
        "Herald, June 13.",
        "question": "Lee, Ann. 2008. “Whose Well?” The Daily Herald, June 13.",
        "edition": "Lee, Ann. 2006. “A Well for Two Villages.” Common Ground News "
        "Service, October 24–30.",
        "distributed": "Lee, Ann. n.d. “A Well for Two Villages.” Common Ground News Service.",
        "their address": "Lee, Ann. 2008. “A Well for Two Villages.” The Daily Herald, "
        "June 13. www.wire.example.",
    },
    "chicago-notes-bibliography": {
        "signed": "Lee, Ann. “A Well for Two Villages.” The Daily Herald, June 13, 2008.",
        "unsigned": "The Daily Herald. “A Well for Two Villages.” June 13, 2008.",
        "corporate": "Rural Water Board. “A Well for Two Villages.” The Daily Herald, "
        "June 13, 2008.",
        "undated": "Lee, Ann. “A Well for Two Villages.” The Daily Herald, n.d.",
        "two authors": "Lee, Ann, and Bo Ek. “A Well for Two Villages.” The Daily Herald, "
        "June 13, 2008.",
        "particle": "Berg, Jan van der. “A Well for Two Villages.” The Daily Herald, "
        "June 13, 2008.",
        "question": "Lee, Ann. “Whose Well?” The Daily Herald, June 13, 2008.",
        "edition": "Lee, Ann. “A Well for Two Villages.” Common Ground News Service, "
        "October 24–30, 2006.",
        "distributed": "Lee, Ann. “A Well for Two Villages.” Common Ground News Service, n.d.",
        "their address": "Lee, Ann. “A Well for Two Villages.” The Daily Herald, June "
        "13, 2008. www.wire.example.",
    },
    "harvard-cite-them-right": {
        "signed": "Lee, A. (2008) ‘A Well for Two Villages’, The Daily Herald, 13 June.",
        "unsigned": "The Daily Herald (2008) ‘A Well for Two Villages’, 13 June.",
        "corporate": "Rural Water Board (2008) ‘A Well for Two Villages’, The Daily "
        "Herald, 13 June.",
        "undated": "Lee, A. (no date) ‘A Well for Two Villages’, The Daily Herald.",
        "two authors": "Lee, A. and Ek, B. (2008) ‘A Well for Two Villages’, The Daily "
        "Herald, 13 June.",
        "particle": "van der Berg, J. (2008) ‘A Well for Two Villages’, The Daily Herald, 13 June.",
        "question": "Lee, A. (2008) ‘Whose Well?’, The Daily Herald, 13 June.",
        "edition": "Lee, A. (2006) ‘A Well for Two Villages’, Common Ground News "
        "Service, 24–30 October.",
        "distributed": "Lee, A. (no date) ‘A Well for Two Villages’, Common Ground News Service.",
        "their address": "Lee, A. (2008) ‘A Well for Two Villages’, The Daily Herald, "
        "13 June. Available at: www.wire.example.",
    },
    "ieee": {
        "signed": "[1] A. Lee, “A Well for Two Villages,” The Daily Herald, Herald "
        "Trust, Jun. 13, 2008.",
        "unsigned": "[1] “A Well for Two Villages,” The Daily Herald, Herald Trust, Jun. 13, 2008.",
        "corporate": "[1] Rural Water Board, “A Well for Two Villages,” The Daily "
        "Herald, Herald Trust, Jun. 13, 2008.",
        "undated": "[1] A. Lee, “A Well for Two Villages,” The Daily Herald, Herald Trust.",
        "two authors": "[1] A. Lee and B. Ek, “A Well for Two Villages,” The Daily Herald, "
        "Herald Trust, Jun. 13, 2008.",
        "particle": "[1] J. van der Berg, “A Well for Two Villages,” The Daily Herald, "
        "Herald Trust, Jun. 13, 2008.",
        "question": "[1] A. Lee, “Whose Well?,” The Daily Herald, Herald Trust, Jun. 13, 2008.",
        "edition": "[1] A. Lee, “A Well for Two Villages,” Common Ground News Service, "
        "Oct. 24–30, 2006.",
        "distributed": "[1] A. Lee, “A Well for Two Villages,” Common Ground News Service.",
        "their address": "[1] A. Lee, “A Well for Two Villages,” The Daily Herald, Herald "
        "Trust, Jun. 13, 2008. [Online]. Available: www.wire.example",
    },
}

#: Where citeproc-py prints something else: both ends of a range in full, particles before the name.
CITEPROC_PY = {
    ("apa", "edition"): ("October 24–30", "October 24–October 30"),
    ("modern-language-association", "edition"): ("24–30 Oct. 2006", "24 Oct. 2006–30 Oct. 2006"),
    ("chicago-author-date", "edition"): ("October 24–30", "October 24–October 30"),
    ("chicago-author-date", "particle"): ("Berg, Jan van der", "van der Berg, Jan"),
    ("chicago-notes-bibliography", "edition"): (
        "October 24–30, 2006",
        "October 24, 2006–October 30, 2006",
    ),
    ("chicago-notes-bibliography", "particle"): ("Berg, Jan van der", "van der Berg, Jan"),
    ("harvard-cite-them-right", "edition"): ("24–30 October", "24 October–30 October"),
    ("ieee", "edition"): ("Oct. 24–30, 2006", "Oct. 24, 2006–Oct. 30, 2006"),
}
