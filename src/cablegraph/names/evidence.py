"""What an alignment of two names says for and against one person, as a few numbers.

The findings behind them: the worst-aligned part decides, not the average; a part that both sides have and that differs weighs far more than a
part that one side leaves out; a missing first part is another person (father and child), a missing middle or last part usually is not;
meeting a rare part says much, meeting "Mohammad" little. The weights of the numbers are ``data/weights.yml``; ``compare`` adds them up.

The trap: parts left over on both sides *in the same place* conflict; parts left over in different places are two omissions.
"""

from __future__ import annotations

from cablegraph.names.align import Alignment
from cablegraph.names.lexicon import COMMONEST
from cablegraph.names.parts import Part

FEATURES = (
    "bias", "evidence", "worst", "last_loss", "conflict", "conflict_more", "conflict_first", "conflict_last",
    "omit_first", "omit_prefix", "omit_middle", "omit_last", "one_met", "one_part", "turned", "other_form",
)  # fmt: skip

CLEAR_LOSS = 0.1
"""Loss of a pair (1 - likeness) beyond which it is rather another name than another spelling."""


DOUBLE = 1.5
"""How much more a missing first half of a double name (Mohammad-Reza, Reza) counts than a missing first name."""


def _form(parts: tuple[Part, ...], run: tuple[int, int]) -> tuple[str, str]:
    return (parts[run[0]].head, parts[run[1] - 1].tail)


def weigh(alignment: Alignment) -> tuple[float, ...]:
    """The numbers named in ``FEATURES`` for one alignment."""
    a, b, met = alignment.a, alignment.b, alignment.met
    conflict = conflict_more = omit_first = omit_prefix = omit_middle = omit_last = 0.0
    conflict_first = conflict_last = 0.0
    at_a = at_b = 0
    for number in range(len(met) + 1):
        last = number == len(met)
        end_a, end_b = (len(a), len(b)) if last else (met[number].a[0], met[number].b[0])
        left_a = sum([p.mass for p in a[at_a:end_a]])
        left_b = sum([p.mass for p in b[at_b:end_b]])
        if not left_a and not left_b:
            at_a, at_b = (0, 0) if last else (met[number].a[1], met[number].b[1])
            continue
        both = min(left_a, left_b)
        one = max(left_a, left_b) - both
        if both >= 0.25:
            conflict += min(both, 1.0)
            conflict_more += max(0.0, both - 1.0)
            conflict_first += number == 0
            conflict_last += last
        if number == 0:
            parts = a if left_a > left_b else b
            single = end_a - at_a + end_b - at_b == 1
            double = bool(one) and len(parts) > 1 and parts[1].linked
            if single and parts[0].weight <= COMMONEST and not double:
                omit_prefix += one
            else:
                omit_first += one * (DOUBLE if double else 1.0)
        elif last:
            omit_last += one
        else:
            omit_middle += one
        if not last:
            at_a, at_b = met[number].a[1], met[number].b[1]
    strong = [m for m in met if m.weight > 0.2]
    losses = [1 - m.likeness for m in strong] or [0.3]
    evidence = sum([m.weight * max(0.0, 1 - (1 - m.likeness) * 4) for m in met])
    lasts = [1 - m.likeness for m in met if m.a[1] == len(a) and m.b[1] == len(b)]
    return (
        1.0,
        min(evidence, 3.0),
        max(0.0, max(losses) - CLEAR_LOSS),
        lasts[0] if lasts else 0.3,
        conflict,
        conflict_more,
        conflict_first,
        conflict_last,
        min(omit_first, 2.0),
        omit_prefix,
        min(omit_middle, 3.0),
        min(omit_last, 3.0),
        float(len(strong) == 1),
        float(min(sum([p.mass for p in a]), sum([p.mass for p in b])) <= 1.3),
        float(alignment.turned),
        float(sum([_form(a, m.a) != _form(b, m.b) for m in met])),
    )
