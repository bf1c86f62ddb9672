"""The measurements. Each takes a program, builds a fresh network, and returns its figures by name.

Only the wire and /proc are asked, never a log, and both programs get the same files, hosts and options.
"""

import os
import signal
import subprocess
import tempfile
import time

from configurations import (BACKUP_PRIORITY, INTERFACES, OWNER, ROUTED_VIPS, ROUTES, VIPS, VRIDS, large_config, many_instances_config,
                            many_vips_config, one_vip_config, routes_config)
from testnet import LabError, Network, wait_until
from wire import Capture, RouteCapture

MASTER_MAC = "02:6b:61:00:00:01"
BACKUP_MAC = "02:6b:61:00:00:02"
MASTER_ADDRESS = "10.77.0.1"
BACKUP_ADDRESS = "10.77.0.2"
FRAMES_TOLERANCE = 0.05
LIMIT_SECONDS = 15
# Long enough to have heard a master and to have done what a daemon does after its start.
SETTLE_SECONDS = 2
# What a daemon does once, some seconds after its start, is not its idle state.
IDLE_SETTLE_SECONDS = 10


def down_interval_nanos(priority, interval_seconds, version):
    """RFC 3768 section 6.1 for version 2, where the skew does not depend on the interval; RFC 9568 section 6.1 for 3."""
    skew_seconds = (256 - priority) / 256 * (1 if version == 2 else interval_seconds)
    return round((3 * interval_seconds + skew_seconds) * 1e9)


class Pair:
    """A master with the owner's priority and a backup that has heard it for {settle_seconds}."""

    def __init__(self, network, program, config, options, settle_seconds):
        self.master = network.boot("master", program.kept)
        self.backup = network.boot("backup", program.kept)
        self.master_port = network.plug(self.master, "eth0", MASTER_MAC, MASTER_ADDRESS + "/24")
        network.plug(self.backup, "eth0", BACKUP_MAC, BACKUP_ADDRESS + "/24")
        self.capture = Capture(network.switch)
        self.master.start(program, config(OWNER), *options)
        wait_for(self.master, lambda: self.capture.adverts(MASTER_ADDRESS), program.name + " as master sends an advert")
        self.backup.start(program, config(BACKUP_PRIORITY), *options)
        time.sleep(settle_seconds)
        if self.capture.adverts(BACKUP_ADDRESS):
            raise LabError("%s as backup takes over beside a live master" % program.name)
        if not self.backup.pids():
            raise LabError("%s as backup has ended: %s" % (program.name, describe(self.backup)))

    def first_advert_after_death(self, down_nanos):
        """Kills the master; returns when the backup was due, by the last advert heard, and its first advert."""
        self.master.kill_all()
        due = self.capture.adverts(MASTER_ADDRESS)[-1].nanos + down_nanos
        time.sleep(max(0.0, (due - time.time_ns()) / 1e9))
        first = wait_for(self.backup, lambda: self.capture.adverts(BACKUP_ADDRESS), "the backup takes over")[0]
        return due, first


def wait_for(host, condition, what):
    """As {wait_until}; a failure ends with what the host's daemon wrote last."""
    try:
        return wait_until(condition, what, LIMIT_SECONDS)
    except LabError as e:
        raise LabError("%s\n%s" % (e, describe(host))) from e


def describe(host):
    """The last lines that a host's daemon wrote, for the message of a failure."""
    # The host's first process writes its log file within this time.
    time.sleep(0.5)
    lines = []
    for name in ("console", "log"):
        try:
            with open("%s/%s" % (host.directory, name), errors="replace") as file:
                lines += file.read().splitlines()[-8:]
        except FileNotFoundError:
            continue
    return "\n".join(lines)


def takeover(program):
    """The first takeover of a backup after its start, one VIP, VRRPv2, adverts each second."""
    with Network() as network:
        pair = Pair(network, program, lambda priority: one_vip_config(2, priority, 1), (), SETTLE_SECONDS)
        due, first = pair.first_advert_after_death(down_interval_nanos(BACKUP_PRIORITY, 1, 2))
        pair.capture.close()
        return {"takeover": (first.nanos - due) / 1e6}


