"""Documents to articles and facts: ``articles.articles(document)``. One rule family a file.

Where a line is recognised, from the top of a text to its end:

=========================================================  ==========================
"OPINION", "~YOUTH VIEWS~", the title, the subtitle,       ``titles``, told in order
"13 June 2008" or an outlet's name over the article        by ``top``
headings that the markup makes                             ``headings``
"By Ann Lee and Bob Ek", "Ann Lee", "— Ann Lee"            ``bylines``
what is no article at all                                  ``layout``
where in an edition an article may begin, and which of     ``openings``, ``openers``;
these places are articles                                  ``editions``
"Inside this edition"; what its summaries say              ``contents``, ``summaries``
the service over an edition, its date or its range         ``masthead``, ``ranges``
what metadata says beside it                               ``claims``
"Ann Lee is an advisor to the Herald Trust in Oslo."       ``notes``; what she is said
                                                           to be: ``predicates``, and
                                                           where: ``posts``
where in the end matter one statement ends and the next    ``statements``, told from
begins, and what kind it is                                the bottom by ``ending``
"Source: The Herald, 13 June 2008", "published by",        ``credits``; what all of
"a project of", "distributed by", addresses                them say: ``chain``
"The Daily Herald, 4 March 2009" and no word for it    ``imprints``; by name: ``outlets``
"CGNews" for a service printed by its short form alone     ``services``; for one that only
                                                           the archive knows: ``known``
"Copyright permission is granted for publication."         ``rights``; "please
                                                           acknowledge": ``conditions``;
                                                           "CC BY 3.0": ``licences``
"13 June 2008"                                             ``calendar``, ``dates``
"21 May", "the February elections"                         ``yearless``, ``tense``
"last week", "two years ago", "recent months"              ``distances``
"North West Frontier Province (NWFP)"                      ``abbreviations``
"can be accessed at" and no address, "(online at"          ``gaps``
"Ã©" where é was meant                                     ``mojibake``
the language                                               ``languages``
all of these lines in another language than English        ``abroad``, by the words
                                                           in ``tongues``
=========================================================  ==========================

``people`` knows where a person's name ends, ``names`` where an organisation's does, ``sentences``
where a sentence does, and ``words`` the common words that they go by. ``articles`` calls
``editions`` and ``layout`` (``blocks`` and a ``draft`` of what each block is), then ``reading``:
``authors``, ``chain``, ``rights`` and ``marks``. Marks of quoting and Markdown are taken out before
and put back behind them by ``unmarked``. What the rules share is in ``evidence`` (facts of the
characters read), ``readings`` (dates), ``spelling`` (words of names) and ``remembered`` (what was
read of the same characters before). ``known.in_full(article, agents)`` comes after it,
where there is an archive.
"""
