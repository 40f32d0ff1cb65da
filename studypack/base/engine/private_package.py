"""A second copy of a package, loaded for this program alone."""

import builtins
import sys
from collections.abc import Mapping, Sequence
from importlib.util import module_from_spec, resolve_name
from threading import RLock
from types import ModuleType
from typing import Any


class PrivatePackage:
    """A package whose modules import each other from this copy, never from `sys.modules`.

    The process's own copy of the package is neither used nor changed: settings and patches in one do not reach the
    other.
    """

    def __init__(self, package: str, in_place: Mapping[str, ModuleType]) -> None:
        """`in_place` maps names of modules to replacements that the package gets when it imports them."""
        self._package = package
        self._modules = dict(in_place)
        self._loading = RLock()
        # An import statement calls the `__import__` of its module's `__builtins__`.
        self._builtins = {**vars(builtins), "__import__": self._import}

    def module(self, name: str) -> ModuleType:
        """Return a module of the package; it is loaded on first use. Raises ImportError."""
        with self._loading:
            if name not in self._modules:
                self._load(name)
        return self._modules[name]

    def _load(self, name: str) -> None:
        parent, _, own = name.rpartition(".")
        places = getattr(self.module(parent), "__path__", ()) if parent else None
        found = (finder.find_spec(name, places) for finder in sys.meta_path)
        spec = next((each for each in found if each is not None), None)
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        module = self._modules[name] = module_from_spec(spec)
        vars(module)["__builtins__"] = self._builtins
        try:
            spec.loader.exec_module(module)
        except BaseException:
            del self._modules[name]
            raise
        if parent:
            setattr(self.module(parent), own, module)

    def _import(
        self,
        name: str,
        globals: Mapping[str, Any] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        """Do what `builtins.__import__` does, but take the package's own modules from this copy."""
        whole = resolve_name("." * level + name, (globals or {})["__package__"]) if level else name
        if whole.partition(".")[0] != self._package and whole not in self._modules:
            return builtins.__import__(name, globals, locals, fromlist or (), level)
        module = self.module(whole)
        if not fromlist:
            return self._modules[whole.partition(".")[0]]
        for each in fromlist:
            if not hasattr(module, each) and hasattr(module, "__path__"):
                try:
                    self.module(f"{whole}.{each}")
                except ModuleNotFoundError as error:
                    if error.name != f"{whole}.{each}":
                        raise
        return module
