"""Charts of the system as SVG and PNG, made by matplotlib: for pages, print, and the command line."""
