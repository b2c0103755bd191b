#!/usr/bin/env python3
"""Writes a rule set of about 70 rule files with 1,500 tokens, the size of three public styles together.

usage: make_rules.py FOLDER [TIMES]

TIMES multiplies the rules; the added ones look for words that no text has, so that the findings stay the same.
The phrases are put together from short word lists: enough to meet real prose often, and the same on every run.
"""
import itertools
import pathlib
import sys

FILES = 70
TOKENS = 1500
ADVERBS = "really very quite rather somewhat largely mostly basically actually literally clearly simply obviously hopefully arguably virtually".split()
ADJECTIVES = "important unique total basic serious massive huge perfect crucial final actual potential major sudden".split()
VERBS = "make take give put bring keep hold".split()
OBJECTS = "a decision;an effort;use of;a choice;an attempt;into account;a mention of;in place;to light;an eye on".split(";")
OPENERS = "in order to;due to the fact that;at this point in time;for the purpose of;with regard to;in the event that;the fact that;a number of;as to whether;in terms of".split(";")
SINGLES = "utilize leverage synergy robust seamless impactful going-forward paradigm stakeholders deliverables guru ninja rockstar aforementioned heretofore irregardless firstly however whilst amongst thusly orientate".split()
SWAPS = {"utilise": "use", "commence": "begin", "terminate": "end", "purchase": "buy", "assist": "help", "attempt": "try", "prior to": "before", "subsequent to": "after", "approximately": "about", "sufficient": "enough", "numerous": "many", "individuals": "people", "obtain": "get", "require": "need", "demonstrate": "show"}


def phrases():
    """Distinct phrases, the common ones first."""
    yield from OPENERS
    yield from SINGLES
    yield from (f"{adverb} {adjective}" for adverb, adjective in itertools.product(ADVERBS, ADJECTIVES))
    yield from (f"{verb} {thing}" for verb, thing in itertools.product(VERBS, OBJECTS))
    yield from (f"not {adverb} {adjective}" for adverb, adjective in itertools.product(ADVERBS, ADJECTIVES))
    yield from (f"{verb} (?:the|an?) {adjective} {noun}" for verb, adjective, noun in itertools.product(VERBS, ADJECTIVES, "step move change push case bid point look turn plan".split()))


def write(path, lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1])
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder.mkdir(parents=True, exist_ok=True)
    tokens = list(itertools.islice(phrases(), TOKENS - len(SWAPS)))
    for copy, index in itertools.product(range(times), range(FILES - 1)):
        own = tokens[index :: FILES - 1]
        if copy:
            own = [f"{token} zq{copy}x{index}" if number % 2 else f"zq{copy}x{index}y{number}" for number, token in enumerate(own)]
        write(folder / f"Phrase{copy:02}{index:02}.yml", ["extends: existence", "message: \"reconsider '%s'\"", "ignorecase: true", "level: suggestion", "tokens:", *(f"  - '{token}'" for token in own)])
    write(folder / "Plain.yml", ["extends: substitution", "message: \"write '%s' for '%s'\"", "ignorecase: true", "level: suggestion", "swap:", *(f"  {key}: {value}" for key, value in SWAPS.items())])


if __name__ == "__main__":
    main()
