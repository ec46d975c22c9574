"""A module for each command of the Makefile, and those that several commands share.

It imports everything; nothing else has arguments, environment, processes and print.
"""
