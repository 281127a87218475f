"""One query for each list on the screen, shaped for that list; read through the open connection without Peewee."""
