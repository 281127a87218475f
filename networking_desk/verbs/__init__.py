"""What can be done: one function for each verb, one file for each occasion."""
