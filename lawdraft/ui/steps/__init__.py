"""One page a step of the way."""
