"""The reading room: pages over a project file, and the same answers as JSON and CSV.

Where a page goes:

1. `queries/<subject>.py`: one function `(Reader, Ask) -> dict`. What it returns is the `.json` answer and the template's
   input at once, so that the two cannot disagree. SQL stands there, by name, with LIMIT and a key to go on from.
2. `pages.py`: one row that ties address, function, template and, for a list, the columns of its `.csv`.
3. `templates/<name>.html`: extends `base.html`, uses the macros of `parts.html`. `page` is the answer, `ask` the question.
4. `tests/web/test_<subject>.py`, and the address in the list of tests/web/browser.

Text of documents is data everywhere: Jinja escapes it, `visible.py` makes control and bidi characters visible, `pieces.py`
cuts the text at spans (the browser never slices), and the content security policy runs nothing that is not our own file.
"""
