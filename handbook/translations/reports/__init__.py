"""What the checks found, for people and for programs: text, JSON, JUnit, annotations, a table for a job page."""
