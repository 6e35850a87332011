"""Live preview, beside the eight steps: the site is built anew after each edit and the browser follows."""
