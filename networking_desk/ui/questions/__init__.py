"""Questions: the bank of each kind of contact, and what is asked in one meeting."""
