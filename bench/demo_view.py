"""What the demo sees and prints: addresses from the kernel, adverts and GARPs from the wire, pings from a third host."""

import errno
import os
import socket
import struct
import sys
import time
from typing import NamedTuple

from wire import Advert, Capture, Garp

RTMGRP_IPV4_IFADDR = 0x10
RTM_NEWADDR = 20
RTM_DELADDR = 21
IFA_LOCAL = 2
ICMP_ECHO_REQUEST = 8
PING_INTERVAL_SECONDS = 0.1
PING_LIMIT_SECONDS = 0.5
STATUS_INTERVAL_SECONDS = 2
COLOURS = {"node1": "36", "node2": "33", "client": "35", "both": "32"}


class Timeline:
    """Plain lines, each begun by the seconds since the start."""

    def __init__(self):
        self.start_nanos = time.time_ns()
        self.held = []
        self.colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")

    def paint(self, code, text):
        return "\033[%sm%s\033[0m" % (code, text) if self.colour else text

    def title(self, text):
        print("\n" + self.paint("1", "== " + text), flush=True)

    def hold(self, who, text, nanos=None):
        """Keeps an event until {release}, because the wire's and the kernel's news are read one after the other."""
        self.held.append((nanos or time.time_ns(), who, text))

    def release(self):
        for nanos, who, text in sorted(self.held):
            self.event(who, text, nanos)
        self.held.clear()

    def event(self, who, text, nanos=None):
        seconds = ((nanos or time.time_ns()) - self.start_nanos) / 1e9
        name = self.paint(COLOURS[who], "%-6s" % who) if who in COLOURS else "%-6s" % who
        print("%8.3f s  %s %s" % (seconds, name, text), flush=True)

    def verdict(self, good, text):
        print("\n" + self.paint("1;32" if good else "1;31", text), flush=True)


class AddressWatch:
    """Tells when a host's kernel gains or loses an address."""

    def __init__(self, host, address):
        self.address = socket.inet_aton(address)
        self.socket = host.socket(self._open)

    @staticmethod
    def _open():
        sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
        sock.bind((0, RTMGRP_IPV4_IFADDR))
        sock.setblocking(False)
        return sock

    def fileno(self):
        return self.socket.fileno()

    def changes(self):
        """True for each time the address came, False for each time it went, in order."""
        found = []
        while True:
            try:
                data = self.socket.recv(65536)
            except BlockingIOError:
                return found
            while len(data) >= 16:
                length, kind = struct.unpack_from("=IH", data)
                if kind in (RTM_NEWADDR, RTM_DELADDR) and self._names_address(data[24:length]):
                    found.append(kind == RTM_NEWADDR)
                data = data[(length + 3) & ~3:]

    def _names_address(self, attributes):
        while len(attributes) >= 4:
            length, kind = struct.unpack_from("=HH", attributes)
            if kind == IFA_LOCAL and attributes[4:length] == self.address:
                return True
            if length < 4:
                return False
            attributes = attributes[(length + 3) & ~3:]
        return False

    def close(self):
        self.socket.close()


class Pinger:
    """Sends an echo request each 100 ms; one that stays without an answer for half a second is lost."""

    def __init__(self, host, address):
        self.address = address
        self.socket = host.socket(self._open)
        self.sent = []
        self.answered = []
        self.due = time.monotonic()

    @staticmethod
    def _open():
        sock = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
        sock.setblocking(False)
        return sock

    def fileno(self):
        return self.socket.fileno()

    def turn(self):
        self._receive()
        now = time.monotonic()
        while now >= self.due:
            self.due += PING_INTERVAL_SECONDS
            self._send(now)

    def _send(self, now):
        head = struct.pack("!BBHHH", ICMP_ECHO_REQUEST, 0, 0, 0x6b61, len(self.sent))
        total = sum(struct.unpack("!4H", head))
        checksum = ~(total + (total >> 16)) & 0xFFFF
        self.sent.append(now)
        self.answered.append(None)
        try:
            self.socket.sendto(head[:2] + struct.pack("!H", checksum) + head[4:], (self.address, 0))
        except OSError as e:
            if e.errno not in (errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EAGAIN, errno.EHOSTDOWN):
                raise

    def _receive(self):
        while True:
            try:
                packet, (sender, _) = self.socket.recvfrom(2048)
            except BlockingIOError:
                return
            except OSError as e:
                if e.errno in (errno.EHOSTUNREACH, errno.EHOSTDOWN):
                    continue
                raise
            header = 4 * (packet[0] & 15)
            if sender == self.address and len(packet) >= header + 8 and packet[header] == 0:
                identifier, sequence = struct.unpack_from("!HH", packet, header + 4)
                if identifier == 0x6b61 and sequence < len(self.sent) and self.answered[sequence] is None:
                    self.answered[sequence] = time.monotonic()

    def lost(self, first=0):
        """How many of the requests from number {first} on were lost."""
        limit = time.monotonic() - PING_LIMIT_SECONDS
        return sum(1 for sent, answered in zip(self.sent[first:], self.answered[first:]) if answered is None and sent < limit)

    def close(self):
        self.socket.close()


class Outage(NamedTuple):
    event: str
    nanos: int
    last_advert_nanos: int | None
    ping: int


