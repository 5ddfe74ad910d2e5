"""The commands, one module a group; `app` joins them."""
