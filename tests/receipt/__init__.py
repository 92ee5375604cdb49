"""Tests of the receipt of a check."""
