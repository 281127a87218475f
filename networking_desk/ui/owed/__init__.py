"""What is owed: how it looks in a list and what can be done about it, wherever it is shown."""
