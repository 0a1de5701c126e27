"""Documents to articles and facts: ``articles(document)``. One rule family a file.

Where a line is recognised, from the top of a text to its end:

=========================================================  ==========================
"OPINION", "~YOUTH VIEWS~", the title, the subtitle,       ``titles``, told in order
"13 June 2008" or an outlet's name over the article        by ``top``
"By Ann Lee and Bob Ek", "Ann Lee", "— Ann Lee"            ``bylines``
what is no article at all, or an edition of several        ``layout``
"Ann Lee is an advisor to the Herald Trust in Oslo."       ``notes``; what she is said
                                                           to be: ``predicates``
where in the end matter one statement ends and the next    ``statements``, told from
begins, and what kind it is                                the bottom by ``ending``
"Source: The Herald, 13 June 2008", "published by",        ``credits``
"a project of", "distributed by", addresses
"CGNews" for a service printed by its short form alone     ``services``
"Copyright permission is granted for publication."         ``rights``; "please
                                                           acknowledge": ``conditions``;
                                                           "CC BY 3.0": ``licences``
"13 June 2008"                                             ``calendar``, ``dates``
"21 May", "the February elections"                         ``yearless``, ``tense``
"last week", "two years ago", "recent months"              ``distances``
"North West Frontier Province (NWFP)"                      ``abbreviations``
"can be accessed at" and no address, "(online at"          ``gaps``
the language                                               ``languages``
=========================================================  ==========================

``names`` knows where a person's or an organisation's name ends, ``sentences`` where a sentence
does, ``words`` the common words that both go by. ``articles`` calls ``layout`` (``blocks`` and a
``draft`` of what each block is), then ``authors``, ``credits``, ``rights`` and ``marks``.
"""

from archive.attribution.articles import articles

__all__ = ["articles"]
