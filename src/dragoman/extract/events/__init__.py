"""Who did what to whom: words of acts, their sides, what the sentence leaves out, and the relation of a given pair."""
