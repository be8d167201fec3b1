"""What a document is and where it comes from. Imports nothing of ours."""
