"""Whether, how certainly and when something happens, as the text presents it."""
