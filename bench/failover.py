"""Measures this project's daemon and keepalived in turn and prints a table of medians, spreads and ratios."""

import argparse
import os
import platform
import signal
import statistics
import sys
import time

import measures
from testnet import HERE, LabError, Program

ROOT = os.path.dirname(HERE)
OURS = os.path.join(ROOT, "packaging", "target", "image", "bin", "keepalived")
LATEST = os.path.join(HERE, "results", "latest.md")
ROUNDS = 5
MEMORY_ROUNDS = 2
CPU_ROUNDS = 2
CPU_WINDOW_SECONDS = 10
QUICK_CPU_WINDOW_SECONDS = 4
RELOAD_WINDOW_SECONDS = 6

ROWS = [
    (1, "takeover", "master's death to the backup's first advert, 1 VIP", "ms"),
    (2, "garps", "master's death to the last of 1000 VIPs' first GARP", "ms"),
    (2, "garps-detailed", "the same with `-D`", "ms"),
    (3, "cpu-master-1", "CPU of a master, 1000 instances, adverts each 1 s", "% of a core"),
    (3, "cpu-backup-1", "CPU of a backup, 1000 instances, adverts each 1 s", "% of a core"),
    (3, "cpu-master-0.1", "CPU of a master, 1000 instances, adverts each 100 ms", "% of a core"),
    (3, "cpu-backup-0.1", "CPU of a backup, 1000 instances, adverts each 100 ms", "% of a core"),
    (4, "start", "start (exec) to the first advert, priority 255", "ms"),
    (4, "ready", "start (exec) to READY=1, which ends `systemctl start`", "ms"),
    (5, "memory", "PSS with one instance, 5 s after the start", "MiB"),
    (6, "load", "reading 19,006 lines, 1000 instances with 10 VIPs each, beyond the start", "ms"),
    (7, "cpu-idle", "CPU of an idle backup, 1 instance, adverts each 1 s", "% of a core"),
    (8, "routes", "master's death to the last of 200 routes and 200 VIPs' first GARP", "ms"),
    (9, "reload-late", "reload that changes a comment, 1000 masters with 10 VIPs each: the latest advert", "ms"),
    (9, "reload-cpu", "CPU time of that reload and the seconds after it", "ms"),
]


def measure(number, variant, program, round_number, window_seconds):
    match number, variant:
        case 1, _:
            return measures.takeover(program)
        case 2, detailed:
            return measures.takeover_of_many(program, detailed)
        case 3, interval:
            return measures.processor(program, interval, window_seconds)
        case 4, with_memory:
            return measures.start_and_memory(program, with_memory and round_number < MEMORY_ROUNDS)
        case 6, _:
            return measures.load(program)
        case 7, _:
            return measures.idle_processor(program, window_seconds)
        case 8, _:
            return measures.takeover_with_routes(program)
        case 9, _:
            return measures.reload(program, RELOAD_WINDOW_SECONDS)
    raise ValueError(number)


def plan(only, rounds):
    """The measurements to take: number, variant, rounds."""
    steps = []
    if 1 in only:
        steps.append((1, None, rounds))
    if 2 in only:
        steps += [(2, False, rounds), (2, True, rounds)]
    if 4 in only or 5 in only:
        steps.append((4, 5 in only, rounds))
    if 6 in only:
        steps.append((6, None, rounds))
    if 8 in only:
        steps.append((8, None, rounds))
    if 9 in only:
        steps.append((9, None, min(rounds, CPU_ROUNDS)))
    if 7 in only:
        steps.append((7, None, min(rounds, CPU_ROUNDS)))
    if 3 in only:
        steps += [(3, 1, min(rounds, CPU_ROUNDS)), (3, 0.1, min(rounds, CPU_ROUNDS))]
    return steps


class Results:
    def __init__(self, programs):
        self.figures = {program.name: {} for program in programs}
        self.failures = []

    def add(self, program, figures):
        for name, value in figures.items():
            self.figures[program.name].setdefault(name, []).append(value)

    def cell(self, program, name):
        values = self.figures[program.name].get(name)
        if not values:
            return "not measured"
        return "%s (%s to %s)" % (short(statistics.median(values)), short(min(values)), short(max(values)))

    def ratio(self, ours, theirs, name):
        both = [self.figures[program.name].get(name) for program in (ours, theirs)]
        if not all(both):
            return "-"
        over, under = (statistics.median(values) for values in both)
        return "%.2f" % (over / under) if under > 0 else "-"


