"""The figures of a model's card, read back from its text."""

import re

_ROW = re.compile(r"^\| ([^|]+) \| ([\d.]+)(%?) \|$", re.MULTILINE)
_NAMES = {
    "ROC-AUC": "roc_auc",
    "Average precision": "average_precision",
    "Found when 5% are reviewed": "recall_at_5pct",
    "Found when 10% are reviewed": "recall_at_10pct",
    "Brier score": "brier",
    "Calibration error": "ece",
}


def card_figures(card: str) -> dict[str, float]:
    """Return the quality that *card* tells, shares in 0–1."""
    return {
        _NAMES[name]: float(value) / (100 if percent else 1)
        for name, value, percent in _ROW.findall(card.replace(" %", "%"))
        if name in _NAMES
    }
