"""The project file: one SQLite database, one writer, many readers."""
