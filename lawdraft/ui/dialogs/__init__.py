"""Questions to the user: each asks and returns a value, so that tests replace one function."""