class Observer:
    def __init__(self, switch, client, vip, names_by_mac, timeline):
        self.vip = vip
        self.client = client
        self.names_by_mac = names_by_mac
        self.timeline = timeline
        self.capture = Capture(switch)
        self.pinger = Pinger(client, vip)
        self.watches = {}
        self.holders = set()
        self.advertiser = None
        self.adverts = dict.fromkeys(names_by_mac.values(), 0)
        self.garps = dict.fromkeys(names_by_mac.values(), 0)
        self.last_advert_nanos = {}
        self.garp_burst = {}
        self.outage = None
        self.first_advert_nanos = {}
        self.answers = False
        self.status_due = time.monotonic() + STATUS_INTERVAL_SECONDS

    def sources(self):
        return [self.capture, self.pinger, *self.watches.values()]

    def until_due(self):
        return max(0.0, min(self.pinger.due, self.status_due) - time.monotonic())

    def watch(self, name, host):
        self.watches[name] = AddressWatch(host, self.vip)

    def forget(self, name):
        self.watches.pop(name).close()
        self.holders.discard(name)
        if self.advertiser == name:
            self.advertiser = None

    def answered_by(self):
        """The node that the client's ARP table names for the address, if the latest pings were answered."""
        if self.pinger.answered and any(self.pinger.answered[-3:]):
            return self.names_by_mac.get(self.client.neighbour(self.vip))
        return None

    def lost_in_a_row(self):
        row = 0
        for answered in reversed(self.pinger.answered):
            if answered is not None:
                break
            row += 1
        return row

    def turn(self):
        """Takes in what has happened and prints it."""
        self.pinger.turn()
        # Addresses come first: a master has its addresses before its first GARP tells of them.
        for name, watch in self.watches.items():
            for gained in watch.changes():
                self._address(name, gained)
        for packet in self.capture.drain():
            name = self.names_by_mac.get(packet.mac)
            if name and isinstance(packet, Advert):
                self._advert(name, packet)
            elif name and isinstance(packet, Garp) and packet.address == self.vip:
                self._garp(name, packet)
        self._flush_garps()
        self._pings()
        self.timeline.release()
        if time.monotonic() >= self.status_due:
            self.status_due += STATUS_INTERVAL_SECONDS
            self._status()

    def _address(self, name, gained):
        if gained:
            self.holders.add(name)
        else:
            self.holders.discard(name)
        self.timeline.hold(name, "%s %s" % (self.vip, "is on eth0" if gained else "is gone from eth0"))

    def _advert(self, name, packet):
        self.adverts[name] += 1
        self.first_advert_nanos.setdefault(name, packet.nanos)
        self.last_advert_nanos[name] = packet.nanos
        if packet.priority == 0:
            self.timeline.hold(name, "advert with priority 0: leaves", packet.nanos)
            self.advertiser = None
        elif self.advertiser != name:
            self.advertiser = name
            self.timeline.hold(name, "MASTER: advert, router id %d, priority %d" % (packet.vrid, packet.priority), packet.nanos)

    def _garp(self, name, packet):
        self.garps[name] += 1
        first, count, _ = self.garp_burst.get(name, (packet.nanos, 0, 0))
        self.garp_burst[name] = (first, count + 1, packet.nanos)

    def _flush_garps(self):
        for name, (first, count, last) in list(self.garp_burst.items()):
            if time.time_ns() - last > 20_000_000:
                del self.garp_burst[name]
                self.timeline.hold(name, "%d gratuitous ARPs: %s is at %s" % (count, self.vip, self._mac(name)), first)

    def _mac(self, name):
        return next(mac for mac, node in self.names_by_mac.items() if node == name)

    def _pings(self):
        recent = self.pinger.answered[-4:]
        answers = any(recent)
        if answers != self.answers and len(recent) == 4:
            self.answers = answers
            self.timeline.hold("client", "%s answers pings, from %s" % (self.vip, self.answered_by()) if answers
                                else "no answer from %s" % self.vip)

    def _status(self):
        nodes = ", ".join("%s %d adverts %d GARPs" % (name, self.adverts[name], self.garps[name]) for name in sorted(self.adverts))
        self.timeline.event("", "MASTER %s | address on %s | %s | pings lost %d of %d" % (
            self.advertiser or "-", " and ".join(sorted(self.holders)) or "-", nodes, self.pinger.lost(self.first_answered()),
            len(self.pinger.sent) - self.first_answered()))

    def first_answered(self):
        """Number of the first ping that was answered; nothing is lost before there is an address."""
        return next((number for number, answered in enumerate(self.pinger.answered) if answered), len(self.pinger.sent))

    def begin_outage(self, event, victim=None):
        """Marks the event from which the next takeover and the lost pings are counted."""
        self.turn()
        self.outage = Outage(event, time.time_ns(), self.last_advert_nanos.get(victim), len(self.pinger.sent))
        self.first_advert_nanos.clear()

    def report_outage(self, name, down_seconds=None):
        """Prints when the node became master; {down_seconds} is what the protocol waits after the last advert."""
        first = self.first_advert_nanos[name]
        text = "MASTER %.3f s after %s" % ((first - self.outage.nanos) / 1e9, self.outage.event)
        if down_seconds:
            text += ", %.3f s after the last advert heard (the protocol waits %.3f s)" % (
                (first - self.outage.last_advert_nanos) / 1e9, down_seconds)
        text += "; pings lost: %d" % self.pinger.lost(self.outage.ping)
        self.timeline.event(name, self.timeline.paint("1", text))
