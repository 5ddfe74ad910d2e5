"""The Kit: everything a stage may use besides its records. Frozen knowledge, language tables, models, settings.

A stage is a pure function of (records, kit). A kit can be pickled; models then load again, on first use, where it
arrives. What a stage derives from the tables (a compiled lexicon, an automaton) it asks for through `Kit.compiled`, so
that it is made once a process and never sits in a module global.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman.errors import SettingsError
from dragoman.knowledge.gazetteer import Gazetteer, load_gazetteer
from dragoman.knowledge.load import Knowledge, load_knowledge
from dragoman.languages.load import Language, load_languages
from dragoman.languages.parser import load_parser
from dragoman.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language as Model

Made = TypeVar("Made")


class Kit:
    """Knowledge, languages, models and settings, as the stages see them."""

    def __init__(self, knowledge: Knowledge, languages: dict[str, Language], settings: Settings) -> None:
        self.knowledge = knowledge
        self.languages = languages
        self.settings = settings
        self._made: dict[tuple[Any, ...], Any] = {}

    def compiled(self, make: Callable[..., Made], *arguments: Any) -> Made:
        """Return `make(kit, *arguments)`, made once and kept. `make` must be a pure module-level function."""
        key = (make.__module__, make.__qualname__, *arguments)
        if key not in self._made:
            self._made[key] = make(self, *arguments)
        made: Made = self._made[key]
        return made

    def model(self, code: str) -> Model:
        """Return the spaCy model of a language that is read, loading it on first use (1 to 9 seconds)."""
        return self.compiled(_load_model, code)

    def cities(self) -> Gazetteer:
        """Return the cities of the world, read on first use."""
        return self.compiled(_load_cities)

    def __getstate__(self) -> dict[str, Any]:
        return {"knowledge": self.knowledge, "languages": self.languages, "settings": self.settings, "_made": {}}


def _load_cities(kit: Kit) -> Gazetteer:
    return load_gazetteer(kit.knowledge)


def _load_model(kit: Kit, code: str) -> Model:
    name = str(getattr(kit.settings, f"model_{code}"))
    try:
        return load_parser(name)
    except (ImportError, OSError, AttributeError) as error:
        raise SettingsError(
            f"the {code} model {name!r} cannot be loaded ({error}); "
            f"install that package, or set model_{code} to an installed spaCy model or its folder"
        ) from error


def load_kit(settings: Settings | None = None) -> Kit:
    """Load knowledge, languages and settings once. Models load on first use; call `Kit.model` to load one early.

    Raises:
        KnowledgeError: the tables have faults; all are listed.
    """
    settings = settings or Settings()
    folder = Path(settings.knowledge) if settings.knowledge else None
    knowledge = load_knowledge(folder)
    return Kit(knowledge, load_languages(folder, {*knowledge.entities, *knowledge.places}), settings)
