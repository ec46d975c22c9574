"""One module for each command of the Makefile, named as the command is.

It imports everything; nothing else has arguments, environment, processes and print.
"""
