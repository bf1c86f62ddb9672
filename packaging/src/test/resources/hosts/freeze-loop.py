# freeze-loop.py PID   Stops the daemon's loop, and no other thread of it, as a debugger does, until the process ends. Says "frozen".
# The loop runs on the thread of main, which the virtual machine does not name: it has the program's name without being the first.
import ctypes, os, sys

PTRACE_SEIZE, PTRACE_INTERRUPT, WALL = 0x4206, 0x4207, 0x40000000
process = sys.argv[1]
libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


def name(thread):
    return open("/proc/%s/task/%s/comm" % (process, thread)).read().strip()


def trace(request, thread):
    if libc.ptrace(request, thread, None, None) != 0:
        raise OSError(ctypes.get_errno(), "ptrace %x" % request)


threads = os.listdir("/proc/%s/task" % process)
loops = [int(thread) for thread in threads if thread != process and name(thread) == "keepalived"]
assert len(loops) == 1, [(thread, name(thread)) for thread in threads]
trace(PTRACE_SEIZE, loops[0])
trace(PTRACE_INTERRUPT, loops[0])
os.waitpid(loops[0], WALL)
print("frozen", flush=True)
while os.WIFSTOPPED(os.waitpid(loops[0], WALL)[1]):
    pass
