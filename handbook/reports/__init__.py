"""How any check tells what it found to programs: annotations of a CI host, JUnit XML, Markdown, a terminal."""
