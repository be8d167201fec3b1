"""The write path, one straight road: load, partition, section, passage, embed, store and index."""
