"""Step 6, copies to take away: the finished pages of a language as files that work without a network."""
