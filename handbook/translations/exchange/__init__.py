"""Packs for translators, who work on them elsewhere and send them back: PO and XLIFF 2."""
