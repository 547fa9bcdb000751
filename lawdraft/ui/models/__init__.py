"""Item models over the tuples of the draft."""
