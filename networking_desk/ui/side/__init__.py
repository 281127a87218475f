"""The side panel: the agenda and the checklist of the current meeting, on every tab."""
