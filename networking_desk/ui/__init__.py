"""What is seen: Qt; a folder is a place on the screen."""
