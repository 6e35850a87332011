"""Step 1: files become text, YAML trees with line numbers, and pages."""
