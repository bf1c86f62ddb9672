package org.jkeepalived.netlink.libc;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.LastError;
import com.kenai.jffi.Library;
import com.kenai.jffi.Type;

/**
 * The C library through jffi, the layer that jnr-ffi itself stands on; {@code package-info} says why not its proxies.
 *
 * <p>All parameters are passed as 64-bit integers, which on the 64-bit Linux calling conventions also carries the
 * 32-bit ones, and C's variadic functions of integers and pointers.
 */
final class JffiLibc implements Libc {
    static final JffiLibc INSTANCE = new JffiLibc();

    private static final int ENOSYS = 38;
    private static final Type WORD = Type.SLONG_LONG;
    private static final CallContext CALL_0 = new CallContext(WORD);
    private static final CallContext CALL_1 = new CallContext(WORD, WORD);
    private static final CallContext CALL_2 = new CallContext(WORD, WORD, WORD);
    private static final CallContext CALL_3 = new CallContext(WORD, WORD, WORD, WORD);
    private static final CallContext CALL_4 = new CallContext(WORD, WORD, WORD, WORD, WORD);
    private static final CallContext CALL_5 = new CallContext(WORD, WORD, WORD, WORD, WORD, WORD);
    private static final CallContext CALL_6 = new CallContext(WORD, WORD, WORD, WORD, WORD, WORD, WORD);

    private final Invoker invoker = Invoker.getInstance();
    private final LastError lastError = LastError.getInstance();
    private final Library library = Library.getDefault();

    private final long socket = address("socket");
    private final long socketpair = address("socketpair");
    private final long close = address("close");
    private final long bind = address("bind");
    private final long setsockopt = address("setsockopt");
    private final long send = address("send");
    private final long recv = address("recv");
    private final long sendmmsg = address("sendmmsg");
    private final long recvmmsg = address("recvmmsg");
    private final long read = address("read");
    private final long write = address("write");
    private final long epoll_create1 = address("epoll_create1");
    private final long epoll_ctl = address("epoll_ctl");
    private final long epoll_wait = address("epoll_wait");
    private final long timerfd_create = address("timerfd_create");
    private final long timerfd_settime = address("timerfd_settime");
    private final long eventfd = address("eventfd");
    private final long signalfd = address("signalfd");
    private final long pthread_sigmask = address("pthread_sigmask");
    private final long kill = address("kill");
    private final long waitid = address("waitid");
    private final long syscall = address("syscall");
    private final long prctl = address("prctl");
    private final long getpid = address("getpid");
    private final long geteuid = address("geteuid");
    private final long open = address("open");
    private final long dup2 = address("dup2");
    private final long chdir = address("chdir");
    private final long umask = address("umask");
    private final long isatty = address("isatty");
    private final long uname = address("uname");
    private final long sched_setscheduler = address("sched_setscheduler");
    private final long setpriority = address("setpriority");
    private final long mlockall = address("mlockall");
    private final long malloc_trim = address("malloc_trim");
    private final long getpwnam_r = address("getpwnam_r");
    private final long getgrnam_r = address("getgrnam_r");
    private final long getgrouplist = address("getgrouplist");
    private final long posix_spawn = address("posix_spawn");
    private final long posix_spawnattr_init = address("posix_spawnattr_init");
    private final long posix_spawnattr_setflags = address("posix_spawnattr_setflags");
    private final long posix_spawnattr_setpgroup = address("posix_spawnattr_setpgroup");
    private final long posix_spawnattr_setsigmask = address("posix_spawnattr_setsigmask");
    private final long posix_spawnattr_setsigdefault = address("posix_spawnattr_setsigdefault");
    private final long posix_spawn_file_actions_init = address("posix_spawn_file_actions_init");
    private final long posix_spawn_file_actions_destroy = address("posix_spawn_file_actions_destroy");
    private final long posix_spawn_file_actions_addopen = address("posix_spawn_file_actions_addopen");
    private final long posix_spawn_file_actions_adddup2 = address("posix_spawn_file_actions_adddup2");
    private final long posix_spawn_file_actions_addchdir_np = address("posix_spawn_file_actions_addchdir_np");
    private final long posix_spawn_file_actions_addclosefrom_np = address("posix_spawn_file_actions_addclosefrom_np");

    private JffiLibc() {}

    /** Zero where this C library lacks the function. */
    private long address(String function) {
        return library.getSymbolAddress(function);
    }

    private int result(int returned) {
        return returned == -1 ? -lastError.get() : returned;
    }

