"""Test networks on one machine: hosts in Linux namespaces joined by bridges. Needs root, iproute2 and util-linux.

Nothing has a name outside of the namespaces, and every host ends with the program that booted it.
"""

import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.realpath(__file__))
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
CLONE_NEWNET = 0x40000000
STOP_LIMIT_SECONDS = 10
LIBC = ctypes.CDLL(None, use_errno=True)


class LabError(Exception):
    """The network or a daemon did not do what the caller relies on."""


def wait_until(condition, what, limit_seconds):
    """Polls until the condition holds and returns what it returned; fails with {what} after the limit."""
    end = time.monotonic() + limit_seconds
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise LabError("waited %g s in vain: %s" % (limit_seconds, what))
        time.sleep(0.02)


class Program:
    """A keepalived program: its path, and the directory that it must see at its own place."""

    def __init__(self, name, path):
        self.name = name
        self.path = os.path.abspath(path)
        if not os.access(self.path, os.X_OK):
            raise LabError("there is no program %s" % self.path)
        real = os.path.realpath(self.path)
        self.kept = [os.path.dirname(os.path.dirname(self.path)), os.path.dirname(os.path.dirname(real))]

    def version(self):
        """The lines of -v that name a program and its version."""
        done = subprocess.run([self.path, "-v"], capture_output=True, text=True, check=False)
        lines = (done.stderr + "\n" + done.stdout).splitlines()
        return [line.strip() for line in lines if "keepalived" in line.lower() and " v" in line.lower()][:2]


class Daemon:
    """A running keepalived program. {exec_nanos} is the wall clock right before exec."""

    def __init__(self, host, pid, exec_nanos):
        self.host = host
        self.pid = pid
        self.exec_nanos = exec_nanos

    def status(self):
        """Exit status, minus the signal's number when killed, None while it runs."""
        return self.host.request(do="status", pid=self.pid)["status"]

    def ready_nanos(self):
        """The wall clock when the host's first daemon said READY=1 to its service manager, None before."""
        return self.host.request(do="ready")["nanos"]

    def signal(self, number):
        self.host.request(do="signal", pid=self.pid, number=int(number))

    def stop(self):
        """Stops it by SIGTERM and returns its exit status."""
        self.signal(signal.SIGTERM)
        end = time.monotonic() + STOP_LIMIT_SECONDS
        while (status := self.status()) is None:
            if time.monotonic() > end:
                raise LabError("the daemon of %s does not stop" % self.host.name)
            time.sleep(0.02)
        return status


