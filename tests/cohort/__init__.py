"""People by requirement."""
