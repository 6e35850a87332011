"""The kinds of content of a handbook, frozen; each kind says its own contract.

Fields typed `Text` are sentences, which a translation holds; every other field is a fact, which exists
once, in the reference language. No list of translatable keys is kept anywhere else.
"""
