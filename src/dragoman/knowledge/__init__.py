"""Facts about the world: tables of states, organisations, offices and who held them, and the code that loads them."""
