"""Data functions of the pages: each takes a Reader and an Ask and returns what page and JSON show."""
