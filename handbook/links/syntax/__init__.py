"""Is an address written as its scheme wants it? Each module knows one scheme or part, and nothing of a site."""
