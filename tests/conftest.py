"""What tests share: the profiles of the property tests, and the real texts where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.pop(
    "PYTHONDONTWRITEBYTECODE", None
)  # hundreds of tests start the command: each would compile it anew

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"

settings.register_profile(
    "usual",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("usual")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample texts."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts; the test is skipped where they are not at hand."""
    if not SHARED.is_dir():
        pytest.skip(f"the real texts are not at hand: there is no {SHARED}")
    return SHARED


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: many tests wait for a screen or for another process."""
    return 2 * (os.cpu_count() or 1)
