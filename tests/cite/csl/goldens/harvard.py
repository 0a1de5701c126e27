"""Cite Them Right, 12th edition (Pears and Shields, 2022), Harvard.

The book has no numbered rules: each case names the chapter or the guide that was consulted.
"""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "harvard-cite-them-right"
LOCALE = "en-GB"
GOLDENS = {
    "signed": listed(
        "signed",
        "Samdani, M. (2008) ‘Preparing for peace in Pakistan’, *Foreign Policy In Focus*, 13 June.",
        "Newspaper articles: author (year) ‘title’, newspaper, day and month",
    ),
    "printed": listed(
        "printed",
        "Lee, A. (2009) ‘Rains close the coast road’, *The Daily Herald*, 4 March, p. A3.",
        "Newspaper articles: the page of a printed one",
    ),
    "unsigned": cited(
        ("unsigned", "(*The Daily Herald*, 2009)"),
        rule="Newspaper articles: without an author, the newspaper in its place",
        entries=("*The Daily Herald* (2009) ‘Flood closes the coast road’, 5 March, p. A1.",),
    ),
    "institution": listed(
        "institution",
        "Rural Water Board (2008) ‘A well for two villages’, *The Daily Herald*, 13 June.",
        "Organisations as authors: in full",
    ),
    "wire service": listed(
        "agency",
        "Associated Press (2008) ‘Rain reaches the valley’, *The Washington Post*, 2 July. "
        "Available at: https://post.example/rain.",
        "Organisations as authors; Newspaper articles: 'Available at'",
        departs="Cite Them Right wants 'Accessed' too; the item has no date of access, and none "
        "is invented",
    ),
    "online": listed(
        "online",
        "Ek, B. (2019) ‘The road opens again’, *The Daily Herald*, 22 March. "
        "Available at: https://herald.example/road (Accessed: 21 May 2024).",
        "Newspaper articles: address and date of access",
    ),
    "undated": cited(
        ("undated", "(Ek, no date)"),
        rule="Sources with no date: 'no date'",
        entries=(
            "Ek, B. (no date) ‘How the ferry runs’, *The Daily Herald*. "
            "Available at: https://herald.example/ferry (Accessed: 21 May 2024).",
        ),
    ),
    "four authors": cited(
        ("four authors", "(Lee *et al.*, 2010)"),
        rule="Four or more authors: the first and 'et al.' in italics",
        entries=("Lee, A. *et al.* (2010) ‘Four dams stand’, *The Daily Herald*, 16 May.",),
    ),
    "particle": listed(
        "particle",
        "van der Berg, J. (2008) ‘Dikes and promises’, *The Daily Herald*, 14 June.",
        "Authors' names: a prefix is written as the author writes it",
    ),
    "question": listed(
        "question",
        "Roy, D. (2014) ‘Whose well is it?’, *The Daily Herald*, 11 February.",
        "Newspaper articles: the comma follows the quotation mark",
    ),
    "edition of a week": listed(
        "edition of a week",
        "Stein, E. (2006) ‘A week of dust’, *Common Ground News Service*, 24–30 October.",
        "Newspaper articles: day and month as the paper has them",
    ),
    "romanised": listed(
        "romanised",
        "Ivanova, A.P. (2010) ‘Voda i mir [Water and peace]’, *Novaya Gazeta*, 14 May.",
        "Works in other languages and scripts: transliterated, with a translation if helpful",
    ),
    "Chinese": listed(
        "Chinese",
        "王小明 (2011) ‘水在哪里’, 南方周末, 15 September.",
        "Works in other languages and scripts: names in their own order, characters "
        "without italics",
    ),
    "same author and year": cited(
        ("early in the year", "(Lee, 2008b)"),
        ((at("late in the year"), at("early in the year")), "(Lee, 2008a, 2008b)"),
        rule="Several works of one author in a year: letters, in the order of the list",
        entries=(
            "Lee, A. (2008a) ‘The bridge closes’, *The Daily Herald*, 9 November.",
            "Lee, A. (2008b) ‘The bridge opens’, *The Daily Herald*, 1 February.",
        ),
    ),
    "in the text": cited(
        ((at("signed", "4", "paragraph"),), "(Samdani, 2008, para. 4)"),
        ((at("printed", "A3"),), "(Lee, 2009, p. A3)"),
        ("three authors", "(Lee, Ek and Okoro, 2010)"),
        ((at("online"), at("signed")), "(Samdani, 2008; Ek, 2019)"),
        rule="Setting out citations: up to three authors are named, 'and' without a comma; "
        "several sources by year",
    ),
}
