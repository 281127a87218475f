"""Starts the program: `python -m networking_desk`."""

import sys

from networking_desk.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # only a packaged program starts its children through itself
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
