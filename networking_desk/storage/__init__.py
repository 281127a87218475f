"""What is kept: the only place that knows Peewee and SQL."""
