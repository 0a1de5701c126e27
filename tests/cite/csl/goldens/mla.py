"""MLA Handbook, 9th edition (2021), and the answers of the MLA Style Center (style.mla.org).

Numbers are those of the handbook, as the style's own comments give them.
"""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "modern-language-association"
GOLDENS = {
    "signed": listed(
        "signed",
        "Samdani, Mehlaqa. “Preparing for Peace in Pakistan.” *Foreign Policy In Focus*, "
        "13 June 2008.",
        "5.3-22: author; 5.23-30: title in quotation marks and title case; 5.31-37: container; "
        "5.68-83: date; 5.54-67: a periodical's publisher is not named",
    ),
    "printed": listed(
        "printed",
        "Lee, Ann. “Rains Close the Coast Road.” *The Daily Herald* [Bridgetown], "
        "4 Mar. 2009, p. A3.",
        "5.31-37: the city of a local newspaper in brackets; 5.84-99: page; appendix 1: months "
        "are abbreviated",
    ),
    "unsigned": listed(
        "unsigned",
        "“Flood Closes the Coast Road.” *The Daily Herald*, 5 Mar. 2009, p. A1.",
        "5.3-22: an anonymous work begins with its title",
    ),
    "institution": listed(
        "institution",
        "Rural Water Board. “A Well for Two Villages.” *The Daily Herald*, 13 June 2008.",
        "5.3-22: an organisation as author",
    ),
    "wire service": listed(
        "agency, not as author",
        "“Rain Reaches the Valley.” *The Washington Post*, 2 July 2008, https://post.example/rain.",
        "Style Center, 'News articles are sometimes credited to agencies': an agency is not the "
        "author; the entry begins with the title",
        departs="the handbook leaves 'https://' out of addresses that are not DOIs; CSL cannot cut "
        "a variable",
    ),
    "distributor": listed(
        "carried",
        "Okoro, Chidi. “After the Flood.” *The Daily Herald*, 20 Dec. 2007. "
        "*Common Ground News Service*, https://service.example/flood.",
        "5.102: what the work was read in is a second container",
        departs="'https://' as above",
    ),
    "archive": listed(
        "kept in an archive",
        "Mota, Rui. “Ferry Adrift for Two Nights.” *The Daily Herald*, 3 May 1968, Coast Library, "
        "Bridgetown, box 4, folder 2.",
        "5.99: where the physical object is",
    ),
    "undated": listed(
        "undated",
        "Ek, Bo. “How the Ferry Runs.” *The Daily Herald*, https://herald.example/ferry. "
        "Accessed 21 May 2024.",
        "5.111: date of access for an undated work; there is no 'n.d.'",
        departs="'https://' as above",
    ),
    "online, dated": listed(
        "online",
        "Ek, Bo. “The Road Opens Again.” *The Daily Herald*, 22 Mar. 2019, "
        "https://herald.example/road.",
        "5.111: a dated work needs no date of access",
        departs="'https://' as above",
    ),
    "column": listed(
        "column",
        "Lee, Ann. “Counting the Wells.” *The Daily Herald*, 2 July 2008. Dry Season.",
        "5.116: the column may follow as a supplemental element",
    ),
    "editorial": listed(
        "editorial",
        "“Where the Water Goes.” Editorial. *The Daily Herald*, 3 July 2008.",
        "5.116, and the Style Center on op-eds: what kind of piece it is may follow at the end",
        departs="the style puts it behind the title, where 5.109 has labels of parts of a work",
    ),
    "first publication": listed(
        "reissued",
        "Okoro, Chidi. “After the Flood.” *Common Ground News Service*, 8 Jan. 2008.",
        "5.108: the date of the first publication may follow the title",
        departs="the style has it for books alone: '20 Dec. 2007.' is missing behind the title",
    ),
    "two authors": listed(
        "two authors",
        "Lee, Ann, and Bo Ek. “Two Rivers Meet.” *The Daily Herald*, 14 May 2010.",
        "5.3-22: only the first name is inverted",
    ),
    "three authors": listed(
        "three authors",
        "Lee, Ann, et al. “Three Bridges Fall.” *The Daily Herald*, 15 May 2010.",
        "5.3-22: three and more are the first and 'et al.'",
    ),
    "question": listed(
        "question",
        "Roy, Dina. “Whose Well Is It?” *The Daily Herald*, 11 Feb. 2014.",
        "5.23-30: a mark that ends the title takes the place of the full stop",
    ),
    "quotation in the title": listed(
        "quoting",
        "Roy, Dina. “Villagers Say ‘No’ to the Dam.” *The Daily Herald*, 17 Oct. 2013.",
        "5.23-30: quotation marks inside quotation marks are single",
    ),
    "Cyrillic": listed(
        "Cyrillic",
        "Иванова, Анна Петровна. “Вода и мир.” *Новая газета*, 14 May 2010.",
        "Style Center, 'Nonroman characters': the original script stands first",
    ),
    "Chinese": listed(
        "Chinese",
        "王小明. “水在哪里.” 南方周末, 15 Sept. 2011.",
        "Style Center, 'Nonroman characters'; 5.3-22: a name that begins with the surname is not "
        "inverted and has no comma; characters have no italics",
    ),
    "Arabic": listed(
        "Arabic",
        "خوري, إلياس. “الماء والسلام.” *النهار*, 30 Jan. 2012.",
        "Style Center, 'Nonroman characters': the original script, in logical order",
    ),
    "same author": cited(
        ("early in the year", "(Lee, “The Bridge Opens”)"),
        ("late in the year", "(Lee, “The Bridge Closes”)"),
        rule="chapter 5: three dashes for the same author, by title; chapter 6: in the text the "
        "title tells them apart",
        entries=(
            "Lee, Ann. “The Bridge Closes.” *The Daily Herald*, 9 Nov. 2008.",
            "———. “The Bridge Opens.” *The Daily Herald*, 1 Feb. 2008.",
        ),
    ),
    "in the text": cited(
        ((at("signed", "4", "paragraph"),), "(Samdani, par. 4)"),
        ((at("printed", "A3"),), "(Lee A3)"),
        ("unsigned", "(“Flood Closes the Coast Road”)"),
        ("three authors", "(Lee et al.)"),
        rule="chapter 6: author and page without a comma; paragraphs with a comma and 'par.'; an "
        "unsigned work by its title",
    ),
}
