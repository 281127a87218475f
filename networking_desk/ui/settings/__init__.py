"""Settings: everything that can be chosen, in one place, in force at once."""
