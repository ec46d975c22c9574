"""What measures and prepares the project and is no part of a build; it may import the project, never the reverse."""
