"""Tests of what may be required, one module for each kind."""
