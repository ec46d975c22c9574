"""One module for each file of data/, with the models that hold it and the checks of it.

It imports core, and gets its files as they have been read.
"""
