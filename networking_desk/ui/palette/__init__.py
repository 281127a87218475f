"""The search over everything: people, companies, meetings, notes and every command, by keyboard first."""
