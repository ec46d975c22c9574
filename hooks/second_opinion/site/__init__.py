"""What readers get: bodies, templates' values, search index, sitemap, and the run of one build.

It imports the project and what is below; it writes, and only below the folder of the site.
"""
