"""Fail when a part of the runtime lock may only be had under the GPL or AGPL."""

import re
import sys
from importlib import metadata
from pathlib import Path

FORBIDDEN = re.compile(r"\b(A?GPL|GNU (Affero )?General Public)", re.IGNORECASE)
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
EXPRESSION = re.compile(r"\(|\)|\bAND\b|\bOR\b|(?:(?!\bAND\b|\bOR\b)[^()])+")


def licence(name: str) -> str:
    """Return the licence a part declares: SPDX, else its classifiers, else its words."""
    declared = metadata.metadata(name)
    classifiers = [text for text in declared.get_all("Classifier", []) if "License ::" in text]
    names = [text.rsplit(" :: ", 1)[1].translate({40: None, 41: None}) for text in classifiers]
    return (
        declared.get("License-Expression")
        or " AND ".join(names)
        or (declared.get("License") or "").strip().partition("\n")[0]
    )


def allowed(expression: str) -> bool:
    """Evaluate an SPDX expression: of OR one side must be free of the GPL, of AND both."""
    tokens = [token.strip() for token in EXPRESSION.findall(expression) if token.strip()]
    return bool(tokens) and _either(tokens)


def _either(tokens: list[str]) -> bool:
    verdict = _both(tokens)
    while tokens and tokens[0] == "OR":
        tokens.pop(0)
        verdict = _both(tokens) or verdict
    return verdict


def _both(tokens: list[str]) -> bool:
    verdict = _one(tokens)
    while tokens and tokens[0] == "AND":
        tokens.pop(0)
        verdict = _one(tokens) and verdict
    return verdict


def _one(tokens: list[str]) -> bool:
    word = tokens.pop(0)
    if word != "(":
        return not FORBIDDEN.search(word)
    verdict = _either(tokens)
    tokens.pop(0)
    return verdict


def main(lock: Path) -> int:
    """Print every part that may not be shipped, and return how many there are."""
    names = sorted({name for name, _version in PINNED.findall(lock.read_text("utf-8"))})
    refused = elsewhere = 0
    for name in names:
        try:
            declared = licence(name)
        except metadata.PackageNotFoundError:
            elsewhere += 1
            continue
        if not allowed(declared):
            refused += 1
            print(f"{name}: {declared or 'declares no licence'}")
    print(f"{len(names)} parts, {refused} refused, {elsewhere} for other systems")
    return min(refused, 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
