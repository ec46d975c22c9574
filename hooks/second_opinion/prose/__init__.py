"""Plain language and spelling.

It imports core and data, and touches text only.
"""
