"""Results as text for the terminal: tables, documents, stories, figures of the system."""
