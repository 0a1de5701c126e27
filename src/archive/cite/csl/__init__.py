"""Citations by CSL 1.0.2, the Citation Style Language: https://docs.citationstyles.org.

It imports nothing of ``archive`` but ``errors``: it could stand as a package of its own.
"""
