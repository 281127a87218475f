"""Job leads: how they look in a list, how far they are, and one in full."""
