"""Help in the program: short pages with pictures, one for each screen, with no network."""
