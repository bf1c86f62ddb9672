# Holds the thread that runs the daemon's loop until this program ends; the daemon's other threads run on. $1 is the daemon's process.
# The loop runs on the virtual machine's main thread, which is not the process's first one but has its name.
import ctypes, os, signal, sys

PTRACE_SEIZE, PTRACE_INTERRUPT, WALL = 0x4206, 0x4207, 0x40000000
daemon = int(sys.argv[1])
tasks = "/proc/%d/task/" % daemon
named = {int(task): open(tasks + task + "/comm").read().strip() for task in os.listdir(tasks)}
loop = next(task for task, name in sorted(named.items()) if task != daemon and name == "keepalived")
libc = ctypes.CDLL(None, use_errno=True)
for request in PTRACE_SEIZE, PTRACE_INTERRUPT:
    if libc.ptrace(request, loop, None, None):
        sys.exit(os.strerror(ctypes.get_errno()))
os.waitpid(loop, WALL)
print("held", flush=True)
signal.pause()
