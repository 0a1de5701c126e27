"""Lines of articles in languages other than English: one set of rules, which take a ``Tongue``.

``layout`` tells what each block is; ``bylines``, ``statements`` (which tells credits, permissions
and notes apart), ``credits``, ``datelines``, ``notes``, ``rights`` and its ``licences`` read one
kind of line each; ``dates`` and ``names`` are what they share; ``facts`` puts together what they
say of an article. The words are in ``attribution.tongues``. English has deeper rules of its own.
"""
