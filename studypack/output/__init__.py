"""A pack becomes documents, and documents become files."""
