"""Paper: what is printed and how it is drawn, previewed, sent to a printer and written as PDF."""