def takeover_of_many(program, detailed):
    """As {takeover} with 1000 VIPs, VRRPv3, adverts each 100 ms; until each VIP has been announced once."""
    with Network() as network:
        options = ("-D",) if detailed else ()
        pair = Pair(network, program, lambda priority: many_vips_config(priority, 0.1), options, SETTLE_SECONDS)
        due, _ = pair.first_advert_after_death(down_interval_nanos(BACKUP_PRIORITY, 0.1, 3))
        firsts = {}

        def all_announced():
            firsts.clear()
            for packet in pair.capture.garps(BACKUP_MAC):
                firsts.setdefault(packet.address, packet.nanos)
            time.sleep(0.1)
            return len(firsts) == VIPS

        try:
            wait_for(pair.backup, all_announced, "GARPs for %d VIPs" % VIPS)
        except LabError as e:
            raise LabError("%s; %d seen" % (e, len(firsts))) from e
        pair.capture.close()
        return {"garps-detailed" if detailed else "garps": (max(firsts.values()) - due) / 1e6}


def takeover_with_routes(program):
    """As {takeover_of_many} with 200 VIPs and 200 routes; until the kernel has each route and each VIP has been announced once."""
    with Network() as network:
        pair = Pair(network, program, lambda priority: routes_config(priority, 0.1), (), SETTLE_SECONDS)
        routes = RouteCapture(pair.backup)
        due, _ = pair.first_advert_after_death(down_interval_nanos(BACKUP_PRIORITY, 0.1, 3))
        firsts = {}

        def complete():
            for packet in pair.capture.garps(BACKUP_MAC):
                firsts.setdefault(packet.address, packet.nanos)
            time.sleep(0.1)
            return len(firsts) == ROUTED_VIPS and len(routes.added()) == ROUTES

        wait_for(pair.backup, complete, "%d VIPs and %d routes" % (ROUTED_VIPS, ROUTES))
        last = max(*firsts.values(), *routes.added().values())
        pair.capture.close()
        routes.close()
        return {"routes": (last - due) / 1e6}


def reload(program, window_seconds):
    """
    A master of 1000 instances with 10 VIPs each reads its file again, in which a comment has changed: by how much an advert is late
    at most, and the CPU time of it all.
    """
    with Network() as network:
        host = network.boot("master", program.kept)
        for index in range(INTERFACES):
            network.plug(host, "eth%d" % index, "02:6b:61:%02x:00:01" % index, "10.77.%d.1/24" % index, "br%d" % index)
        captures = [Capture(network.switch, "br%d" % index) for index in range(INTERFACES)]

        def heard():
            return [len({packet.vrid for packet in capture.adverts("10.77.%d.1" % index)}) for index, capture in enumerate(captures)]

        daemon = host.start(program, large_config("MASTER", OWNER - 1))
        wait_for(host, lambda: heard() == [VRIDS] * INTERFACES, "every instance is master")
        time.sleep(IDLE_SETTLE_SECONDS)
        for capture in captures:
            capture.drain()
            capture.seen.clear()
        time.sleep(2)
        host.write_config("# changed\n" + large_config("MASTER", OWNER - 1))
        before = host.cpu_seconds()
        daemon.signal(signal.SIGHUP)
        time.sleep(window_seconds)
        used = host.cpu_seconds() - before
        late = max(longest_gap(capture.adverts("10.77.%d.1" % index)) for index, capture in enumerate(captures)) - 1_000_000_000
        if heard() != [VRIDS] * INTERFACES or not host.pids():
            raise LabError("%s: instances that send after the reload: %s" % (program.name, heard()))
        for capture in captures:
            capture.close()
        return {"reload-late": late / 1e6, "reload-cpu": used * 1000}


def longest_gap(adverts):
    """Nanoseconds between two adverts of one instance, at most."""
    last, longest = {}, 0
    for packet in adverts:
        if packet.vrid in last:
            longest = max(longest, packet.nanos - last[packet.vrid])
        last[packet.vrid] = packet.nanos
    return longest


def start_and_memory(program, with_memory):
    """Exec to the first advert of a daemon with priority 255 and to its READY=1, and its memory 5 s after exec."""
    with Network() as network:
        host = network.boot("node", program.kept)
        network.plug(host, "eth0", MASTER_MAC, MASTER_ADDRESS + "/24")
        capture = Capture(network.switch)
        daemon = host.start(program, one_vip_config(2, OWNER, 1))
        first = wait_for(host, lambda: capture.adverts(MASTER_ADDRESS), program.name + " sends an advert")[0]
        capture.close()
        ready_nanos = wait_for(host, daemon.ready_nanos, program.name + " says READY=1")
        figures = {"start": (first.nanos - daemon.exec_nanos) / 1e6, "ready": (ready_nanos - daemon.exec_nanos) / 1e6}
        if with_memory:
            time.sleep(max(0.0, 5 - (time.time_ns() - daemon.exec_nanos) / 1e9))
            figures["memory"] = host.pss_kib() / 1024
        return figures


