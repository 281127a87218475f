"""How everything looks: colours by name, fonts, icons, and the parts that every screen is made of."""
