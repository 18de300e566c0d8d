"""Every sentence a person may read on failure: short, of use, in plain words."""

import dataclasses
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import UnionType
from typing import get_args, get_origin, get_type_hints

import pytest

from arrowtui import model
from arrowtui.model.errors import ArrowError, FetchError, RequestError, SettingsError, StoreError
from arrowtui.model.errors_fetching import RedirectRefused
from arrowtui.model.errors_requests import SeveralSources
from arrowtui.model.errors_settings import SettingsFault
from arrowtui.model.subscription import Trouble

FILES = [
    import_module(f"arrowtui.model.{found.name}")
    for found in pkgutil.iter_modules(model.__path__)
    if found.name.startswith("errors")
]
LONG = "a-very-long-name." * 12 + "example"
SAMPLES: dict[object, tuple[object, object]] = {
    str: ("name.example", LONG),
    int: (7, 86_400),
    float: (1.5, 123456.75),
    bool: (False, True),
    SettingsFault: (SettingsFault(3, "poll.every", "is not known"), SettingsFault(0, LONG, LONG)),
}


def concrete(kind: type[ArrowError] = ArrowError) -> Iterator[type[ArrowError]]:
    """Every error class that can be raised: those that say something of their own."""
    if "headline" in vars(kind) and kind is not ArrowError:
        yield kind
    for child in kind.__subclasses__():
        yield from concrete(child)


def sample(hint: object, place: int) -> object:
    """A fact of the given type: 0 an ordinary one, 1 a long one."""
    if hint in SAMPLES:
        return SAMPLES[hint][place]
    if get_origin(hint) is tuple:
        return tuple(sample(get_args(hint)[0], place) for _ in range(1 + 30 * place))
    if isinstance(hint, UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        return sample(kinds[0], place)
    raise AssertionError(f"the test has no sample of {hint}: add one")


def made(kind: type[ArrowError], place: int) -> ArrowError:
    hints = get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    return kind(**{name: sample(hints[name], place) for name in names})


KINDS = sorted(set(concrete()), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("place", [0, 1], ids=["ordinary", "long"])
class TestEveryError:
    def test_its_headline_fits_into_a_line(self, kind: type[ArrowError], place: int) -> None:
        headline = made(kind, place).headline()

        assert headline.strip()
        assert len(headline) < 60, f"{len(headline)}: {headline}"

    def test_it_says_what_to_do(self, kind: type[ArrowError], place: int) -> None:
        assert made(kind, place).hint().strip().endswith((".", "?", ")", "/"))

    def test_its_words_name_no_class(self, kind: type[ArrowError], place: int) -> None:
        error = made(kind, place)
        words = f"{error.headline()} {error.hint()}"

        assert not any(known.__name__ in words for known in KINDS if known.__name__ not in ("Gone",))
        assert "Error" not in words
        assert "None" not in words


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_it_becomes_a_trouble_that_can_be_kept(kind: type[ArrowError]) -> None:
    error = made(kind, 0)

    assert Trouble.of(error) == Trouble(kind.__name__, error.headline(), error.hint())
    assert str(error) == f"{error.headline()}. {error.hint()}"


def test_every_error_lives_in_one_module() -> None:
    assert {kind.__module__ for kind in KINDS} <= {file.__name__ for file in FILES}


def test_every_error_belongs_to_a_family() -> None:
    families = (FetchError, StoreError, SettingsError, RequestError)

    assert all(issubclass(kind, families) for kind in KINDS)


def test_an_error_that_names_addresses_shows_no_key_of_theirs() -> None:
    address = "https://me:pw@a.example/feed?token=s3cret"

    told = (RedirectRefused("a.example", address, "it gives up encryption"), SeveralSources("Desk", (address, address)))

    assert not any("s3cret" in str(error) or "pw@" in str(error) for error in told)
