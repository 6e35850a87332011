"""Step 7: the files that will be published are held against what they promise."""
