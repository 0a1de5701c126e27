"""Lines of articles in languages other than English: one set of rules, which take a ``Tongue``.

``layout`` tells what each block is; ``bylines``, ``statements`` (which tells credits, permissions
and notes apart), ``credits``, ``notes`` and ``rights`` read one kind of line each; ``dates`` and
``names`` are what they share. The words are in ``attribution.tongues``. English has deeper rules
of its own.
"""
