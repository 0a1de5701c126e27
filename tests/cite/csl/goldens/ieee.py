"""IEEE Reference Guide (V 11.29.2023), and the guides of libraries to it.

The guide has no numbered rules. For newspapers the guides of the libraries of Uppsala
(libguides-en.ub.uu.se/ieee) and RIT were consulted.
"""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "ieee"
ZERO = "the guides consulted have no zero before a day; the style has it"
PUBLISHER = "the guides consulted name neither publisher nor city of a newspaper; the style does"
GOLDENS = {
    "signed": listed(
        "signed",
        "[1] M. Samdani, “Preparing for peace in Pakistan,” *Foreign Policy In Focus*, "
        "Institute for Policy Studies, Jun. 13, 2008.",
        "initials before the name, title in sentence case, newspaper in italics, date",
        departs=PUBLISHER,
    ),
    "printed": listed(
        "printed",
        "[1] A. Lee, “Rains close the coast road,” *The Daily Herald*, Bridgetown, p. A3, "
        "Mar. 04, 2009.",
        "page before the date",
        departs=f"{PUBLISHER}; {ZERO}",
    ),
    "unsigned": listed(
        "unsigned",
        "[1] “Flood closes the coast road,” *The Daily Herald*, p. A1, Mar. 05, 2009.",
        "an unsigned article begins with its title",
        departs=ZERO,
    ),
    "institution": listed(
        "institution",
        "[1] Rural Water Board, “A well for two villages,” *The Daily Herald*, Jun. 13, 2008.",
        "an organisation as author",
    ),
    "wire service": listed(
        "agency",
        "[1] Associated Press, “Rain reaches the valley,” *The Washington Post*, Jul. 02, 2008. "
        "[Online]. Available: https://post.example/rain",
        "online: '[Online]. Available:' and the address, without a stop",
        departs=ZERO,
    ),
    "online": listed(
        "online",
        "[1] B. Ek, “The road opens again,” *The Daily Herald*, Mar. 22, 2019. "
        "Accessed: May 21, 2024. [Online]. Available: https://herald.example/road",
        "online: date of access",
    ),
    "undated": listed(
        "undated",
        "[1] B. Ek, “How the ferry runs,” *The Daily Herald*. Accessed: May 21, 2024. [Online]. "
        "Available: https://herald.example/ferry",
        "what is not known is left out",
    ),
    "two authors": listed(
        "two authors",
        "[1] A. Lee and B. Ek, “Two rivers meet,” *The Daily Herald*, May 14, 2010.",
        "two authors with 'and', without a comma",
    ),
    "four authors": listed(
        "four authors",
        "[1] A. Lee, B. Ek, C. Okoro, and D. Roy, “Four dams stand,” *The Daily Herald*, "
        "May 16, 2010.",
        "up to six authors are named",
    ),
    "seven authors": listed(
        "seven authors",
        "[1] A. Lee *et al.*, “Seven springs dry up,” *The Daily Herald*, May 17, 2010.",
        "more than six are the first and 'et al.' in italics",
    ),
    "question": listed(
        "question",
        "[1] D. Roy, “Whose well is it?,” *The Daily Herald*, Feb. 11, 2014.",
        "the comma stands inside the quotation marks",
    ),
    "quotation in the title": listed(
        "quoting",
        "[1] D. Roy, “Villagers say ‘no’ to the dam,” *The Daily Herald*, Oct. 17, 2013.",
        "quotation marks inside quotation marks are single",
    ),
    "edition of a week": listed(
        "edition of a week",
        "[1] E. Stein, “A week of dust,” *Common Ground News Service*, Oct. 24–30, 2006.",
        "the date as the paper has it",
    ),
    "romanised": listed(
        "romanised",
        "[1] A. P. Ivanova, “Voda i mir [Water and peace],” *Novaya Gazeta*, May 14, 2010.",
        "romanised, with a translation",
    ),
    "Chinese": listed(
        "Chinese",
        "[1] 王小明, “水在哪里,” 南方周末, Sep. 15, 2011.",
        "names in their own order, characters without italics",
    ),
    "in the text": cited(
        ("signed", "[1]"),
        ("printed", "[2]"),
        ((at("signed", "4", "paragraph"),), "[1, Para. 4]"),
        ((at("printed"), at("signed")), "[1], [2]"),
        rule="numbered as first cited; each number in its own brackets, a place inside them, as "
        "'Sec.' and 'Ch.' with a capital",
        departs=f"{PUBLISHER}; {ZERO}",
        entries=(
            "[1] M. Samdani, “Preparing for peace in Pakistan,” *Foreign Policy In Focus*, "
            "Institute for Policy Studies, Jun. 13, 2008.",
            "[2] A. Lee, “Rains close the coast road,” *The Daily Herald*, Bridgetown, p. A3, "
            "Mar. 04, 2009.",
        ),
    ),
}