def idle_processor(program, window_seconds):
    """CPU of a backup with one instance that hears its master each second, in percent of one core."""
    with Network() as network:
        pair = Pair(network, program, lambda priority: one_vip_config(2, priority, 1), (), IDLE_SETTLE_SECONDS)
        before, start = pair.backup.run_nanos(), time.monotonic_ns()
        time.sleep(window_seconds)
        used, elapsed = pair.backup.run_nanos() - before, time.monotonic_ns() - start
        if pair.capture.adverts(BACKUP_ADDRESS):
            raise LabError("%s as backup takes over beside a live master" % program.name)
        pair.capture.close()
        return {"cpu-idle": used / elapsed * 100}


def processor(program, interval, window_seconds):
    """CPU of master and backup with 1000 instances in the steady state, in percent of one core."""
    with Network() as network:
        master = network.boot("master", program.kept)
        backup = network.boot("backup", program.kept)
        ports = {master: [], backup: []}
        for host, mac, number in ((master, "02:6b:61:%02x:00:01", 1), (backup, "02:6b:61:%02x:00:02", 2)):
            for index in range(INTERFACES):
                ports[host].append(network.plug(host, "eth%d" % index, mac % index, "10.77.%d.%d/24" % (index, number),
                                                "br%d" % index))

        def frames(host):
            received = network.switch.received_frames()
            return sum(received[port] for port in ports[host])

        def as_due(sent, seconds):
            """Whether that many frames are one an instance and interval; all of a daemon's adverts can go out in one burst."""
            due = INTERFACES * VRIDS * seconds / interval
            return abs(sent - due) <= INTERFACES * VRIDS + due * FRAMES_TOLERANCE

        def steady(host, is_right):
            before, start = frames(host), time.monotonic()
            time.sleep(max(1, 2 * interval))
            return is_right(frames(host) - before, time.monotonic() - start)

        master.start(program, many_instances_config(OWNER - 1, interval))
        wait_for(master, lambda: steady(master, as_due) and steady(master, as_due), "the master is steady")
        backup.start(program, many_instances_config(100, interval))
        # Both have sent their delayed announcements by then.
        time.sleep(2)
        wait_for(backup, lambda: steady(backup, lambda sent, _: sent <= 5) and steady(master, as_due), "the pair is steady")
        before = [(host.cpu_seconds(), frames(host)) for host in (master, backup)]
        start = time.monotonic()
        time.sleep(window_seconds)
        after = [(host.cpu_seconds(), frames(host)) for host in (master, backup)]
        seconds = time.monotonic() - start
        sent, strays = (end[1] - begin[1] for end, begin in zip(after, before))
        if not as_due(sent, seconds) or strays > 50:
            raise LabError("%s: the master sent %d frames in %.1f s, the backup %d" % (program.name, sent, seconds, strays))
        name = "%g" % interval
        return {"cpu-master-" + name: (after[0][0] - before[0][0]) / seconds * 100,
                "cpu-backup-" + name: (after[1][0] - before[1][0]) / seconds * 100}


def load(program):
    """Milliseconds that the test of a large configuration takes longer than that of one instance, in a namespace that has the interfaces."""
    with tempfile.TemporaryDirectory() as directory:
        names = []
        for name, text in (("small", one_vip_config(3, 100, 1)), ("large", large_config())):
            names.append(os.path.join(directory, name + ".conf"))
            with open(names[-1], "w") as file:
                file.write(text)
        links = "\n".join("ip link add eth%d type veth peer name peer%d && ip link set eth%d up || exit 99" % (n, n, n)
                          for n in range(INTERFACES))
        small, large = (elapsed_nanos(program, links, name) for name in names)
        return {"load": (large - small) / 1e6}


def elapsed_nanos(program, links, config):
    """From before exec to the end of {program -t -f config}, whose only good end is silence and 0."""
    script = links + """
begin=$(date +%s%N)
"$0" -t -f "$1"
status=$?
end=$(date +%s%N)
[ $status = 0 ] || exit $status
echo $((end - begin))
"""
    done = subprocess.run(["unshare", "--net", "sh", "-c", script, program.path, config], capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        raise LabError("-t of %s ends with %d: %s" % (config, done.returncode, done.stderr[:400]))
    return int(done.stdout)
