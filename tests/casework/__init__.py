"""Tests of the cases beside a credential: reading, running, covering, proposing."""
