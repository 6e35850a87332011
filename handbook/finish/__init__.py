"""Step 6: what belongs to the whole site, around the languages: chooser, 404, sitemap, open data."""
