"""What comes in and goes out: one file for each outside format, text or bytes to records and back."""
