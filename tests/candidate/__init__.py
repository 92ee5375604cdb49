"""Tests of the candidate: fields, profiles, what contradicts itself, and loading."""
