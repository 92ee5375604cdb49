"""Tests of the checker of receipts."""
