"""Settings with which no server for people may start."""

from __future__ import annotations

from typing import Any

import pytest

from giaoban.refusal import Refusal
from giaoban.server.preparation import refuse_unsafe_settings


@pytest.fixture
def sound(settings: Any) -> Any:
    """Settings that may start."""
    settings.SECRET_KEY = settings.AUDIT_KEY = "k" * 64
    settings.ALLOWED_HOSTS = ["giaoban.example.vn"]
    return settings


def test_sound_settings_may_start(sound: Any) -> None:
    refuse_unsafe_settings()


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("DEBUG", True, "server.debug"),
        ("SECRET_KEY", "short", "server.weak_key"),
        ("AUDIT_KEY", "short", "server.weak_key"),
        ("ALLOWED_HOSTS", ["*"], "server.any_host"),
    ],
)
def test_unsafe_ones_are_refused(name: str, value: object, code: str, sound: Any) -> None:
    setattr(sound, name, value)
    with pytest.raises(Refusal) as refused:
        refuse_unsafe_settings()
    assert refused.value.code == code
