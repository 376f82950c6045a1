"""A model comes from its file only whole, vouched for, and agreeing with its golden claims."""

from pathlib import Path
from typing import Protocol, TypeVar

from app.errors import BadModel
from app.ml import bundle
from app.ml.signature import require_signature


class Bundled(Protocol):
    """What a model must be able to say of itself."""

    def require_coherence(self) -> None:
        """Raise ValueError unless all parts speak of the same columns and claims."""

    def golden_agree(self) -> bool:
        """Tell whether this machine answers the golden claims as the training machine did."""


M = TypeVar("M", bound=Bundled)


def load(kind: type[M], path: Path | str, *, trusted: bytes | None = None) -> M:
    """Return the model of this *kind* in a bundle's file.

    Raises BadModel if the file is damaged or foreign, if this machine would answer the model's
    golden claims otherwise than the machine that trained it, or if *trusted*, a public key as PEM,
    is given and its owner did not sign the model.
    """
    data = bundle.read(Path(path))
    if trusted is not None:
        require_signature(data, trusted)
    model, seal = bundle.unpack(data, kind)
    vars(model)["model_id"] = seal
    try:
        model.require_coherence()
        agrees = model.golden_agree()
    except Exception as error:
        raise BadModel("This model is damaged; please get it again from its source.") from error
    if not agrees:
        raise BadModel("This machine answers differently from the one that trained this model.")
    return model
