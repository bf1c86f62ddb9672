# Holds one thread of a process, called $2, until this program ends; the other threads run on. $1 is the process's number.
import ctypes, os, signal, sys

PTRACE_SEIZE, PTRACE_INTERRUPT, WALL = 0x4206, 0x4207, 0x40000000
tasks = "/proc/%s/task" % sys.argv[1]
thread = next(int(t) for t in os.listdir(tasks) if open("%s/%s/comm" % (tasks, t)).read().strip() == sys.argv[2])
libc = ctypes.CDLL(None, use_errno=True)
for request in PTRACE_SEIZE, PTRACE_INTERRUPT:
    if libc.ptrace(request, thread, None, None):
        sys.exit(os.strerror(ctypes.get_errno()))
os.waitpid(thread, WALL)
signal.pause()
