"""The work behind the build, in rooms; ARCHITECTURE.md has the map."""
