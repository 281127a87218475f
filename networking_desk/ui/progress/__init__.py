"""The Progress tab: counts that are true."""
