"""The check of every link of the finished site, and the lines that an editor has to change.

It imports the project and what is below, and reads the finished site.
"""
