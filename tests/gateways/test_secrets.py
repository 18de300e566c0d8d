"""Where a secret comes from, and that it goes nowhere else."""

import shlex
import sys

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from arrowtui.gateways.secrets import Secrets, Spring, drop_from_keyring, keep_in_keyring, variable_of
from arrowtui.model.errors_fetching import SecretMissing
from arrowtui.model.errors_sources import SecretNotGiven

NAME = "mastodon:social.example"


class Remembering(KeyringBackend):
    """A keyring in memory that counts how often it is asked."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Remembering:
    made = Remembering()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    monkeypatch.setattr("keyring.core.get_keyring", lambda: made)
    return made


def says(words: str, code: int = 0) -> str:
    return shlex.join([sys.executable, "-c", f"import sys; print('{words}'); sys.exit({code})"])


async def test_a_program_gives_the_first_line_it_prints() -> None:
    secrets = Secrets({NAME: Spring(command=says("s3cret"))}, {})

    assert await secrets.value(NAME) == "s3cret"


@pytest.mark.parametrize("command", [says(""), says("half", 1), "/no/such/program", "un'balanced"])
async def test_a_program_that_fails_is_told_without_what_it_said(command: str) -> None:
    with pytest.raises(SecretNotGiven) as caught:
        await Secrets({NAME: Spring(command=command)}, {}).value(NAME)

    assert "half" not in str(caught.value)
    assert NAME in caught.value.headline()


async def test_no_shell_ever_sees_the_command() -> None:
    secrets = Secrets({NAME: Spring(command=f"{says('one')} ; echo two")}, {})

    assert await secrets.value(NAME) == "one"


async def test_a_variable_named_in_the_settings_or_after_the_secret_will_do(ring: Remembering) -> None:
    environment = {"MY_TOKEN": "from settings", variable_of(NAME): "by its own name"}

    assert await Secrets({NAME: Spring(env="MY_TOKEN")}, environment).value(NAME) == "from settings"
    assert await Secrets({}, environment).value(NAME) == "by its own name"
    with pytest.raises(SecretNotGiven):
        await Secrets({NAME: Spring(env="NOT_SET")}, environment).value(NAME)


async def test_the_keyring_is_asked_once(ring: Remembering) -> None:
    keep_in_keyring(NAME, "kept")
    secrets = Secrets({}, {})

    assert [await secrets.value(NAME) for _ in range(3)] == ["kept"] * 3
    assert ring.asked == 1


async def test_what_nobody_knows_is_missing(ring: Remembering) -> None:
    with pytest.raises(SecretMissing):
        await Secrets({}, {}).value(NAME)


def test_a_secret_can_be_taken_out_again(ring: Remembering) -> None:
    keep_in_keyring(NAME, "kept")

    assert drop_from_keyring(NAME)
    assert not drop_from_keyring(NAME)
    assert not ring.kept


def test_a_secret_in_the_settings_is_never_shown() -> None:
    assert "hush" not in repr(Spring(value="hush"))


async def test_a_secret_given_later_is_found_without_a_new_start(ring: Remembering) -> None:
    secrets = Secrets({}, {})
    with pytest.raises(SecretMissing):
        await secrets.value(NAME)

    keep_in_keyring(NAME, "t0ken")

    assert await secrets.value(NAME) == "t0ken"


async def test_a_secret_that_was_refused_is_looked_up_anew(ring: Remembering) -> None:
    secrets = Secrets({}, {})
    keep_in_keyring(NAME, "old")
    await secrets.value(NAME)
    keep_in_keyring(NAME, "new")

    secrets.forget(NAME)

    assert await secrets.value(NAME) == "new"
