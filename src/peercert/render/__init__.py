"""Explanations, drawn: one module for each format, each a set of pure functions from explanations to text.

Belongs here: layout, signs, escaping. Not here: decisions, wording of findings, files and exits.
"""
