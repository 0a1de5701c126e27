"""MHRA Style Guide, 4th edition (2024), notes and bibliography.

Numbers are those of the guide, as the style's own comments give them.
"""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "mhra-notes"
GOLDENS = {
    "signed": cited(
        (
            "signed",
            "Mehlaqa Samdani, ‘Preparing for Peace in Pakistan’, "
            "*Foreign Policy In Focus*, 13 June 2008.",
        ),
        rule="7.6: author, title, newspaper, day; no brackets; 8.3: the name inverted, no full "
        "stop at the end of an entry",
        entries=(
            "Samdani, Mehlaqa, ‘Preparing for Peace in Pakistan’, *Foreign Policy In Focus*, "
            "13 June 2008",
        ),
    ),
    "printed": listed(
        "printed",
        "Lee, Ann, ‘Rains Close the Coast Road’, *The Daily Herald* (Bridgetown), "
        "4 March 2009, p. A3",
        "7.6: the page, with 'p.'; the city of a local newspaper",
    ),
    "unsigned": cited(
        ("unsigned", "‘Flood Closes the Coast Road’, *The Daily Herald*, 5 March 2009, p. A1."),
        rule="7.6: an unsigned article begins with its title",
        entries=("‘Flood Closes the Coast Road’, *The Daily Herald*, 5 March 2009, p. A1",),
    ),
    "institution": listed(
        "institution",
        "Rural Water Board, ‘A Well for Two Villages’, *The Daily Herald*, 13 June 2008",
        "an organisation as author stands as it is",
    ),
    "wire service": listed(
        "agency",
        "Associated Press, ‘Rain Reaches the Valley’, *The Washington Post*, 2 July 2008 "
        "<https://post.example/rain>",
        "an organisation as author stands as it is; 6.3: the address in angle brackets",
    ),
    "online": listed(
        "online",
        "Ek, Bo, ‘The Road Opens Again’, *The Daily Herald*, 22 March 2019 "
        "<https://herald.example/road> [accessed 21 May 2024]",
        "6.1, 6.3: address, and date of access in brackets",
    ),
    "undated": listed(
        "undated",
        "Ek, Bo, ‘How the Ferry Runs’, *The Daily Herald*, n.d. "
        "<https://herald.example/ferry> [accessed 21 May 2024]",
        "7.3: what is not known is said",
        departs="the third edition (11.2.2) has '[n.d.]'; what the fourth has was not found",
    ),
    "archive": listed(
        "kept in an archive",
        "Mota, Rui, ‘Ferry Adrift for Two Nights’, *The Daily Herald*, 3 May 1968, Bridgetown, "
        "Coast Library, box 4, folder 2",
        "7.7: place, library, shelf mark",
    ),
    "two authors": listed(
        "two authors",
        "Lee, Ann, and Bo Ek, ‘Two Rivers Meet’, *The Daily Herald*, 14 May 2010",
        "8.3: only the first name is inverted",
    ),
    "four authors": cited(
        ("four authors", "Ann Lee and others, ‘Four Dams Stand’, *The Daily Herald*, 16 May 2010."),
        rule="the guides to it: more than three authors are the first 'and others'",
        entries=("Lee, Ann, and others, ‘Four Dams Stand’, *The Daily Herald*, 16 May 2010",),
    ),
    "question": listed(
        "question",
        "Roy, Dina, ‘Whose Well Is It?’, *The Daily Herald*, 11 February 2014",
        "the comma follows the quotation mark",
    ),
    "quotation in the title": listed(
        "quoting",
        "Roy, Dina, ‘Villagers Say “No” to the Dam’, *The Daily Herald*, 17 October 2013",
        "quotation marks inside quotation marks are double",
    ),
    "Chinese": listed(
        "Chinese",
        "王小明, ‘水在哪里’, 南方周末, 15 September 2011",
        "names in their own order, characters without italics",
    ),
    "notes": cited(
        (
            "signed",
            "Mehlaqa Samdani, ‘Preparing for Peace in Pakistan’, "
            "*Foreign Policy In Focus*, 13 June 2008.",
        ),
        (
            "printed",
            "Ann Lee, ‘Rains Close the Coast Road’, *The Daily Herald* (Bridgetown), 4 March 2009, "
            "p. A3.",
        ),
        ((at("signed", "4", "paragraph"),), "Samdani, ‘Preparing for Peace in Pakistan’, para. 4."),
        rule="7.12: the shortest form that can be understood: author, or author and title",
    ),
}
