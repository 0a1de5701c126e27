"""OSCOLA, 4th edition (Faculty of Law, Oxford, 2010, revised 2012).

Newspaper articles are in 3.4. Their rules are quoted in the guides of the libraries of the
universities of West London (uwl.libguides.com/oscola) and Portsmouth, which were consulted.
"""

from __future__ import annotations

from cite.csl.goldens import at, cited

STYLE = "oscola"
GOLDENS = {
    "signed": cited(
        (
            "signed",
            "Mehlaqa Samdani, ‘Preparing for Peace in Pakistan’ *Foreign Policy In Focus* "
            "(13 June 2008).",
        ),
        rule="3.4, newspaper articles: author, title, newspaper in italics, the date in brackets; "
        "1.7: initials behind the name and no full stop in the bibliography",
        entries=(
            "Samdani M, ‘Preparing for Peace in Pakistan’ *Foreign Policy In Focus* (13 June 2008)",
        ),
    ),
    "printed": cited(
        (
            "printed",
            "Ann Lee, ‘Rains Close the Coast Road’ *The Daily Herald* (Bridgetown, "
            "4 March 2009) A3.",
        ),
        rule="3.4, newspaper articles: the city before the date, the page behind the bracket",
    ),
    "unsigned": cited(
        ("unsigned", "‘Flood Closes the Coast Road’ *The Daily Herald* (5 March 2009) A1."),
        rule="3.4 and Portsmouth: without an author the title begins",
        entries=("‘Flood Closes the Coast Road’ *The Daily Herald* (5 March 2009) A1",),
    ),
    "institution": cited(
        (
            "institution",
            "Rural Water Board, ‘A Well for Two Villages’ *The Daily Herald* (13 June 2008).",
        ),
        rule="part 3: an organisation as author",
    ),
    "wire service": cited(
        (
            "agency",
            "Associated Press, ‘Rain Reaches the Valley’ *The Washington Post* "
            "(2 July 2008) <https://post.example/rain>.",
        ),
        rule="part 3: an organisation as author; electronic sources: the address in angle brackets",
        departs="'accessed' is wanted; the item has no date of access, and none is invented",
    ),
    "online": cited(
        (
            "online",
            "Bo Ek, ‘The Road Opens Again’ *The Daily Herald* (22 March 2019) "
            "<https://herald.example/road> accessed 21 May 2024.",
        ),
        rule="3.4, newspaper articles: address and date of access where there is no page",
    ),
    "undated": cited(
        (
            "undated",
            "Bo Ek, ‘How the Ferry Runs’ *The Daily Herald* "
            "<https://herald.example/ferry> accessed 21 May 2024.",
        ),
        rule="3.4, websites: without a date of publication, only that of access",
    ),
    "editorial": cited(
        (
            "editorial, as author",
            "Editorial, ‘Where the Water Goes’ *The Daily Herald* (3 July 2008).",
        ),
        rule="3.4, newspaper articles: of an editorial the author is 'Editorial'",
    ),
    "three authors": cited(
        (
            "three authors",
            "Ann Lee, Bo Ek and Chidi Okoro, ‘Three Bridges Fall’ *The Daily Herald* "
            "(15 May 2010).",
        ),
        rule="part 3: up to three authors, 'and' without a comma",
        entries=("Lee A, Ek B and Okoro C, ‘Three Bridges Fall’ *The Daily Herald* (15 May 2010)",),
    ),
    "four authors": cited(
        ("four authors", "Ann Lee and others, ‘Four Dams Stand’ *The Daily Herald* (16 May 2010)."),
        rule="part 3: more than three are the first 'and others'",
    ),
    "quotation in the title": cited(
        (
            "quoting",
            "Dina Roy, ‘Villagers Say “No” to the Dam’ *The Daily Herald* (17 October 2013).",
        ),
        rule="1.5: quotation marks inside quotation marks are double",
    ),
    "same author": cited(
        ("early in the year", "Ann Lee, ‘The Bridge Opens’ *The Daily Herald* (1 February 2008)."),
        ("late in the year", "Ann Lee, ‘The Bridge Closes’ *The Daily Herald* (9 November 2008)."),
        ("early in the year", "Lee (n 1)."),
        rule="1.2.1: where one author has several works, the title tells them apart; 1.7: two long "
        "dashes for the repeated name, in the order of the dates",
        departs="'Lee, ‘The Bridge Opens’ (n 1)' is wanted; the style thinks the number enough",
        entries=(
            "Lee A, ‘The Bridge Opens’ *The Daily Herald* (1 February 2008)",
            "——, ‘The Bridge Closes’ *The Daily Herald* (9 November 2008)",
        ),
    ),
    "notes": cited(
        (
            "signed",
            "Mehlaqa Samdani, ‘Preparing for Peace in Pakistan’ *Foreign Policy In Focus* "
            "(13 June 2008).",
        ),
        ("signed", "ibid."),
        (
            "printed",
            "Ann Lee, ‘Rains Close the Coast Road’ *The Daily Herald* (Bridgetown, "
            "4 March 2009) A3.",
        ),
        ("signed", "Samdani (n 1)."),
        (
            (at("unsigned"), at("signed")),
            "‘Flood Closes the Coast Road’ *The Daily Herald* (5 March 2009) A1; Samdani (n 1).",
        ),
        rule="1.2.1: surname and number of the first note; 1.2.3: 'ibid' for the note just before, "
        "in roman, without a capital",
    ),
}
