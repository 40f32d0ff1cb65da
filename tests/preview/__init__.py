"""The preview, tested."""
