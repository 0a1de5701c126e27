"""Vancouver: Citing Medicine, 2nd edition (NLM, 2007-), which ICMJE's recommendations point to.

Chapter 8 is on newspaper articles (www.ncbi.nlm.nih.gov/books/n/citmed/A41486).
"""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "vancouver"
GOLDENS = {
    "signed": listed(
        "signed",
        "1. Samdani M. Preparing for peace in Pakistan. Foreign Policy In Focus. 2008 Jun 13.",
        "chapter 8: author, title, newspaper in full and in roman, year month day",
    ),
    "printed": listed(
        "printed",
        "1. Lee A. Rains close the coast road. The Daily Herald. 2009 Mar 4:A3.",
        "chapter 8: the place behind a title that does not name it; the first page",
        departs="the style prints no place: 'The Daily Herald (Bridgetown)' is wanted",
    ),
    "unsigned": listed(
        "unsigned",
        "1. Flood closes the coast road. The Daily Herald. 2009 Mar 5:A1.",
        "chapter 8: an unsigned article begins with its title, never with 'anonymous'",
    ),
    "institution": listed(
        "institution",
        "1. Rural Water Board. A well for two villages. The Daily Herald. 2008 Jun 13.",
        "chapter 8: organisations as authors",
    ),
    "wire service": listed(
        "agency",
        "1. Associated Press. Rain reaches the valley. The Washington Post [Internet]. "
        "2008 Jul 2. Available from: https://post.example/rain",
        "chapter 8: '[Internet]' behind the title, address at the end",
        departs="the date of citation is wanted too; the item has none, and none is invented",
    ),
    "online": listed(
        "online",
        "1. Ek B. The road opens again. The Daily Herald [Internet]. 2019 Mar 22 "
        "[cited 2024 May 21]. Available from: https://herald.example/road",
        "chapter 8: date of citation in brackets behind the date",
    ),
    "undated": listed(
        "undated",
        "1. Ek B. How the ferry runs. The Daily Herald [Internet]. "
        "[cited 2024 May 21]. Available from: https://herald.example/ferry",
        "chapter 8: no date",
        departs="'[date unknown]' is wanted; the style has no word for it",
    ),
    "editorial": listed(
        "editorial",
        "1. Where the water goes [editorial]. The Daily Herald. 2008 Jul 3.",
        "chapter 1, type of article: it stands in brackets behind the title",
    ),
    "archive": listed(
        "kept in an archive",
        "1. Mota R. Ferry adrift for two nights. The Daily Herald. 1968 May 3. "
        "Located at: Coast Library, Bridgetown; box 4, folder 2",
        "'Located at' names the library that holds what is hard to find",
    ),
    "two authors": listed(
        "two authors",
        "1. Lee A, Ek B. Two rivers meet. The Daily Herald. 2010 May 14.",
        "chapter 8: commas between authors, no 'and', no stops in initials",
    ),
    "seven authors": listed(
        "seven authors",
        "1. Lee A, Ek B, Okoro C, Roy D, Stein E, Tal F, et al. Seven springs dry up. "
        "The Daily Herald. 2010 May 17.",
        "samples of formatted references (ICMJE/NLM): six authors, then 'et al.'",
    ),
    "particle": listed(
        "particle",
        "1. van der Berg J. Dikes and promises. The Daily Herald. 2008 Jun 14.",
        "chapter 8: particles are kept in surnames",
    ),
    "question": listed(
        "question",
        "1. Roy D. Whose well is it? The Daily Herald. 2014 Feb 11.",
        "chapter 8: a mark that ends the title takes the place of the full stop",
    ),
    "romanised": listed(
        "romanised",
        "1. Ivanova AP. Voda i mir [Water and peace]. Novaya Gazeta. 2010 May 14.",
        "chapter 8, 'Titles not in English': romanised, translated in brackets, language at "
        "the end",
        departs="the style does not print the language: 'Russian.' is wanted",
    ),
    "edition of a week": listed(
        "edition of a week",
        "1. Stein E. A week of dust. Common Ground News Service. 2006 Oct 24–30.",
        "chapter 8: several dates are joined by a hyphen",
        departs="the style says nothing of the sign, and CSL has a dash for dates",
    ),
    "in the text": cited(
        ("signed", "(1)"),
        ("printed", "(2)"),
        ("unsigned", "(3)"),
        ((at("printed"), at("signed"), at("unsigned")), "(1–3)"),
        ((at("signed"), at("unsigned")), "(1,3)"),
        rule="ICMJE IV.A.3.g.ii: numbered as first mentioned, in parentheses",
    ),
}
