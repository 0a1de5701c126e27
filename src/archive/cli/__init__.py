"""The command line: one thin file a verb; files with an underscore are what the verbs share."""
