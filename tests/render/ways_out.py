"""Follows, through a module that draws, where the texts it gives out come from.

What is given out must be a text of the program's own, a number, or what an escaping function returned; put together in
any way. Anything else is reported with its line.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

import peercert.render

FOLDER = Path(peercert.render.__file__).parent
_NUMBERS = {"len", "int", "sum", "min", "max", "range", "number", "isoformat"}
"""Functions that give numbers and days."""

_KEEP = {"join", "format", "strip", "rstrip", "lstrip", "upper", "lower", "capitalize", "removesuffix"}
_KEEP |= {"splitlines", "rjust", "read", "items"}
"""Methods that give a text, or what holds texts, back with nothing new in it."""

_THROUGH = {"str", "tuple", "list", "dict", "iter", "filter", "zip", "reversed", "sorted", "enumerate", "fromkeys"}
_THROUGH |= {"paint", "fit", "row", "Later", "Part"}
"""Functions that hand on what they are given."""

Function = ast.FunctionDef


class Module:
    """One module.

    Args:
        name: Its name.
        escaping: Functions and methods that may be given any text.
        drawn: Names that hold what was drawn before: parameters, and fields of parameters.
    """

    def __init__(self, name: str, escaping: AbstractSet[str], drawn: AbstractSet[str] = frozenset()) -> None:
        self._escaping, self._drawn = escaping, drawn
        self._tree = ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8"))
        self._functions = {one.name: one for one in ast.walk(self._tree) if isinstance(one, Function)}
        self._seen: set[str] = set()

    def leaks(self, *entries: str) -> list[str]:
        """Return what functions give out that is not known to be harmless."""
        return [leak for entry in entries for leak in self._function(entry)]

    def _function(self, name: str) -> Iterator[str]:
        if name in self._seen:
            return
        self._seen.add(name)
        here = Scope(self, self._functions[name])
        for node in here.nodes:
            if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom) and node.value is not None:
                yield from here.judge(node.value)

    def call(self, name: str) -> Iterator[str] | None:
        """Judge a function of this module; None if it has none of that name."""
        if name in self._escaping:
            return iter(())
        return self._function(name) if name in self._functions else None

    def handed(self, name: str, call: ast.Call) -> Iterator[ast.expr]:
        """Give what a call hands to a function as drawn already."""
        if name in self._functions and name not in self._escaping:
            names = [one.arg for one in self._functions[name].args.args if one.arg != "self"]
            yield from (value for parameter, value in zip(names, call.args, strict=False) if parameter in self._drawn)
            yield from (one.value for one in call.keywords if one.arg in self._drawn)

    def given_to(self, name: str) -> list[str]:
        """Return what is given to a function, and is not known to be harmless."""
        found: list[str] = []
        for function in self._functions.values():
            here = Scope(self, function)
            calls = [one for one in here.nodes if isinstance(one, ast.Call) and getattr(one.func, "id", "") == name]
            found += [leak for call in calls for one in call.args for leak in here.judge(one)]
        return found

    def kept(self, attribute: str) -> Iterator[ast.expr]:
        """Give all that is ever put into a field of an object of this module."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target, value in (pair for one in targets for pair in _pairs(one, node.value)):
                    if _is_own(target, attribute):
                        yield value
            match node:
                case ast.Call(func=ast.Attribute(attr="add" | "append", value=held)) if _is_own(held, attribute):
                    yield from node.args

    def is_drawn(self, name: str) -> bool:
        """Whether a name holds what was drawn before, or is a constant of the program."""
        return name in self._drawn or name.strip("_").isupper()


