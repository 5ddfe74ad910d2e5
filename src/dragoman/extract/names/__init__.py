"""Names and descriptions on the page, and whom they name as of the document's date."""
