"""The waist: settings, reading from disk, and all checks; what comes out is the project that is built.

It imports core, data, texts and brand; files are opened here and nowhere below.
"""
