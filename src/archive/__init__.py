"""Turn the surviving copy of a syndicated article into a record that lasts."""
