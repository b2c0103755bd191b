#!/usr/bin/env python3
"""Times the published program beside write-good, whole processes in turns, and prints a table in Markdown.

usage: compare.py CORPUS [--rounds N] [--megabytes N] [--work FOLDER] [--only PART]

CORPUS is a folder of .txt articles. Needs dotnet, node and npm. write-good comes from npm at an exact version and the program
from dotnet publish, both into the work folder (a temporary one unless said; what is there is used again).
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WRITE_GOOD = "1.0.8"


def run(command, folder):
    """Wall seconds, CPU seconds and peak MB of one process; findings are no failure, faults of the tool are."""
    begin = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    code = os.waitstatus_to_exitcode(status)
    if code < 0 or (command[0].endswith("rulesengine") and code > 1):
        sys.exit(f"compare: {' '.join(command[:4])} … ended with {code}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def in_turns(commands, folder, rounds):
    """Runs A B A B …; one list of measurements a command."""
    taken = [[] for _ in commands]
    for _ in range(rounds):
        for index, command in enumerate(commands):
            taken[index].append(run(command, folder))
    return taken


class Figures:
    def __init__(self, taken):
        walls, cpus = sorted(each[0] for each in taken), sorted(each[1] for each in taken)
        self.wall, self.cpu = walls[0], cpus[0]
        self.wall_median, self.cpu_median = walls[len(walls) // 2], cpus[len(cpus) // 2]
        self.memory = max(each[2] for each in taken)


def show(name, figures, base=None, ratio=""):
    print(f"| {name} | {figures.wall:.3f} / {figures.wall_median:.3f} | {figures.cpu:.3f} / {figures.cpu_median:.3f} | {figures.memory:.0f} | {ratio or (f'wall {figures.wall / base.wall:.2f}x, CPU {figures.cpu / base.cpu:.2f}x' if base else '')} |", flush=True)


def prepare(work):
    peer = work / "peer"
    if not (peer / "node_modules").exists():
        peer.mkdir(parents=True, exist_ok=True)
        (peer / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", f"write-good@{WRITE_GOOD}"], cwd=peer, check=True, stdout=subprocess.DEVNULL)
    published = work / "published"
    if not (published / "rulesengine").exists():
        subprocess.run(["dotnet", "publish", str(ROOT / "src/RulesEngine.Cli"), "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-o", str(published), "-v", "q"], check=True, stdout=subprocess.DEVNULL)
    return ["node", str(peer / "node_modules/write-good/bin/write-good.js")], [str(published / "rulesengine"), "check", "--format", "json"]


def make_rules(work, name, times):
    folder = work / name
    (folder / "bench").mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, str(HERE / "make_rules.py"), str(folder / "bench"), str(times)], check=True)
    configuration = folder / "rulesengine.yml"
    configuration.write_text("rulesets: [./bench]\nplugins: [Sourcing: off, Framing: off]\n", encoding="utf-8")
    return ["--config", str(configuration)]


def repeat_corpus(articles, folder, megabytes):
    """Copies of the articles as they are, one folder a round, until the size is reached."""
    if folder.exists():
        return
    texts = [(path.name, path.read_bytes()) for path in articles]
    size, copy = 0, 0
    while size < megabytes * 1_000_000:
        target = folder / f"{copy:03}"
        target.mkdir(parents=True)
        for name, data in texts:
            (target / name).write_bytes(data)
            size += len(data)
        copy += 1


def one_article(peer, own, articles, work, rounds):
    article = str(min(articles, key=lambda path: abs(len(path.read_text(encoding="utf-8").split()) - 500)))
    rules = make_rules(work, "rules1", 1)
    theirs, ours, only_rules = map(Figures, in_turns([[*peer, article], [*own, article], [*own, *rules, article]], work, rounds))
    show("one article of 500 words: write-good", theirs)
    show("one article: everything on", ours, theirs)
    show("one article: rules only", only_rules, theirs)


def corpus(peer, own, articles, work, rounds):
    files = [str(path) for path in articles]
    theirs, ours = map(Figures, in_turns([[*peer, *files], [*own, str(articles[0].parent)]], work, rounds))
    show(f"{len(files)} articles: write-good", theirs)
    show(f"{len(files)} articles: everything on", ours, theirs)


def rules_only(peer, own, articles, work, rounds, megabytes):
    folder = work / f"repeated{megabytes}"
    repeat_corpus(articles, folder, megabytes)
    once, tenfold = make_rules(work, "rules1", 1), make_rules(work, "rules10", 10)
    files = [str(path) for path in articles]
    theirs, few, ours, more = map(Figures, in_turns([[*peer, *files], [*own, *once, *files], [*own, *once, str(folder)], [*own, *tenfold, str(folder)]], work, rounds))
    part = sum(os.path.getsize(path) for path in articles) / 1e6
    size = sum(path.stat().st_size for path in folder.rglob("*.txt")) / 1e6
    show(f"{part:.1f} MB: write-good", theirs, ratio=f"{part / theirs.cpu:.2f} MB/s")
    show(f"{part:.1f} MB: rules only", few, ratio=f"{part / few.cpu:.1f} MB/s")
    show(f"{size:.0f} MB: rules only", ours, ratio=f"{size / ours.cpu:.1f} MB/s, {(size / ours.cpu) / (part / theirs.cpu):.0f}x the throughput")
    show(f"{size:.0f} MB: ten times the rules", more, ratio=f"CPU {more.cpu / ours.cpu:.2f}x of once")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--only", choices=["article", "corpus", "rules"])
    said = parser.parse_args()
    articles = sorted(said.corpus.resolve().glob("*.txt"))
    if not articles:
        sys.exit(f"compare: no .txt file in {said.corpus}")
    work = (said.work or pathlib.Path(tempfile.mkdtemp(prefix="compare-"))).resolve()
    work.mkdir(parents=True, exist_ok=True)
    peer, own = prepare(work)
    print("| what | wall s, best / median | CPU s, best / median | peak MB | beside write-good |")
    print("|---|---|---|---|---|", flush=True)
    if said.only in (None, "article"):
        one_article(peer, own, articles, work, said.rounds)
    if said.only in (None, "corpus"):
        corpus(peer, own, articles, work, said.rounds)
    if said.only in (None, "rules"):
        rules_only(peer, own, articles, work, said.rounds, said.megabytes)


if __name__ == "__main__":
    main()
