"""A module for each command of the Makefile, and those that several commands share.

It imports everything; nothing else has arguments, environment, processes and print.
"""

import gc
import os

# A command reads much and keeps it to its end: to look so often for what can go would take a tenth of its time.
gc.set_threshold(100_000, 20)

# Without this pydantic looks through every package that is installed for plugins of it.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
