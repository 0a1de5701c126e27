"""The Chicago Manual of Style, 18th edition (2024), notes and bibliography.

Numbers are those of the manual, as the style's own comments give them.
"""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "chicago-notes-bibliography"
GOLDENS = {
    "signed": listed(
        "signed",
        "Samdani, Mehlaqa. “Preparing for Peace in Pakistan.” *Foreign Policy In Focus*, "
        "June 13, 2008.",
        "14.89: author, title, newspaper, day",
    ),
    "printed": listed(
        "printed",
        "Lee, Ann. “Rains Close the Coast Road.” *The Daily Herald* (Bridgetown), March 4, 2009.",
        "14.89: pages are not given; the city may be, if the name does not tell it",
    ),
    "unsigned": cited(
        ("unsigned", "“Flood Closes the Coast Road,” *The Daily Herald*, March 5, 2009."),
        rule="14.97: in the bibliography the newspaper stands in place of the author; a note "
        "begins with the title",
        entries=("*The Daily Herald*. “Flood Closes the Coast Road.” March 5, 2009.",),
    ),
    "institution": listed(
        "institution",
        "Rural Water Board. “A Well for Two Villages.” *The Daily Herald*, June 13, 2008.",
        "13.74-86: an organisation as author",
    ),
    "wire service": listed(
        "agency",
        "Associated Press. “Rain Reaches the Valley.” *The Washington Post*, July 2, 2008. "
        "https://post.example/rain.",
        "13.74-86: the agency that signs is the author; 14.89: the address ends the entry",
    ),
    "archive": listed(
        "kept in an archive",
        "Mota, Rui. “Ferry Adrift for Two Nights.” *The Daily Herald*, May 3, 1968. "
        "Box 4, folder 2. Coast Library, Bridgetown.",
        "14.127: from the most specific to the archive and its place",
    ),
    "undated": listed(
        "undated",
        "Ek, Bo. “How the Ferry Runs.” *The Daily Herald*, n.d. Accessed May 21, 2024. "
        "https://herald.example/ferry.",
        "14.104: date of access where there is none of publication",
        departs="the style prints 'n.d.' too, which the manual has for books",
    ),
    "column": listed(
        "column",
        "Lee, Ann. “Counting the Wells.” Dry Season. *The Daily Herald*, July 2, 2008.",
        "14.93: the column stands in roman, without quotation marks, behind the title",
    ),
    "four authors": cited(
        ("four authors", "Ann Lee et al., “Four Dams Stand,” *The Daily Herald*, May 16, 2010."),
        rule="13.78: up to six are named in the bibliography; in a note three and more are the "
        "first and 'et al.'",
        entries=(
            "Lee, Ann, Bo Ek, Chidi Okoro, and Dina Roy. “Four Dams Stand.” *The Daily Herald*, "
            "May 16, 2010.",
        ),
    ),
    "seven authors": listed(
        "seven authors",
        "Lee, Ann, Bo Ek, Chidi Okoro, et al. “Seven Springs Dry Up.” *The Daily Herald*, "
        "May 17, 2010.",
        "13.78: of more than six, three are named",
    ),
    "edition of a week": listed(
        "edition of a week",
        "Stein, Eva. “A Week of Dust.” *Common Ground News Service*, October 24–30, 2006.",
        "14.89: the date as the paper has it",
    ),
    "romanised": listed(
        "romanised",
        "Ivanova, Anna Petrovna. “Voda i mir [Water and peace].” *Novaya Gazeta*, May 14, 2010.",
        "13.101: a translated title stands in brackets behind the quotation marks",
        departs="CSL has no variable for a translated title, and it stands in the title",
    ),
    "romanised and characters": listed(
        "Chinese and romanised",
        "Wang Xiaoming 王小明. “Shui zai nali 水在哪里 [Where the water is].” *Nanfang Zhoumo*, "
        "September 15, 2011.",
        "chapter 11: characters may follow the romanised form; the surname first, and no comma",
    ),
    "Arabic": listed(
        "Arabic",
        "خوري, إلياس. “الماء والسلام.” *النهار*, January 30, 2012.",
        "chapter 11: other scripts are left as they are, in logical order",
    ),
    "notes": cited(
        (
            "signed",
            "Mehlaqa Samdani, “Preparing for Peace in Pakistan,” *Foreign Policy In Focus*, "
            "June 13, 2008.",
        ),
        ((at("signed", "4", "paragraph"),), "Samdani, “Preparing for Peace in Pakistan,” para. 4."),
        ("unsigned", "“Flood Closes the Coast Road,” *The Daily Herald*, March 5, 2009."),
        ("signed", "Samdani, “Preparing for Peace in Pakistan.”"),
        (
            (at("unsigned"), at("signed")),
            "*The Daily Herald*, “Flood Closes the Coast Road”; Samdani, “Preparing for "
            "Peace in Pakistan.”",
        ),
        rule="13.32: a short form (author, title) once the full one was given; 'ibid.' is "
        "discouraged",
        departs="the short form of an unsigned article is its title alone; the style puts the "
        "newspaper before it",
    ),
}