class Host:
    """A machine of the test network; it lives as long as its first process."""

    def __init__(self, name, directory, kept=()):
        self.name = name
        self.directory = directory
        os.makedirs(directory, exist_ok=True)
        settings = {"name": name, "kept": [directory, *dict.fromkeys(kept)], "log": self.log_path()}
        self.holder = subprocess.Popen(
            ["unshare", "--net", "--pid", "--fork", "--mount", "--uts", "--ipc", "--mount-proc", "--propagation", "private",
             "--kill-child=KILL", "/usr/bin/python3", "-B", "-u", os.path.join(HERE, "host_init.py"), json.dumps(settings)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"PATH": PATH, "LANG": "C.UTF-8"}, start_new_session=True)
        if not self.holder.stdout.readline():
            self.power_off()
            raise LabError("host %s does not boot" % name)
        with open("/proc/%d/task/%d/children" % (self.holder.pid, self.holder.pid)) as children:
            self.first_pid = int(children.read())
        self.pid_namespace = os.readlink("/proc/%d/ns/pid" % self.first_pid)

    def log_path(self):
        return os.path.join(self.directory, "log")

    def request(self, **fields):
        self.holder.stdin.write((json.dumps(fields) + "\n").encode())
        self.holder.stdin.flush()
        line = self.holder.stdout.readline()
        if not line:
            raise LabError("host %s is off" % self.name)
        answer = json.loads(line)
        if "error" in answer:
            raise LabError("%s: %s" % (self.name, answer["error"]))
        return answer

    def start(self, program, config, *options):
        """Starts a daemon in the foreground with that configuration text."""
        file = self.write_config(config)
        answer = self.request(do="spawn", argv=[program.path, "-n", "-f", file, *options],
                              output=os.path.join(self.directory, "console"))
        return Daemon(self, answer["pid"], answer["exec_nanos"])

    def write_config(self, config):
        """Writes what a daemon reads at its start and when it is told to; returns the file's path."""
        file = os.path.join(self.directory, "keepalived.conf")
        with open(file, "w") as out:
            out.write(config)
        return file

    def kill_all(self):
        """Kills every process of the host but its first with SIGKILL, at once."""
        self.request(do="kill_all")

    def pids(self):
        """Numbers, as seen from outside, of the host's processes but the first."""
        found = []
        for entry in os.listdir("/proc"):
            if entry.isdigit() and int(entry) != self.first_pid:
                try:
                    if os.readlink("/proc/%s/ns/pid" % entry) == self.pid_namespace:
                        found.append(int(entry))
                except OSError:
                    continue
        return found

    def cpu_seconds(self):
        """CPU time, user and system, of the host's processes but the first, all threads and reaped children included."""
        ticks = 0
        for pid in self.pids():
            fields = read("/proc/%d/stat" % pid).rpartition(")")[2].split()
            ticks += sum(int(field) for field in fields[11:15])
        return ticks / os.sysconf("SC_CLK_TCK")

    def run_nanos(self):
        """CPU time of the host's processes but the first as the scheduler counts it, of the threads that there are."""
        nanos = 0
        for pid in self.pids():
            for thread in os.listdir("/proc/%d/task" % pid):
                nanos += int(read("/proc/%d/task/%s/schedstat" % (pid, thread)).split()[0])
        return nanos

    def pss_kib(self):
        """Proportional set size of the host's processes but the first, in KiB."""
        total = 0
        for pid in self.pids():
            for line in read("/proc/%d/smaps_rollup" % pid).splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        return total

    def received_frames(self):
        """Frames received so far, by interface."""
        lines = read("/proc/%d/net/dev" % self.first_pid).splitlines()[2:]
        return {name.strip(): int(fields.split()[1]) for name, _, fields in (line.partition(":") for line in lines)}

    def neighbour(self, address):
        """Link address that the host has in its ARP table for an IPv4 address, or None."""
        for line in read("/proc/%d/net/arp" % self.first_pid).splitlines()[1:]:
            words = line.split()
            if words[0] == address and words[3] != "00:00:00:00:00:00":
                return words[3]
        return None

    def ip(self, *words):
        """Runs ip(8) in the host's network and returns its output."""
        return self.ip_batch(" ".join(words))

    def ip_batch(self, commands):
        done = subprocess.run(["nsenter", "--net=/proc/%d/ns/net" % self.first_pid, "ip", "-batch", "-"],
                              input=commands, capture_output=True, text=True, check=False)
        if done.returncode:
            raise LabError("%s: ip: %s" % (self.name, done.stderr.strip()))
        return done.stdout

    def has(self, address):
        return " inet %s/" % address in self.ip("addr show")

    def socket(self, make):
        """Calls {make} with this thread's network namespace being the host's; a socket made there stays there."""
        results = []

        def run():
            handle = os.open("/proc/%d/ns/net" % self.first_pid, os.O_RDONLY)
            try:
                if LIBC.setns(handle, CLONE_NEWNET):
                    raise OSError(ctypes.get_errno(), "setns")
                results.append(make())
            finally:
                os.close(handle)

        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
        if not results:
            raise LabError("no socket in the network of " + self.name)
        return results[0]

    def power_off(self):
        """Ends every process of the host at once: no daemon gets to say good-bye."""
        self.holder.stdin.close()
        try:
            self.holder.wait(5)
        except subprocess.TimeoutExpired:
            self.holder.kill()
            self.holder.wait()
        self.holder.stdout.close()


class Network:
    """A switch with bridges, and the hosts that are plugged into them. Use it in a with statement."""

    def __init__(self):
        self.directory = tempfile.mkdtemp(prefix="jkeepalived-")
        os.chmod(self.directory, 0o755)
        self.hosts = []
        self.bridges = set()
        self.ports = 0
        try:
            self.switch = self.boot("switch")
        except BaseException:
            self.close()
            raise

    def boot(self, name, kept=()):
        host = Host(name, os.path.join(self.directory, name), kept)
        self.hosts.append(host)
        return host

    def plug(self, host, interface, mac, address, bridge="br0"):
        """Joins a host to a bridge by a cable and returns the switch's port."""
        self.ports += 1
        port = "port%d" % self.ports
        commands = []
        if bridge not in self.bridges:
            self.bridges.add(bridge)
            commands += ["link add name %s type bridge mcast_snooping 0" % bridge, "link set %s addrgenmode none up" % bridge]
        commands += ["link add name %s type veth peer name %s address %s netns %d"
                     % (port, interface, mac, host.first_pid),
                     "link set %s master %s addrgenmode none up" % (port, bridge)]
        self.switch.ip_batch("\n".join(commands))
        host.ip_batch("link set lo up\naddr add %s brd + dev %s\nlink set %s up" % (address, interface, interface))
        return port

    def die(self, host, port):
        """Cuts the host's link and ends all of its processes."""
        self.switch.ip("link set %s down" % port)
        host.power_off()
        self.hosts.remove(host)
        # The kernel removes a dead host's end of the cable, and this one with it, in its own time.
        try:
            self.switch.ip("link del " + port)
        except LabError as e:
            if "Cannot find device" not in str(e):
                raise

    def close(self):
        for host in reversed(self.hosts):
            host.power_off()
        self.hosts.clear()
        shutil.rmtree(self.directory, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def read(path):
    try:
        with open(path, errors="replace") as file:
            return file.read()
    except (FileNotFoundError, ProcessLookupError):
        return ""
