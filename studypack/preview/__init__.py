"""Seeing a pack before it is printed: pages as pictures, on a contact sheet or in the browser."""
