"""What stands in brands/: whose site it is, how it looks, and its own pages.

It imports core, data and texts; of the disk it looks at the files of a brand folder only.
"""
