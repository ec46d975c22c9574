"""The work behind the build: pure modules, one concern each, that know nothing of MkDocs."""
