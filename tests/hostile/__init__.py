"""Hostile files: what may reach peercert by mistake or by malice, and what must come of each."""
