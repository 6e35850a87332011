"""Each kind of file is read into a `Document`: what it links to, and what can be linked in it."""
