"""What a record is: frozen dataclasses and pure functions over them, no I/O."""
