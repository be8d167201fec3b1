"""One small module a format: bytes to canonical text, pages, tables and what the format itself says of its parts."""
