"""What a switch sees: adverts and gratuitous ARPs, with the kernel's time stamps; and the routes that a host's kernel gets."""

import socket
import struct
import threading
import time
from typing import NamedTuple

ETH_P_ALL = 3
ETHERTYPE_IPV4 = 0x0800
ETHERTYPE_ARP = 0x0806
IPPROTO_VRRP = 112
SO_RCVBUFFORCE = 33
SO_TIMESTAMPNS = 35
CAPTURE_BUFFER_BYTES = 64 << 20
NETLINK_ROUTE = 0
RTMGRP_IPV4_ROUTE = 0x40
RTM_NEWROUTE = 24
RTA_DST = 1


class Advert(NamedTuple):
    nanos: int
    mac: str
    source: str
    vrid: int
    priority: int


class Garp(NamedTuple):
    nanos: int
    mac: str
    address: str


def parse(nanos, frame):
    """An Advert, a Garp, or None for everything else."""
    if len(frame) < 42:
        return None
    mac = frame[6:12].hex(":")
    ethertype = int.from_bytes(frame[12:14], "big")
    if ethertype == ETHERTYPE_IPV4 and frame[23] == IPPROTO_VRRP:
        body = 14 + 4 * (frame[14] & 15)
        if frame[body] & 15 == 1:
            return Advert(nanos, mac, socket.inet_ntoa(frame[26:30]), frame[body + 1], frame[body + 2])
    elif ethertype == ETHERTYPE_ARP and frame[28:32] == frame[38:42]:
        return Garp(nanos, mac, socket.inet_ntoa(frame[28:32]))
    return None


class Capture:
    """Keeps what a bridge sees from now on in the kernel until it is read."""

    def __init__(self, switch, bridge="br0"):
        self.socket = switch.socket(lambda: self._open(bridge))
        self.seen = []

    @staticmethod
    def _open(bridge):
        sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
        sock.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, CAPTURE_BUFFER_BYTES)
        sock.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        sock.bind((bridge, 0))
        sock.setblocking(False)
        return sock

    def fileno(self):
        return self.socket.fileno()

    def drain(self):
        """What has arrived since the last call; all of it is also added to {seen}."""
        fresh = []
        while True:
            try:
                frame, ancillary, _, _ = self.socket.recvmsg(2048, 64)
            except BlockingIOError:
                break
            nanos = next((struct.unpack("qq", data) for level, kind, data in ancillary
                          if level == socket.SOL_SOCKET and kind == SO_TIMESTAMPNS), None)
            nanos = nanos[0] * 1_000_000_000 + nanos[1] if nanos else time.time_ns()
            if (packet := parse(nanos, frame)) is not None:
                fresh.append(packet)
        self.seen += fresh
        return fresh

    def adverts(self, source):
        self.drain()
        return [packet for packet in self.seen if isinstance(packet, Advert) and packet.source == source]

    def garps(self, mac):
        self.drain()
        return [packet for packet in self.seen if isinstance(packet, Garp) and packet.mac == mac]

    def close(self):
        self.socket.close()


class RouteCapture:
    """Notes when a host's kernel tells of a new IPv4 route: netlink messages have no time stamps, so a thread waits for them."""

    def __init__(self, host):
        self.socket = host.socket(self._open)
        self.nanos = {}
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    @staticmethod
    def _open():
        sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_ROUTE)
        sock.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, CAPTURE_BUFFER_BYTES)
        sock.bind((0, RTMGRP_IPV4_ROUTE))
        sock.settimeout(0.5)
        return sock

    def _run(self):
        while self.socket.fileno() >= 0:
            try:
                message = self.socket.recv(65536)
            except TimeoutError:
                continue
            except OSError:
                return
            now = time.time_ns()
            length, kind = struct.unpack_from("=IH", message)
            if kind == RTM_NEWROUTE and message[17] == 24:
                # nlmsghdr is 16 bytes, rtmsg 12, its second one the prefix length.
                at = 28
                while at + 4 <= length:
                    size, attribute = struct.unpack_from("=HH", message, at)
                    if attribute == RTA_DST:
                        self.nanos.setdefault(socket.inet_ntoa(message[at + 4:at + 8]), now)
                    at += (max(size, 4) + 3) & ~3

    def added(self):
        """The wall clock by destination, for those of 10.90.0.0/16 with a prefix of 24 bits."""
        return {address: nanos for address, nanos in dict(self.nanos).items() if address.startswith("10.90.")}

    def close(self):
        self.socket.close()
