"""Tests of the rules that peercert carries: their cases, what the cases cover, and how their text reads."""
