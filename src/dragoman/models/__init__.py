"""Models that ship with the package, and the code that loads them. Their weights, labels and cards lie in folders beside."""
