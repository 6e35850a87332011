"""A new year: the programme goes on under its keys, the old one is kept under its own address."""
