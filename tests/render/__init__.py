"""Tests of drawing explanations."""
