"""Two nodes, one virtual address, and the death of a host: a failover with a live timeline."""

import argparse
import os
import select
import shutil
import signal
import sys
import time

from demo_view import Observer, Timeline
from measures import down_interval_nanos
from testnet import HERE, LabError, Network, Program

OURS = os.path.join(os.path.dirname(HERE), "packaging", "target", "image", "bin", "keepalived")
KEEPALIVED = "/usr/sbin/keepalived"
VIP = "192.168.50.100"
CLIENT = ("client", "192.168.50.10", "02:6b:61:00:00:10")
NODES = {"node1": ("192.168.50.1", "02:6b:61:00:00:01", 150), "node2": ("192.168.50.2", "02:6b:61:00:00:02", 100)}
ELECTION_LIMIT_SECONDS = 12
QUIET_SECONDS = 4
CONFIG = """\
vrrp_instance VI_1 {
    state %s
    interface eth0
    virtual_router_id 51
    priority %d
    advert_int 1
    authentication {
        auth_type PASS
        auth_pass 1111
    }
    virtual_ipaddress {
        192.168.50.100/24
    }
}
"""


class Demo:
    def __init__(self, network, programs, timeline):
        self.network = network
        self.programs = programs
        self.timeline = timeline
        self.hosts, self.ports, self.daemons = {}, {}, {}
        name, address, mac = CLIENT
        client = network.boot(name)
        network.plug(client, "eth0", mac, address + "/24")
        self.observer = Observer(network.switch, client, VIP, {mac: node for node, (_, mac, _) in NODES.items()}, timeline)

    def boot(self, name):
        address, mac, priority = NODES[name]
        host = self.network.boot(name, self.programs[name].kept)
        self.hosts[name] = host
        self.ports[name] = self.network.plug(host, "eth0", mac, address + "/24")
        self.observer.watch(name, host)
        self.daemons[name] = host.start(self.programs[name], CONFIG % ("MASTER" if name == "node1" else "BACKUP", priority),
                                        "-D")
        self.timeline.event(name, "up at %s, starts %s with priority %d" % (address, self.programs[name].path, priority))

    def watch(self, seconds):
        """Lets the network live on; the observer prints what happens."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            select.select(self.observer.sources(), [], [], min(left, self.observer.until_due()))
            self.observer.turn()

    def expect(self, what, condition):
        """Watches until the condition holds; fails after the limit of an election."""
        end = time.monotonic() + ELECTION_LIMIT_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise LabError("not seen within %d s: %s" % (ELECTION_LIMIT_SECONDS, what))
            if any(daemon.status() is not None for daemon in self.daemons.values()):
                raise LabError("a daemon has ended before it should")
            self.watch(0.05)

    def master_is(self, name):
        """The address is on that node alone, that node advertises, and the client reaches the address there."""
        return self.observer.holders == {name} and self.observer.advertiser == name and self.observer.answered_by() == name

    def check_kernel(self, expected):
        holders = {name for name, host in self.hosts.items() if host.has(VIP)}
        if holders != expected:
            raise LabError("%s is on %s, expected on %s" % (VIP, sorted(holders) or "no node", sorted(expected) or "none"))

    def elect(self):
        self.timeline.title("Two nodes start; node1 has the higher priority")
        self.boot("node1")
        self.watch(1)
        self.boot("node2")
        self.expect("node1 is master", lambda: self.master_is("node1"))
        self.watch(QUIET_SECONDS)
        self.check_kernel({"node1"})

    def kill(self):
        self.timeline.title("The host of node1 dies: link cut, every process killed")
        self.observer.begin_outage("node1's death", "node1")
        host = self.hosts.pop("node1")
        self.daemons.pop("node1")
        self.observer.forget("node1")
        self.network.die(host, self.ports["node1"])
        shutil.rmtree(host.directory)
        self.timeline.event("node1", "dead")
        self.expect("node2 is master", lambda: self.master_is("node2"))
        self.watch(1)
        self.observer.report_outage("node2", down_interval_nanos(NODES["node2"][2], 1, 2) / 1e9)
        self.watch(QUIET_SECONDS)
        self.check_kernel({"node2"})

    def fail_back(self):
        self.timeline.title("node1 comes back and takes the address back")
        self.observer.begin_outage("its return")
        self.boot("node1")
        self.expect("node1 is master again", lambda: self.master_is("node1"))
        self.watch(1)
        self.observer.report_outage("node1")
        self.watch(QUIET_SECONDS)
        self.check_kernel({"node1"})

    def stop(self, name, survivor):
        self.observer.begin_outage(name + "'s stop")
        self.timeline.event(name, "SIGTERM")
        daemon = self.daemons.pop(name)
        daemon.signal(signal.SIGTERM)
        self.expect(name + " ends", lambda: daemon.status() is not None)
        status = daemon.status()
        self.timeline.event(name, "ended with exit status %d" % status)
        if status:
            raise LabError("%s ended with exit status %d" % (name, status))
        if survivor:
            self.expect(survivor + " is master", lambda: self.master_is(survivor))
            self.watch(1)
            self.observer.report_outage(survivor)
            self.watch(QUIET_SECONDS)

    def stop_both(self):
        self.timeline.title("node1 is stopped in order, then node2")
        self.stop("node1", "node2")
        self.check_kernel({"node2"})
        self.stop("node2", None)
        self.watch(1.5)
        self.check_kernel(set())
        for name, host in self.hosts.items():
            if host.pids():
                raise LabError("a process is left on " + name)
        if self.observer.lost_in_a_row() < 5:
            raise LabError("%s still answers" % VIP)
        self.timeline.event("both", "%s is on no node, no process is left, pings are not answered" % VIP)

    def run(self):
        for step in (self.elect, self.kill, self.fail_back, self.stop_both):
            step()

    def describe(self):
        for name, host in self.hosts.items():
            for kind in ("console", "log"):
                try:
                    with open(os.path.join(host.directory, kind), errors="replace") as file:
                        for line in file.read().splitlines()[-15:]:
                            print("    %s %s: %s" % (name, kind, line))
                except FileNotFoundError:
                    continue


def arguments():
    parser = argparse.ArgumentParser(prog="./demo", description=__doc__)
    parser.add_argument("--peer", choices=["jkeepalived", "keepalived"], default="jkeepalived",
                        help="what runs on node2: this project's daemon or the real keepalived")
    parser.add_argument("--node1", metavar="PATH", help="program of node1 instead of the image's launcher")
    parser.add_argument("--node2", metavar="PATH", help="program of node2, wins over --peer")
    options = parser.parse_args()
    options.node1 = options.node1 or OURS
    options.node2 = options.node2 or (KEEPALIVED if options.peer == "keepalived" else OURS)
    return options


def interrupt(*_):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


def main():
    options = arguments()
    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    timeline = Timeline()
    try:
        programs = {"node1": Program("node1", options.node1), "node2": Program("node2", options.node2)}
        print("The configuration of node1 (node2: state BACKUP, priority 100):\n")
        print("    " + (CONFIG % ("MASTER", 150)).replace("\n", "\n    "))
        for program in programs.values():
            print("%s runs %s" % (program.name, "; ".join(program.version()) or program.path))
        with Network() as network:
            demo = Demo(network, programs, timeline)
            try:
                demo.run()
            except LabError:
                demo.describe()
                raise
    except LabError as e:
        timeline.verdict(False, "NOT as it should be: %s" % e)
        sys.exit(1)
    except KeyboardInterrupt:
        print("interrupted; the test network is gone")
        sys.exit(130)
    timeline.verdict(True, "All went as it should. Nothing is left: no namespace, no process, no file.")


if __name__ == "__main__":
    main()
