"""Tests of the least that proves an answer."""
