"""The Contacts tab: everybody you know, and one person in full."""
