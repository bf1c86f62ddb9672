# Leaves the sockets by which the process named by the first argument hears of addresses room for a few events only.
import ctypes, os, socket, sys

PIDFD_GETFD = 438
libc = ctypes.CDLL(None, use_errno=True)
process = os.pidfd_open(int(sys.argv[1]))
found = 0
for number in os.listdir("/proc/%s/fd" % sys.argv[1]):
    copy = libc.syscall(PIDFD_GETFD, process, int(number), 0)
    if copy < 0:
        continue
    try:
        handle = socket.socket(fileno=copy)
    except OSError:
        os.close(copy)
        continue
    if handle.family == socket.AF_NETLINK and handle.getsockname()[1] != 0:
        handle.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        found += 1
sys.exit(0 if found else "no such socket")
