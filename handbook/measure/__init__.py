"""Measures this project beside other programs, in turn and in one run: ratios last longer than seconds."""
