"""Write placed items as a PDF file. Nothing here knows a pack's content."""