    private long result(long returned) {
        return returned == -1 ? -lastError.get() : returned;
    }

    /** For functions that return an errno instead of setting it. */
    private static int negated(int errno) {
        return -errno;
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        return result((int) invoker.invokeL3(CALL_3, socket, domain, type, protocol));
    }

    @Override
    public int socketpair(int domain, int type, int protocol, long pair) {
        return result((int) invoker.invokeL4(CALL_4, socketpair, domain, type, protocol, pair));
    }

    @Override
    public int close(int fd) {
        return result((int) invoker.invokeL1(CALL_1, close, fd));
    }

    @Override
    public int bind(int fd, long address, int length) {
        return result((int) invoker.invokeL3(CALL_3, bind, fd, address, length));
    }

    @Override
    public int setsockopt(int fd, int level, int name, long value, int length) {
        return result((int) invoker.invokeL5(CALL_5, setsockopt, fd, level, name, value, length));
    }

    @Override
    public long send(int fd, long buffer, long length, int flags) {
        return result(invoker.invokeL4(CALL_4, send, fd, buffer, length, flags));
    }

    @Override
    public long recv(int fd, long buffer, long length, int flags) {
        return result(invoker.invokeL4(CALL_4, recv, fd, buffer, length, flags));
    }

    @Override
    public int sendmmsg(int fd, long messages, int count, int flags) {
        return result((int) invoker.invokeL4(CALL_4, sendmmsg, fd, messages, count, flags));
    }

    @Override
    public int recvmmsg(int fd, long messages, int count, int flags, long timeout) {
        return result((int) invoker.invokeL5(CALL_5, recvmmsg, fd, messages, count, flags, timeout));
    }

    @Override
    public long read(int fd, long buffer, long length) {
        return result(invoker.invokeL3(CALL_3, read, fd, buffer, length));
    }

    @Override
    public long write(int fd, long buffer, long length) {
        return result(invoker.invokeL3(CALL_3, write, fd, buffer, length));
    }

    @Override
    public int epoll_create1(int flags) {
        return result((int) invoker.invokeL1(CALL_1, epoll_create1, flags));
    }

    @Override
    public int epoll_ctl(int epoll, int operation, int fd, long event) {
        return result((int) invoker.invokeL4(CALL_4, epoll_ctl, epoll, operation, fd, event));
    }

    @Override
    public int epoll_wait(int epoll, long events, int maximum, int timeoutMillis) {
        return result((int) invoker.invokeL4(CALL_4, epoll_wait, epoll, events, maximum, timeoutMillis));
    }

    @Override
    public int timerfd_create(int clock, int flags) {
        return result((int) invoker.invokeL2(CALL_2, timerfd_create, clock, flags));
    }

    @Override
    public int timerfd_settime(int fd, int flags, long newValue, long oldValue) {
        return result((int) invoker.invokeL4(CALL_4, timerfd_settime, fd, flags, newValue, oldValue));
    }

    @Override
    public int eventfd(int initial, int flags) {
        return result((int) invoker.invokeL2(CALL_2, eventfd, initial, flags));
    }

    @Override
    public int signalfd(int fd, long mask, int flags) {
        return result((int) invoker.invokeL3(CALL_3, signalfd, fd, mask, flags));
    }

    @Override
    public int pthread_sigmask(int how, long set, long oldSet) {
        return negated((int) invoker.invokeL3(CALL_3, pthread_sigmask, how, set, oldSet));
    }

    @Override
    public int kill(int pid, int signal) {
        return result((int) invoker.invokeL2(CALL_2, kill, pid, signal));
    }

    @Override
    public int waitid(int idType, int id, long siginfo, int options) {
        return result((int) invoker.invokeL4(CALL_4, waitid, idType, id, siginfo, options));
    }

    @Override
    public long syscall(int number, long a, long b, long c, long d, long e) {
        return result(invoker.invokeL6(CALL_6, syscall, number, a, b, c, d, e));
    }

    @Override
    public int prctl(int option, long a, long b, long c, long d) {
        return result((int) invoker.invokeL5(CALL_5, prctl, option, a, b, c, d));
    }

    @Override
    public int getpid() {
        return (int) invoker.invokeL0(CALL_0, getpid);
    }

    @Override
    public int geteuid() {
        return (int) invoker.invokeL0(CALL_0, geteuid);
    }

    @Override
    public int open(long path, int flags) {
        return result((int) invoker.invokeL2(CALL_2, open, path, flags));
    }

    @Override
    public int dup2(int fd, int newFd) {
        return result((int) invoker.invokeL2(CALL_2, dup2, fd, newFd));
    }

