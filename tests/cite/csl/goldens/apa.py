"""Publication Manual of the American Psychological Association, 7th edition (2020).

Numbers are those of the manual, as the style's own comments and APA's guides give them.
"""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "apa"
GOLDENS = {
    "signed": listed(
        "signed",
        "Samdani, M. (2008, June 13). Preparing for peace in Pakistan. *Foreign Policy In Focus*.",
        "10.1, example 16: author, full date, title in sentence case, newspaper in italics; "
        "a newspaper's publisher is not named",
    ),
    "printed": listed(
        "printed",
        "Lee, A. (2009, March 4). Rains close the coast road. *The Daily Herald*, A3.",
        "10.1, example 16: the page of a printed article, without 'p.'",
    ),
    "unsigned": listed(
        "unsigned",
        "Flood closes the coast road. (2009, March 5). *The Daily Herald*, A1.",
        "9.12: without an author the title moves before the date",
    ),
    "institution": listed(
        "institution",
        "Rural Water Board. (2008, June 13). A well for two villages. *The Daily Herald*.",
        "9.11: a group author is spelled out, and not inverted",
    ),
    "wire service": listed(
        "agency",
        "Associated Press. (2008, July 2). Rain reaches the valley. *The Washington Post*. "
        "https://post.example/rain",
        "9.11: the agency that signs is a group author; 9.34-36: the address, without a stop",
    ),
    "first publication": listed(
        "reissued",
        "Okoro, C. (2008, January 8). After the flood. *Common Ground News Service*. "
        "(Original work published 2007, The Daily Herald)",
        "9.41: a republished work ends with the year of the first publication",
        departs="the manual has the year alone; the style adds where it was published",
    ),
    "archive": listed(
        "kept in an archive",
        "Mota, R. (1968, May 3). Ferry adrift for two nights. *The Daily Herald*. "
        "Coast Library (box 4, folder 2), Bridgetown.",
        "9.30: archive, its shelf mark in brackets, its place",
    ),
    "online, dated": listed(
        "online",
        "Ek, B. (2019, March 22). The road opens again. *The Daily Herald*. "
        "https://herald.example/road",
        "9.16: no retrieval date where the work is not expected to change",
    ),
    "undated": listed(
        "undated",
        "Ek, B. (n.d.). How the ferry runs. *The Daily Herald*. Retrieved May 21, 2024, "
        "from https://herald.example/ferry",
        "9.17: n.d.; 9.16: when it was retrieved, before the address",
    ),
    "editorial": listed(
        "editorial",
        "Where the water goes. (2008, July 3). [Editorial]. *The Daily Herald*.",
        "9.21: what kind of work it is, in brackets behind the title, if out of the ordinary",
        departs="the brackets belong to the title and should move before the date with it",
    ),
    "two authors": listed(
        "two authors",
        "Lee, A., & Ek, B. (2010, May 14). Two rivers meet. *The Daily Herald*.",
        "9.8: an ampersand, and a comma before it",
    ),
    "seven authors": listed(
        "seven authors",
        "Lee, A., Ek, B., Okoro, C., Roy, D., Stein, E., Tal, F., & Uzun, G. (2010, May 17). "
        "Seven springs dry up. *The Daily Herald*.",
        "9.8: up to twenty authors are all named",
    ),
    "particle": listed(
        "particle",
        "van der Berg, J. (2008, June 14). Dikes and promises. *The Daily Herald*.",
        "9.9: a particle that belongs to the surname stands and sorts with it",
    ),
    "question": listed(
        "question",
        "Roy, D. (2014, February 11). Whose well is it? *The Daily Herald*.",
        "9.19: a mark that ends the title takes the place of the full stop",
    ),
    "edition of a week": listed(
        "edition of a week",
        "Stein, E. (2006, October 24–30). A week of dust. *Common Ground News Service*.",
        "9.14: the date as the periodical has it",
    ),
    "romanised": listed(
        "romanised",
        "Ivanova, A. P. (2010, May 14). Voda i mir [Water and peace]. *Novaya Gazeta*.",
        "9.38: a title in another alphabet is romanised, and translated in brackets",
    ),
    "same author and year": cited(
        ("early in the year", "(Lee, 2008a)"),
        ((at("late in the year"), at("early in the year")), "(Lee, 2008a, 2008b)"),
        rule="8.19, 9.47: letters in the order of the list, which is that of the full dates; "
        "8.12: one name, then the years",
        entries=(
            "Lee, A. (2008a, February 1). The bridge opens. *The Daily Herald*.",
            "Lee, A. (2008b, November 9). The bridge closes. *The Daily Herald*.",
        ),
    ),
    "in the text": cited(
        ((at("signed", "4", "paragraph"),), "(Samdani, 2008, para. 4)"),
        ((at("printed", "A3"),), "(Lee, 2009, p. A3)"),
        ("unsigned", "(“Flood Closes the Coast Road,” 2009)"),
        ("institution", "(Rural Water Board, 2008)"),
        ("two authors", "(Lee & Ek, 2010)"),
        ("three authors", "(Lee et al., 2010)"),
        ("undated", "(Ek, n.d.)"),
        ("reissued", "(Okoro, 2007/2008)"),
        rule="8.13: parts of a source; 8.14: an unsigned work by its title, in title case; "
        "8.17: three authors are 'et al.'; 9.41: both years of a republished work",
    ),
}
