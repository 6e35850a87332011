"""Words are written back into the files of a handbook: small edits in their places, many files together or none."""