class Scope:
    """One function, with what its names are given."""

    def __init__(self, module: Module, function: Function) -> None:
        self._module, self._open = module, set[str]()
        self.nodes = list(ast.walk(function))
        self._given: dict[str, list[ast.expr]] = {}
        for node in self.nodes:
            for target, value in _assigned(node):
                self._given.setdefault(target, []).append(value)

    def judge(self, node: ast.expr) -> Iterator[str]:
        """Give what in an expression is not known to be harmless."""
        match node:
            case ast.Constant() | ast.Compare() | ast.UnaryOp() | ast.BinOp(left=ast.Constant(), op=ast.Mult()):
                return  # the last: blanks, as many as are needed
            case ast.Call():
                yield from self._call(node)
            case ast.Name():
                yield from self._name(node)
            case ast.Attribute():
                yield from self._attribute(node)
            case _:
                parts = _parts(node)
                yield from self._all(parts) if parts is not None else iter((_place(node),))

    def _all(self, nodes: Iterable[ast.expr]) -> Iterator[str]:
        for one in nodes:
            yield from self.judge(one)

    def _call(self, node: ast.Call) -> Iterator[str]:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        judged = self._module.call(name)
        if judged is not None:
            yield from judged
            yield from self._all(self._module.handed(name, node))
        elif name == "map":
            yield from self._mapped(node)
        elif isinstance(node.func, ast.Attribute) and name in _KEEP:
            yield from self._all((node.func.value, *node.args))
        elif name in ("get", "translate") and isinstance(node.func, ast.Attribute):
            yield from self.judge(node.func.value)
        elif name in _THROUGH:
            yield from self._all(node.args)
        elif name not in _NUMBERS:
            yield _place(node)

    def _mapped(self, node: ast.Call) -> Iterator[str]:
        function, *things = node.args
        name = str(getattr(function, "attr", None) or getattr(function, "id", ""))
        judged = self._module.call(name)
        yield from judged if judged is not None else self._all(things) if name == "str" else iter((_place(node),))
        yield from self._all(self._module.handed(name, ast.Call(function, things, [])))

    def _name(self, node: ast.Name) -> Iterator[str]:
        if self._module.is_drawn(node.id) or node.id in self._open:
            return
        if node.id not in self._given:
            yield _place(node)
            return
        self._open.add(node.id)
        yield from self._all(self._given[node.id])

    def _attribute(self, node: ast.Attribute) -> Iterator[str]:
        if self._module.is_drawn(node.attr):
            return
        if isinstance(node.value, ast.Name) and node.value.id == "self":
            kept = list(self._module.kept(node.attr))
            yield from self._all(kept) if kept else iter((_place(node),))
        else:
            yield _place(node)


def _parts(node: ast.expr) -> list[ast.expr] | None:
    """Return the expressions that one is put together from; None where it is not known how."""
    match node:
        case ast.JoinedStr(values=values):
            return [one.value for one in values if isinstance(one, ast.FormattedValue)]
        case ast.BinOp(left=left, right=right) | ast.IfExp(body=left, orelse=right):
            return [left, right]
        case ast.BoolOp(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Dict(values=parts):
            return parts
        case ast.Starred(value=part) | ast.Subscript(value=part) | ast.GeneratorExp(elt=part) | ast.ListComp(elt=part):
            return [part]
        case _:
            return None


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Give the names that a statement or a loop gives something to."""
    pairs: list[tuple[ast.expr, ast.expr]] = []
    match node:
        case ast.Assign():
            pairs = [pair for one in node.targets for pair in _pairs(one, node.value)]
        case ast.AnnAssign() if node.value is not None:
            pairs = [(node.target, node.value)]
        case ast.AugAssign() | ast.NamedExpr():
            pairs = [(node.target, node.value)]
        case ast.For() | ast.comprehension():
            pairs = list(_looped(node.target, node.iter))
        case ast.Call(func=ast.Attribute(value=ast.Name() as held, attr="append")):
            pairs = [(held, one) for one in node.args]
    for target, value in pairs:
        if isinstance(target, ast.Name):
            yield target.id, value


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Give each name with what it is given."""
    if isinstance(target, ast.Tuple):
        several = value.elts if isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts) else None
        for number, one in enumerate(target.elts):
            inner = one.value if isinstance(one, ast.Starred) else one
            yield from _pairs(inner, several[number] if several else value)
    else:
        yield target, value


def _looped(target: ast.expr, values: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Give the names of a loop with what runs through them; the first of `enumerate` is a number."""
    counts = isinstance(values, ast.Call) and getattr(values.func, "id", "") == "enumerate"
    if counts and isinstance(target, ast.Tuple) and isinstance(values, ast.Call):
        yield target.elts[0], ast.Constant(0)
        yield from _pairs(target.elts[1], values.args[0])
    else:
        yield from _pairs(target, values)


def _is_own(node: ast.expr, attribute: str) -> bool:
    if isinstance(node, ast.Subscript):
        return _is_own(node.value, attribute)
    return isinstance(node, ast.Attribute) and node.attr == attribute and getattr(node.value, "id", "") == "self"


def _place(node: ast.expr) -> str:
    return f"line {node.lineno}: {ast.unparse(node)}"
