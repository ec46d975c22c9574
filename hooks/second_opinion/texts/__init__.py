"""What stands in docs/ and snippets/: pages, shared passages, and the rules for them.

It imports core and data, and touches text only.
"""
