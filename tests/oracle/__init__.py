"""The second opinion: the seven credentials written out as plain Python, sharing no line with the engine.

Belongs here: the rules once more, in the plainest words; people near every edge; tests of both.
Does not belong here: anything imported from peercert, or read from its catalogue. Numbers and days may stand here.
"""