    @Override
    public int chdir(long path) {
        return result((int) invoker.invokeL1(CALL_1, chdir, path));
    }

    @Override
    public int umask(int mask) {
        return (int) invoker.invokeL1(CALL_1, umask, mask);
    }

    @Override
    public int isatty(int fd) {
        return (int) invoker.invokeL1(CALL_1, isatty, fd);
    }

    @Override
    public int uname(long buffer) {
        return result((int) invoker.invokeL1(CALL_1, uname, buffer));
    }

    @Override
    public int sched_setscheduler(int pid, int policy, long parameters) {
        return result((int) invoker.invokeL3(CALL_3, sched_setscheduler, pid, policy, parameters));
    }

    @Override
    public int setpriority(int which, int who, int priority) {
        return result((int) invoker.invokeL3(CALL_3, setpriority, which, who, priority));
    }

    @Override
    public int mlockall(int flags) {
        return result((int) invoker.invokeL1(CALL_1, mlockall, flags));
    }

    @Override
    public int malloc_trim(long pad) {
        return (int) invoker.invokeL1(CALL_1, malloc_trim, pad);
    }

    @Override
    public int getpwnam_r(long name, long record, long buffer, long length, long result) {
        return negated((int) invoker.invokeL5(CALL_5, getpwnam_r, name, record, buffer, length, result));
    }

    @Override
    public int getgrnam_r(long name, long record, long buffer, long length, long result) {
        return negated((int) invoker.invokeL5(CALL_5, getgrnam_r, name, record, buffer, length, result));
    }

    @Override
    public int getgrouplist(long user, int group, long groups, long count) {
        return (int) invoker.invokeL4(CALL_4, getgrouplist, user, group, groups, count);
    }

    @Override
    public int posix_spawn(long pid, long path, long fileActions, long attributes, long argv, long envp) {
        return negated((int) invoker.invokeL6(CALL_6, posix_spawn, pid, path, fileActions, attributes, argv, envp));
    }

    @Override
    public int posix_spawnattr_init(long attributes) {
        return negated((int) invoker.invokeL1(CALL_1, posix_spawnattr_init, attributes));
    }

    @Override
    public int posix_spawnattr_setflags(long attributes, int flags) {
        return negated((int) invoker.invokeL2(CALL_2, posix_spawnattr_setflags, attributes, flags));
    }

    @Override
    public int posix_spawnattr_setpgroup(long attributes, int group) {
        return negated((int) invoker.invokeL2(CALL_2, posix_spawnattr_setpgroup, attributes, group));
    }

    @Override
    public int posix_spawnattr_setsigmask(long attributes, long mask) {
        return negated((int) invoker.invokeL2(CALL_2, posix_spawnattr_setsigmask, attributes, mask));
    }

    @Override
    public int posix_spawnattr_setsigdefault(long attributes, long mask) {
        return negated((int) invoker.invokeL2(CALL_2, posix_spawnattr_setsigdefault, attributes, mask));
    }

    @Override
    public int posix_spawn_file_actions_init(long actions) {
        return negated((int) invoker.invokeL1(CALL_1, posix_spawn_file_actions_init, actions));
    }

    @Override
    public int posix_spawn_file_actions_destroy(long actions) {
        return negated((int) invoker.invokeL1(CALL_1, posix_spawn_file_actions_destroy, actions));
    }

    @Override
    public int posix_spawn_file_actions_addopen(long actions, int fd, long path, int flags, int mode) {
        return negated(
                (int) invoker.invokeL5(CALL_5, posix_spawn_file_actions_addopen, actions, fd, path, flags, mode));
    }

    @Override
    public int posix_spawn_file_actions_adddup2(long actions, int fd, int newFd) {
        return negated((int) invoker.invokeL3(CALL_3, posix_spawn_file_actions_adddup2, actions, fd, newFd));
    }

    @Override
    public int posix_spawn_file_actions_addchdir_np(long actions, long path) {
        if (posix_spawn_file_actions_addchdir_np == 0) {
            return -ENOSYS;
        }
        return negated((int) invoker.invokeL2(CALL_2, posix_spawn_file_actions_addchdir_np, actions, path));
    }

    @Override
    public int posix_spawn_file_actions_addclosefrom_np(long actions, int fd) {
        if (posix_spawn_file_actions_addclosefrom_np == 0) {
            return -ENOSYS;
        }
        return negated((int) invoker.invokeL2(CALL_2, posix_spawn_file_actions_addclosefrom_np, actions, fd));
    }
}
