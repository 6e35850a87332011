"""Search in copies opened from a file, where a page may read no other file and load no module."""
