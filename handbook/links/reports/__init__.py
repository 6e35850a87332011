"""What the check found, for people and for programs: text, JSON, JUnit, annotations, Markdown, HTML."""
