"""AMA Manual of Style, 11th edition (2020). Numbers are those of the manual."""

from __future__ import annotations

from cite.csl.goldens import at, cited, listed

STYLE = "american-medical-association"
GOLDENS = {
    "signed": listed(
        "signed",
        "1. Samdani M. Preparing for peace in Pakistan. *Foreign Policy In Focus*. June 13, 2008.",
        "3.13.1: author, title in sentence case, newspaper in italics and in full, date",
    ),
    "printed": listed(
        "printed",
        "1. Lee A. Rains close the coast road. *The Daily Herald*. March 4, 2009:A3.",
        "3.13.1: section and page behind a colon",
    ),
    "unsigned": listed(
        "unsigned",
        "1. Flood closes the coast road. *The Daily Herald*. March 5, 2009:A1.",
        "3.13.1: the author, if given; otherwise the title begins",
    ),
    "institution": listed(
        "institution",
        "1. Rural Water Board. A well for two villages. *The Daily Herald*. June 13, 2008.",
        "3.7.1: a group as author",
    ),
    "wire service": listed(
        "agency",
        "1. Associated Press. Rain reaches the valley. *The Washington Post*. July 2, 2008. "
        "https://post.example/rain",
        "3.7.1: a group as author; 3.13.1: the date of access, if applicable, then the address",
        departs="the date of access is wanted; the item has none, and none is invented",
    ),
    "online": listed(
        "online",
        "1. Ek B. The road opens again. *The Daily Herald*. March 22, 2019. Accessed May 21, 2024. "
        "https://herald.example/road",
        "3.13.1: date of access, then the address, without a stop",
    ),
    "undated": listed(
        "undated",
        "1. Ek B. How the ferry runs. *The Daily Herald*. Accessed May 21, 2024. "
        "https://herald.example/ferry",
        "3.13.1: a date that is not known is left out",
    ),
    "two authors": listed(
        "two authors",
        "1. Lee A, Ek B. Two rivers meet. *The Daily Herald*. May 14, 2010.",
        "3.7: commas between authors, no 'and', no stops in initials",
    ),
    "seven authors": listed(
        "seven authors",
        "1. Lee A, Ek B, Okoro C, et al. Seven springs dry up. *The Daily Herald*. May 17, 2010.",
        "3.7, 3.11.1: of more than six, three are named",
    ),
    "particle": listed(
        "particle",
        "1. van der Berg J. Dikes and promises. *The Daily Herald*. June 14, 2008.",
        "3.7: particles as their bearer writes them",
    ),
    "question": listed(
        "question",
        "1. Roy D. Whose well is it? *The Daily Herald*. February 11, 2014.",
        "3.13.1, example 2: a mark that ends the title takes the place of the full stop",
    ),
    "quotation in the title": listed(
        "quoting",
        "1. Roy D. Villagers say “no” to the dam. *The Daily Herald*. October 17, 2013.",
        "3.9.1: quotation marks of the title stay double",
    ),
    "romanised": listed(
        "romanised",
        "1. Ivanova AP. Voda i mir [Water and peace]. *Novaya Gazeta*. May 14, 2010.",
        "3.9.2: the original title first, then the translation in brackets",
    ),
    "edition of a week": listed(
        "edition of a week",
        "1. Stein E. A week of dust. *Common Ground News Service*. October 24–30, 2006.",
        "3.13.1: the date as the paper has it",
        departs="the manual joins days with a hyphen; the style says so of pages only, and CSL has "
        "a dash for dates",
    ),
    "in the text": cited(
        ("signed", "1"),
        ("printed", "2"),
        ("unsigned", "3"),
        ((at("printed"), at("signed"), at("unsigned")), "1–3"),
        ((at("signed"), at("unsigned")), "1,3"),
        rule="3.6: superior numbers in the order of the text; a hyphen for a run, a comma without "
        "a space otherwise",
        departs="a run has a dash: CSL names no sign for runs of numbers, and engines print it",
    ),
}
