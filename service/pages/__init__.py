"""The pages, a module each: what a reader sees, worked out here and drawn by the templates."""
