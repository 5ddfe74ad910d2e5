"""Engines run one pure function over many items and give the results in the order of the items."""
