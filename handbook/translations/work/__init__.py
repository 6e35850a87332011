"""What is to be done for translations: which units are meant, and what has changed in their words."""
