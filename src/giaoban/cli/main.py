"""The ``giaoban`` command. The reader's command is here; the office's are named, and loaded when they are run."""

# No postponed annotations here: the options' help, which stands in them, depends on the language asked for.

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any

import typer

from giaoban.cli import extract, words
from giaoban.cli.words import Language

#: Where the office's commands are, as functions of their names.
_OFFICE = ("giaoban.cli.office", "giaoban.cli.upkeep")
_PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; the process ends with the command's exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    build(language_of(given, os.environ))(given, prog_name="giaoban")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language of the help: what ``--lang`` says, else what the environment says, else Vietnamese."""
    if chosen := re.search(r"(?:^|\0)--lang[=\0](\w*)", "\0".join(arguments)):
        return "en" if chosen[1] == "en" else "vi"
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if locale.startswith("en") else "vi"


def build(language: Language) -> typer.Typer:
    """Return the application with its help in a language."""
    app = typer.Typer(help=words.ABOUT[language], no_args_is_help=True, add_completion=False)
    app.callback()(_options(language))
    extract.add_to(app, language)
    for name, about in words.OFFICE.items():
        app.command(name, help=about[language], context_settings=_PASSED_ON, add_help_option=False)(
            _passed_on(name, language)
        )
    return app


def _options(language: Language) -> Callable[..., None]:
    def options(
        # Read before the application is built, since its help depends on it; here it is checked and shown.
        lang: Annotated[str, typer.Option("--lang", help=words.LANG[language])] = language,
        show_version: Annotated[
            bool, typer.Option("--version", is_eager=True, callback=_show_version, help=words.VERSION[language])
        ] = False,
    ) -> None:
        if lang not in words.LANGUAGES:
            raise typer.BadParameter(words.LANG[language], param_hint="--lang")

    return options


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(version("giaoban"))
        raise typer.Exit


def _passed_on(name: str, language: Language) -> Callable[[typer.Context], None]:
    """Return a command that hands its arguments to the office's command of the same name."""

    def run(context: typer.Context) -> None:
        try:
            code = _office_command(name).main(context.args, prog_name=f"giaoban {name}", standalone_mode=False)
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("giaoban"):
                raise
            typer.echo(f"✗ {words.NO_OFFICE[language]}", err=True)
            raise typer.Exit(2) from error
        raise typer.Exit(code or 0)

    return run


def _office_command(name: str) -> Any:
    office = typer.Typer(add_completion=False)
    function = name.replace("-", "_")
    module = next(one for one in map(import_module, _OFFICE) if hasattr(one, function))
    office.command(name)(getattr(module, function))
    return typer.main.get_command(office)
