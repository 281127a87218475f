"""The Target Companies tab: the ranked list, and one company in full."""
