"""The Chicago Manual of Style, 18th edition (2024), author-date.

Numbers are those of the manual, as the style's own comments give them.
"""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "chicago-author-date"
GOLDENS = {
    "signed": listed(
        "signed",
        "Samdani, Mehlaqa. 2008. “Preparing for Peace in Pakistan.” *Foreign Policy In Focus*, "
        "June 13.",
        "13.102: the year behind the author; 14.89: month and day behind the newspaper",
    ),
    "unsigned": cited(
        ("unsigned", "(*The Daily Herald* 2009)"),
        rule="14.97: the newspaper stands in place of the author, in the text too",
        entries=("*The Daily Herald*. 2009. “Flood Closes the Coast Road.” March 5.",),
    ),
    "institution": listed(
        "institution",
        "Rural Water Board. 2008. “A Well for Two Villages.” *The Daily Herald*, June 13.",
        "13.74-86: an organisation as author",
    ),
    "wire service": listed(
        "agency",
        "Associated Press. 2008. “Rain Reaches the Valley.” *The Washington Post*, July 2. "
        "https://post.example/rain.",
        "13.74-86: the agency that signs is the author",
    ),
    "first publication": cited(
        ("reissued", "(Okoro [2007] 2008)"),
        rule="14.16: the original year in brackets before that of the reprint",
        entries=(
            "Okoro, Chidi. (2007) 2008. “After the Flood.” *Common Ground News Service*, "
            "January 8.",
        ),
    ),
    "archive": listed(
        "kept in an archive",
        "Mota, Rui. 1968. “Ferry Adrift for Two Nights.” *The Daily Herald*, May 3. "
        "Box 4, folder 2. Coast Library, Bridgetown.",
        "14.127: from the most specific to the archive and its place",
    ),
    "undated": cited(
        ("undated", "(Ek, n.d.)"),
        rule="14.44: n.d., with a comma in the text; 14.104: date of access",
        entries=(
            "Ek, Bo. n.d. “How the Ferry Runs.” *The Daily Herald*. Accessed May 21, 2024. "
            "https://herald.example/ferry.",
        ),
    ),
    "column": listed(
        "column",
        "Lee, Ann. 2008. “Counting the Wells.” Dry Season. *The Daily Herald*, July 2.",
        "14.93: the column stands in roman, without quotation marks, behind the title",
    ),
    "two authors": listed(
        "two authors",
        "Lee, Ann, and Bo Ek. 2010. “Two Rivers Meet.” *The Daily Herald*, May 14.",
        "13.74-86: only the first name is inverted",
    ),
    "edition of a week": listed(
        "edition of a week",
        "Stein, Eva. 2006. “A Week of Dust.” *Common Ground News Service*, October 24–30.",
        "14.89: the date as the paper has it",
    ),
    "romanised": listed(
        "romanised",
        "Ivanova, Anna Petrovna. 2010. “Voda i mir [Water and peace].” *Novaya Gazeta*, May 14.",
        "13.101: a translated title stands in brackets behind the quotation marks",
        departs="CSL has no variable for a translated title, and it stands in the title",
    ),
    "Chinese": listed(
        "Chinese",
        "王小明. 2011. “水在哪里.” 南方周末, September 15.",
        "chapter 11: the surname first, and no comma; characters have no italics",
    ),
    "same author and year": cited(
        ("early in the year", "(Lee 2008b)"),
        ((at("late in the year"), at("early in the year")), "(Lee 2008a, 2008b)"),
        rule="13.112-114: within a year by title, lettered in that order",
        entries=(
            "Lee, Ann. 2008a. “The Bridge Closes.” *The Daily Herald*, November 9.",
            "Lee, Ann. 2008b. “The Bridge Opens.” *The Daily Herald*, February 1.",
        ),
    ),
    "in the text": cited(
        ((at("signed", "4", "paragraph"),), "(Samdani 2008, para. 4)"),
        ((at("printed", "A3"),), "(Lee 2009, A3)"),
        ("two authors", "(Lee and Ek 2010)"),
        ("four authors", "(Lee et al. 2010)"),
        ((at("signed"), at("two authors")), "(Samdani 2008; Lee and Ek 2010)"),
        rule="13.102-128: no comma before the year, one before the place; three and more "
        "authors are 'et al.'; several sources as the author orders them",
    ),
}
