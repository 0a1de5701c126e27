"""Kate L. Turabian, A Manual for Writers, 9th edition (2018), notes and bibliography.

Numbers are those of the manual. It follows the Chicago Manual of Style, 17th edition.
"""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "turabian-notes-bibliography"
GOLDENS = {
    "signed": listed(
        "signed",
        "Samdani, Mehlaqa. “Preparing for Peace in Pakistan.” *Foreign Policy In Focus*, "
        "June 13, 2008.",
        "17.4.2: as an article of a magazine: author, title, newspaper, day",
    ),
    "printed": listed(
        "printed",
        "Lee, Ann. “Rains Close the Coast Road.” *The Daily Herald* (Bridgetown), March 4, 2009.",
        "17.4.2: page numbers are left out, even of a printed edition; 17.4.1: the city may be "
        "added to the name of a local newspaper",
    ),
    "unsigned": cited(
        ("unsigned", "“Flood Closes the Coast Road,” *The Daily Herald*, March 5, 2009."),
        rule="17.4.2, and the Chicago Manual's answer on unsigned articles: the newspaper in place "
        "of the author in the bibliography, not in a note",
        entries=("*The Daily Herald*. “Flood Closes the Coast Road.” March 5, 2009.",),
    ),
    "institution": listed(
        "institution",
        "Rural Water Board. “A Well for Two Villages.” *The Daily Herald*, June 13, 2008.",
        "17.1.1: an organisation as author",
    ),
    "wire service": listed(
        "agency",
        "Associated Press. “Rain Reaches the Valley.” *The Washington Post*, July 2, 2008. "
        "https://post.example/rain.",
        "17.1.1: an organisation as author; 17.4.2: an article read online has its address",
    ),
    "column": listed(
        "column",
        "Lee, Ann. “Counting the Wells.” Dry Season. *The Daily Herald*, July 2, 2008.",
        "17.4.3: headline and title of a regular column, in roman",
    ),
    "two authors": listed(
        "two authors",
        "Lee, Ann, and Bo Ek. “Two Rivers Meet.” *The Daily Herald*, May 14, 2010.",
        "17.1.1: only the first name is inverted",
    ),
    "four authors": cited(
        ("four authors", "Ann Lee et al., “Four Dams Stand,” *The Daily Herald*, May 16, 2010."),
        rule="17.1.1: four and more are the first and 'et al.' in a note; all in the bibliography",
        entries=(
            "Lee, Ann, Bo Ek, Chidi Okoro, and Dina Roy. “Four Dams Stand.” *The Daily Herald*, "
            "May 16, 2010.",
        ),
    ),
    "undated": listed(
        "undated",
        "Ek, Bo. “How the Ferry Runs.” *The Daily Herald*, n.d. Accessed May 21, 2024. "
        "https://herald.example/ferry.",
        "15.4.1, 17.5.1: date of access where there is none of publication",
        departs="the style prints 'n.d.' too, which the manual has for books",
    ),
    "archive": listed(
        "kept in an archive",
        "Mota, Rui. “Ferry Adrift for Two Nights.” *The Daily Herald*, May 3, 1968. "
        "Box 4, folder 2. Coast Library, Bridgetown.",
        "17.7: manuscript collections, from the most specific to the archive and its place",
    ),
    "question": listed(
        "question",
        "Roy, Dina. “Whose Well Is It?” *The Daily Herald*, February 11, 2014.",
        "17.1.2, 21: a mark that ends the title takes the place of the full stop",
    ),
    "quotation in the title": listed(
        "quoting",
        "Roy, Dina. “Villagers Say ‘No’ to the Dam.” *The Daily Herald*, October 17, 2013.",
        "22.3.2: quotation marks inside quotation marks are single",
    ),
    "same author": cited(
        ("early in the year", "Ann Lee, “The Bridge Opens,” *The Daily Herald*, February 1, 2008."),
        ("late in the year", "Ann Lee, “The Bridge Closes,” *The Daily Herald*, November 9, 2008."),
        ("early in the year", "Lee, “The Bridge Opens.”"),
        rule="16.2.2: works of one author by title, with a long dash for the repeated name",
        entries=(
            "Lee, Ann. “The Bridge Closes.” *The Daily Herald*, November 9, 2008.",
            "———. “The Bridge Opens.” *The Daily Herald*, February 1, 2008.",
        ),
    ),
    "notes": cited(
        (
            "signed",
            "Mehlaqa Samdani, “Preparing for Peace in Pakistan,” *Foreign Policy In Focus*, "
            "June 13, 2008.",
        ),
        ((at("signed", "4", "paragraph"),), "Samdani, “Preparing for Peace in Pakistan,” para. 4."),
        ("two authors", "Ann Lee and Bo Ek, “Two Rivers Meet,” *The Daily Herald*, May 14, 2010."),
        ("signed", "Samdani, “Preparing for Peace in Pakistan.”"),
        rule="16.4.1: shortened notes of author and title; 16.4.2: 'ibid.' may be used, and need "
        "not",
    ),
}
