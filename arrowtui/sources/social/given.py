"""The options of a source, as the person wrote them."""

from collections.abc import Collection

from arrowtui.model.errors_social import OptionUnfit

Options = tuple[tuple[str, str], ...]

YES = ("true", "yes", "on", "1")
NO = ("false", "no", "off", "0", "")


def option(options: Options, name: str, usual: str = "") -> str:
    """The value of an option, without blanks around it; `usual` where it is not given or empty."""
    return next((value.strip() for given, value in options if given == name and value.strip()), usual)


def one_of(options: Options, name: str, allowed: Collection[str], usual: str) -> str:
    """The value of an option that is one of a few words. Raises: OptionUnfit."""
    value = option(options, name, usual)
    if value not in allowed:
        raise OptionUnfit(name, value, f"one of {', '.join(allowed)}")
    return value


def is_on(options: Options, name: str) -> bool:
    """Whether an option says yes. Raises: OptionUnfit."""
    value = option(options, name).lower()
    if value not in YES + NO:
        raise OptionUnfit(name, value, 'in quotes, "true" or "false"')
    return value in YES


def whole(options: Options, name: str, least: int, most: int, usual: int) -> int:
    """The value of an option that is a number. Raises: OptionUnfit."""
    value = option(options, name, str(usual))
    if not (value.isascii() and value.isdigit() and least <= int(value[:9]) <= most):
        raise OptionUnfit(name, value, f'a number in quotes, "{least}" to "{most}"')
    return int(value)


def base(options: Options, usual: str) -> str:
    """The base address of the platform: the option `base`, else the usual one; no slash at its end."""
    return option(options, "base", usual).rstrip("/")
