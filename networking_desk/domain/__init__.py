"""What is true: the method's records and rules, from the standard library only."""
