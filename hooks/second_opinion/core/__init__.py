"""Text and values only: findings, records, YAML, Markdown, languages, addresses, formats.

It imports nothing of ours, opens no file and knows no day.
"""
