"""Networking Desk: people, companies and minutes joined in the conversation that leads to a job."""

__version__ = "0.1.0"
