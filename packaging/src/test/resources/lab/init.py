# PID 1 of a test host: reaps orphans, writes each line that arrives at /dev/log to standard output, and ends with its standard
# input. When it ends the kernel kills every process of the host, so a test run that dies takes its hosts along.
import os, re, select, signal, socket, time

log = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
log.bind("/dev/log")
os.chmod("/dev/log", 0o666)
log.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
log.setblocking(False)
wake_read, wake_write = os.pipe()
os.set_blocking(wake_write, False)
signal.set_wakeup_fd(wake_write)
signal.signal(signal.SIGCHLD, lambda *_: None)


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def copy_log():
    while True:
        try:
            datagram = log.recv(65536)
        except BlockingIOError:
            return
        text = datagram.decode("utf-8", "replace").rstrip("\0\n").replace("\n", "\\n")
        print("%.6f %s" % (time.monotonic(), re.sub(r"^<\d+>", "", text)), flush=True)


print("ready", flush=True)
while True:
    readable, _, _ = select.select([0, log, wake_read], [], [])
    if log in readable:
        copy_log()
    if wake_read in readable:
        os.read(wake_read, 4096)
        reap()
    if 0 in readable and not os.read(0, 4096):
        break
