"""The read path: query, search, answer, and the API, page and command line over them."""
