"""What is kept on disk: drafts, settings, and where everything is."""
