"""Words are put into YAML and Markdown files where they belong; every other byte stays."""
