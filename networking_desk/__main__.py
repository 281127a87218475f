"""Starts the program: `python -m networking_desk`."""

import multiprocessing
import sys

from networking_desk.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