def short(value):
    return "%.2f" % value if abs(value) < 10 else "%.1f" % value if abs(value) < 100 else "%.0f" % value


def table(results, ours, theirs, only):
    lines = ["| | measured | %s | %s | ratio |" % (ours.name, theirs.name), "|---|---|---:|---:|---:|"]
    for number, name, text, unit in ROWS:
        if number in only:
            lines.append("| (%d) | %s, %s | %s | %s | %s |" % (number, text, unit, results.cell(ours, name),
                                                                results.cell(theirs, name), results.ratio(ours, theirs, name)))
    return "\n".join(lines)


def machine(programs):
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    lines = ["%d cores (%s), Linux %s, load at the start %.1f" % (os.cpu_count(), model, platform.release(), os.getloadavg()[0])]
    for program in programs:
        lines.append("%s: %s" % (program.name, "; ".join(program.version()) or program.path))
    return "\n".join("- " + line for line in lines)


def arguments():
    parser = argparse.ArgumentParser(prog="bench/failover", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N",
                        help="rounds of (1), (2), (4), (6), (8); at most %d of (3), (7) and (9), %d of (5) (default %d)"
                        % (CPU_ROUNDS, MEMORY_ROUNDS, ROUNDS))
    parser.add_argument("--only", default="1,2,3,4,5,6,7,8,9", metavar="1,2,...", help="the measurements to take")
    parser.add_argument("--ours", default=OURS, metavar="PATH", help="this project's launcher")
    parser.add_argument("--keepalived", default="/usr/sbin/keepalived", metavar="PATH", help="the real keepalived")
    parser.add_argument("--quick", action="store_true", help="one round, %d s of CPU time" % QUICK_CPU_WINDOW_SECONDS)
    parser.add_argument("--write", action="store_true", help="also write bench/results/latest.md")
    options = parser.parse_args()
    try:
        options.only = {int(word) for word in options.only.split(",")}
    except ValueError:
        parser.error("--only takes numbers, as in --only 1,2")
    if not options.only <= set(range(1, 10)) or options.rounds < 1:
        parser.error("there are measurements 1 to 9, and one round at least")
    if options.quick:
        options.rounds = 1
    return options


def run(options, programs, results):
    window_seconds = QUICK_CPU_WINDOW_SECONDS if options.quick else CPU_WINDOW_SECONDS
    for number, variant, rounds in plan(options.only, options.rounds):
        for round_number in range(rounds):
            # Who goes first alternates, so that neither always finds the machine as the other left it.
            for program in programs if round_number % 2 == 0 else reversed(programs):
                try:
                    figures = measure(number, variant, program, round_number, window_seconds)
                    results.add(program, figures)
                    text = "  ".join("%s %s" % (name, short(value)) for name, value in figures.items())
                except LabError as e:
                    results.failures.append("(%d) %s, round %d: %s" % (number, program.name, round_number + 1, e))
                    text = "FAILED: %s" % e
                print("  round %d of %d  %-12s %s" % (round_number + 1, rounds, program.name, text), file=sys.stderr, flush=True)


def interrupt(*_):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


def main():
    options = arguments()
    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    try:
        ours, theirs = Program("jkeepalived", options.ours), Program("keepalived", options.keepalived)
    except LabError as e:
        sys.exit("bench/failover: %s" % e)
    results = Results((ours, theirs))
    start = time.monotonic()
    header = machine((ours, theirs))
    try:
        run(options, [ours, theirs], results)
    except KeyboardInterrupt:
        sys.exit(130)
    text = "%s\n\n%s\n\nMedian (least to most) of %d rounds; ratio = %s / %s. Taken in one run of %.0f s.\n" % (
        header, table(results, ours, theirs, options.only), options.rounds, ours.name, theirs.name, time.monotonic() - start)
    if results.failures:
        text += "\nFailed:\n\n" + "\n".join("- " + failure.replace("\n", "\n  ") for failure in results.failures) + "\n"
    print(text)
    if options.write:
        os.makedirs(os.path.dirname(LATEST), exist_ok=True)
        with open(LATEST, "w") as file:
            file.write("# bench/failover\n\n" + text)
    sys.exit(1 if results.failures else 0)


if __name__ == "__main__":
    main()
