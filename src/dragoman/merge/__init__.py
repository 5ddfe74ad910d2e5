"""Many documents -> the record of the world: stories, events, independent sources. Pure, and undoable: sources stay."""
