"""Step 5: staged trees become HTML. Nothing outside this folder knows MkDocs."""
