"""What the commands that work on files do, with no database and no network."""

import json
import sys
from argparse import Namespace
from typing import Any

from app.errors import Invalid
from app.terminal import counter, tell


def train(args: Namespace) -> int:
    """Make a model bundle and its card from a labelled file."""
    from app.bitmaps import draw_bitmaps
    from app.services.amounts import train_amounts
    from app.services.learning import train_file

    options = _learning(args) | {"key": args.sign}
    if args.severity:
        made = train_amounts(_labelled(args), args.out, **options)
    else:
        options |= {
            "verifiable": tuple(args.verifiable),
            "group": args.group,
            "search": args.search,
        }
        made = train_file(_labelled(args), args.out, **options)
        draw_bitmaps(args.out.with_name(f"{args.out.name}.card"))
    tell(made.notes)
    print(f"Learned from {_claims(made.claims)} in {made.seconds:.1f} s: {args.out}")
    return 0


def evaluate(args: Namespace) -> int:
    """Cross-validate the whole pipeline on a labelled file."""
    from app.services.amounts import evaluate_amounts
    from app.services.learning import evaluate_file

    options = _learning(args) | {"folds": args.folds}
    if args.severity:
        result = evaluate_amounts(_labelled(args), **options)
    else:
        options |= {"time_column": args.time_column, "compare": args.compare}
        options |= {"search": args.search}
        result = evaluate_file(_labelled(args), **options)
    tell(result.notes)
    print(json.dumps(result.figures) if args.json else result.summary())
    return 0


def estimate(args: Namespace) -> int:
    """Estimate what the claims of a file may settle for."""
    from app.services.amounts import estimate_file

    report = estimate_file(args.file, args.model, args.out, trust=args.trust)
    tell(report.notes)
    print(f"Estimated {_claims(report.scored)} in {report.seconds:.1f} s: {args.out}")
    return 0


def revise(args: Namespace) -> int:
    """Let settled claims join or leave a model, or tell what one of them moves."""
    from app.services.revisions import add_claims, dispute_claim, erase_claims

    if args.dispute:
        if not args.among:
            raise Invalid("Name a file of claims with --among, to see whose scores would change.")
        for effect in dispute_claim(args.model, args.dispute, args.among):
            print(json.dumps(effect._asdict()))
        return 0
    if not args.out:
        raise Invalid("Name the file of the revised model with --out.")
    if args.erase:
        revised = erase_claims(args.model, args.out, tuple(args.erase))
    else:
        if not args.label:
            raise Invalid("Name the column of the outcomes with --label.")
        revised = add_claims(args.model, args.out, _labelled(args))
    print(f"{revised.claims:,} claims vote, data version {revised.data_version[:12]}: {args.out}")
    return 0


def score(args: Namespace) -> int:
    """Score a file of claims with no database and no network."""
    from app.services.batches import score_file

    report = score_file(
        args.file,
        args.model,
        args.out,
        explain=args.explain,
        trust=args.trust,
        progress=counter("score"),
    )
    tell(report.notes)
    print(f"Scored {_claims(report.scored)} in {report.seconds:.1f} s: {args.out}")
    return 0


def replay(args: Namespace) -> int:
    """Reproduce the stored scores of a scored file."""
    from app.services.replays import replay_file

    outcome = replay_file(args.file, args.model, progress=counter("replay"))
    if outcome.difference:
        print(outcome.difference, file=sys.stderr)
        return 1
    print(f"All {outcome.replayed:,} scores reproduced exactly.")
    return 0


def _labelled(args: Namespace) -> Any:
    from app.services.learning import LabelledFile

    return LabelledFile(
        args.file,
        label=args.label,
        positive=args.positive,
        id_column=args.id,
        drop=tuple(args.drop),
    )


def _learning(args: Namespace) -> dict[str, Any]:
    """Return the options that training and evaluation share."""
    return {
        "allow_protected": args.allow_protected,
        "seed": args.seed,
        "progress": counter(args.verb),
    }


def _claims(count: int) -> str:
    return f"{count:,} claim" if count == 1 else f"{count:,} claims"
