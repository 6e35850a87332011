"""Step 2: facts and one language's sentences become an immutable model, or problems with their lines."""
