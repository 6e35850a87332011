"""Translations held against their original, sentence by sentence: complete, fresh, and the same in meaning."""
