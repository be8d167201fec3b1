"""Where the index lies when the user does not say."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def data_directory(given: str | None) -> Path:
    """The data directory: as given, else `$FOI_DATA`, else the user's own data directory."""
    chosen = given or os.environ.get("FOI_DATA")
    return Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("foi-search"))
