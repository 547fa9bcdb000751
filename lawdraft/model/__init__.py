"""The values that steps exchange: frozen dataclasses and errors; imports nothing of ours."""
