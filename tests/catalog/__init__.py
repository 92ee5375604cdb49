"""Tests of opening rules files, good and bad."""
