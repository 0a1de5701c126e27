"""The recipes, one a file: the only room that knows the whole route.

source -> read -> attribution -> record -> tei -> validate -> store -> cite / export
"""
