"""First process of a test host, in network, PID, mount, UTS and IPC namespaces of its own.

Gives the host a private /run, /tmp, /dev and /sys, reads /dev/log into a file, reaps orphans, and carries out requests that arrive
on standard input, one JSON object a line, answered by one JSON object a line. It ends with its standard input; then the kernel
kills every process of the host, so hosts never outlive the program that booted them.
"""

import ctypes
import json
import os
import select
import signal
import socket
import stat
import struct
import sys
import time

MS_BIND = 4096
MS_REC = 16384
HIDDEN = ("/run", "/tmp", "/dev")
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
# What systemd sets: with the kernel's default of 10 a logging daemon is measured waiting for its log reader.
LOG_QUEUE_LENGTH = 512
NOTIFY_SOCKET = "/run/notify"
LIBC = ctypes.CDLL(None, use_errno=True)


def mount(source, target, kind="none", flags=0, data=""):
    if LIBC.mount(source.encode(), target.encode(), kind.encode(), flags, data.encode()):
        raise OSError(ctypes.get_errno(), "mount " + target)


def is_hidden(path):
    return any(path == top or path.startswith(top + "/") for top in HIDDEN)


def bind_handle(handle, target):
    """Mounts what an open handle stands for, also when its path is covered by another mount by now."""
    mount("/proc/self/fd/%d" % handle, target, flags=MS_BIND | MS_REC)
    os.close(handle)


def make_private(kept):
    kept = [path for path in kept if is_hidden(path)]
    handles = [os.open(path, os.O_PATH) for path in kept]
    devices = [os.open("/dev/" + name, os.O_PATH) for name in DEVICES]
    mount("sysfs", "/sys", "sysfs")
    mount("tmpfs", "/tmp", "tmpfs", data="mode=1777")
    mount("tmpfs", "/run", "tmpfs", data="mode=755")
    mount("tmpfs", "/dev", "tmpfs", data="mode=755")
    os.symlink("/proc/self/fd", "/dev/fd")
    os.makedirs("/dev/shm")
    for name, handle in zip(DEVICES, devices):
        os.close(os.open("/dev/" + name, os.O_CREAT | os.O_WRONLY))
        bind_handle(handle, "/dev/" + name)
    for path, handle in zip(kept, handles):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            os.makedirs(path, exist_ok=True)
        else:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
        bind_handle(handle, path)


def sysctl(name, value):
    with open("/proc/sys/" + name, "w") as file:
        file.write(str(value))


def open_log():
    sysctl("net/unix/max_dgram_qlen", LOG_QUEUE_LENGTH)
    log = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    log.bind("/dev/log")
    os.chmod("/dev/log", 0o666)
    log.setblocking(False)
    return log


def open_notify():
    """Where a daemon says that it is ready, as to systemd: sd_notify(3). keepalived only does to a parent of this name."""
    with open("/proc/self/comm", "w") as name:
        name.write("systemd")
    notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    notify.bind(NOTIFY_SOCKET)
    notify.setblocking(False)
    return notify


def copy_log(log, out):
    for _ in range(1000):
        try:
            out.write(log.recv(65536).rstrip(b"\0\n") + b"\n")
        except BlockingIOError:
            return


def spawn(argv, output):
    """Starts a program in a session of its own; the time is taken in the child, right before exec."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.setsid()
            null = os.open("/dev/null", os.O_RDONLY)
            console = os.open(output, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o644)
            for source, target in ((null, 0), (console, 1), (console, 2)):
                os.dup2(source, target)
            for number in (signal.SIGPIPE, signal.SIGXFSZ, signal.SIGCHLD):
                signal.signal(number, signal.SIG_DFL)
            os.write(writer, struct.pack("q", time.time_ns()))
            os.execve(argv[0], argv, {**os.environ, "NOTIFY_SOCKET": NOTIFY_SOCKET})
        except OSError as e:
            os.write(writer, str(e).encode())
        finally:
            os._exit(127)
    os.close(writer)
    message = b""
    while chunk := os.read(reader, 4096):
        message += chunk
    os.close(reader)
    if len(message) != 8:
        return {"error": "%s: %s" % (argv[0], message[8:].decode())}
    return {"pid": pid, "exec_nanos": struct.unpack("q", message)[0]}


class Init:
    def __init__(self, log, log_path, notify):
        self.log = log
        self.notify = notify
        self.ready_nanos = None
        self.log_file = open(log_path, "ab", buffering=1 << 20)
        self.statuses = {}

    def reap(self):
        try:
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                self.statuses[pid] = os.waitstatus_to_exitcode(status)
        except ChildProcessError:
            pass

    def answer(self, request):
        match request["do"]:
            case "spawn":
                return spawn(request["argv"], request["output"])
            case "signal":
                os.kill(request["pid"], request["number"])
                return {}
            case "kill_all":
                # In its own PID namespace this reaches every process of the host but this one.
                os.kill(-1, signal.SIGKILL)
                return {"nanos": time.time_ns()}
            case "ready":
                return {"nanos": self.ready_nanos}
            case "status":
                self.reap()
                return {"status": self.statuses.get(request["pid"])}
        return {"error": "unknown request"}

    def hear_service(self):
        now_nanos = time.time_ns()
        if b"READY=1" in self.notify.recv(65536).split(b"\n") and self.ready_nanos is None:
            self.ready_nanos = now_nanos

    def run(self, wake):
        pending = b""
        while True:
            readable, _, _ = select.select([0, self.log, self.notify, wake], [], [], 0.2)
            if self.notify in readable:
                self.hear_service()
            if not readable:
                self.log_file.flush()
            if self.log in readable:
                copy_log(self.log, self.log_file)
            if wake in readable:
                os.read(wake, 4096)
                self.reap()
            if 0 in readable:
                chunk = os.read(0, 65536)
                if not chunk:
                    self.log_file.flush()
                    return
                *lines, pending = (pending + chunk).split(b"\n")
                for line in lines:
                    print(json.dumps(self.answer(json.loads(line))), flush=True)


def main():
    if os.getpid() != 1:
        sys.exit("runs as the first process of a PID namespace only")
    settings = json.loads(sys.argv[1])
    make_private(settings["kept"])
    socket.sethostname(settings["name"])
    for scope in ("all", "default"):
        sysctl("net/ipv6/conf/%s/accept_dad" % scope, 0)
    sysctl("net/ipv6/conf/default/router_solicitations", 0)
    wake, wake_write = os.pipe()
    os.set_blocking(wake_write, False)
    signal.set_wakeup_fd(wake_write)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    init = Init(open_log(), settings["log"], open_notify())
    print(json.dumps({"ready": True}), flush=True)
    init.run(wake)


main()
