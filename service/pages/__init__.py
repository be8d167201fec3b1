"""The pages, a module each, named as its address and its template: what a reader sees is worked out here.

`site` puts them together; `card`, `charts`, `copies`, `examples`, `form` and `drawing` are what they are made of.
"""
