"""Commands that search: a word behind a dash is one to leave out, not an option."""

import click


class WordsCommand(click.Command):
    """Takes `-crypto` among its words, as the search of the screen does. Options keep their meaning."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" not in args:
            known = {name for option in self.get_params(ctx) for name in option.opts}
            left_out = [word for word in args if _is_left_out(word) and word[:2] not in known]
            args = [*(word for word in args if word not in left_out), *(["--", *left_out] if left_out else [])]
        return super().parse_args(ctx, args)


def _is_left_out(word: str) -> bool:
    return word.startswith("-") and (word[1:2].isalpha() or word[1:2] == '"')
