"""Words: one folder of tables a language, and the little about a language that tables cannot say."""
