"""Peercert answers one question: may this person be certified as a peer supporter, and if not, what is missing?"""

__version__ = "0.1.0"
