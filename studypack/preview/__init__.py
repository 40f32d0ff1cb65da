"""Preview: the pages of a pack as pictures, on a contact sheet or in the browser."""
