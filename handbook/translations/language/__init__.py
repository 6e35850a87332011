"""How a text is written in its language: typography, spelling, and whether it is in that language at all."""
