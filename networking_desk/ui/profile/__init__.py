"""What you offer and what you want: asked on the first start, changed and rehearsed at any time."""
