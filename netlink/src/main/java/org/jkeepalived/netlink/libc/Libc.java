package org.jkeepalived.netlink.libc;

/**
 * The calls into the C library, each named as its manual page and taking its parameters in that order. Pointers are
 * plain addresses, usually of a {@link Memory}; the caller keeps the memory reachable during the call.
 *
 * <p>Every method returns what the function returns, or the negated errno ({@link #failed}) where the function failed,
 * so that errno is read at once, on the calling thread, and cannot be overwritten. Nothing is allocated by a call.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/syscalls.2.html">syscalls(2)</a>
 */
public interface Libc {
    /** The one instance; any thread may call it. */
    static Libc get() {
        return JffiLibc.INSTANCE;
    }

    /** Whether a result is a negated errno. */
    static boolean failed(long result) {
        return result < 0;
    }

    /** @see <a href="https://man7.org/linux/man-pages/man2/socket.2.html">socket(2)</a> */
    int socket(int domain, int type, int protocol);

    /** @see <a href="https://man7.org/linux/man-pages/man2/socketpair.2.html">socketpair(2)</a> */
    int socketpair(int domain, int type, int protocol, long pair);

    /** @see <a href="https://man7.org/linux/man-pages/man2/close.2.html">close(2)</a> */
    int close(int fd);

    /** @see <a href="https://man7.org/linux/man-pages/man2/bind.2.html">bind(2)</a> */
    int bind(int fd, long address, int length);

    /** @see <a href="https://man7.org/linux/man-pages/man2/setsockopt.2.html">setsockopt(2)</a> */
    int setsockopt(int fd, int level, int name, long value, int length);

    /** @see <a href="https://man7.org/linux/man-pages/man2/send.2.html">send(2)</a> */
    long send(int fd, long buffer, long length, int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man2/recv.2.html">recv(2)</a> */
    long recv(int fd, long buffer, long length, int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man2/sendmmsg.2.html">sendmmsg(2)</a> */
    int sendmmsg(int fd, long messages, int count, int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man2/recvmmsg.2.html">recvmmsg(2)</a> */
    int recvmmsg(int fd, long messages, int count, int flags, long timeout);

    /** @see <a href="https://man7.org/linux/man-pages/man2/read.2.html">read(2)</a> */
    long read(int fd, long buffer, long length);

    /** @see <a href="https://man7.org/linux/man-pages/man2/write.2.html">write(2)</a> */
    long write(int fd, long buffer, long length);

    /** @see <a href="https://man7.org/linux/man-pages/man2/epoll_create.2.html">epoll_create(2)</a> */
    int epoll_create1(int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man2/epoll_ctl.2.html">epoll_ctl(2)</a> */
    int epoll_ctl(int epoll, int operation, int fd, long event);

    /** @see <a href="https://man7.org/linux/man-pages/man2/epoll_wait.2.html">epoll_wait(2)</a> */
    int epoll_wait(int epoll, long events, int maximum, int timeoutMillis);

    /** @see <a href="https://man7.org/linux/man-pages/man2/timerfd_create.2.html">timerfd_create(2)</a> */
    int timerfd_create(int clock, int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man2/timerfd_settime.2.html">timerfd_settime(2)</a> */
    int timerfd_settime(int fd, int flags, long newValue, long oldValue);

    /** @see <a href="https://man7.org/linux/man-pages/man2/eventfd.2.html">eventfd(2)</a> */
    int eventfd(int initial, int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man2/signalfd.2.html">signalfd(2)</a> */
    int signalfd(int fd, long mask, int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man3/pthread_sigmask.3.html">pthread_sigmask(3)</a> */
    int pthread_sigmask(int how, long set, long oldSet);

    /** @see <a href="https://man7.org/linux/man-pages/man2/kill.2.html">kill(2)</a> */
    int kill(int pid, int signal);

    /** @see <a href="https://man7.org/linux/man-pages/man2/waitid.2.html">waitid(2)</a> */
    int waitid(int idType, int id, long siginfo, int options);

    /** @see <a href="https://man7.org/linux/man-pages/man2/syscall.2.html">syscall(2)</a> */
    long syscall(int number, long a, long b, long c, long d, long e);

    /** @see <a href="https://man7.org/linux/man-pages/man2/prctl.2.html">prctl(2)</a> */
    int prctl(int option, long a, long b, long c, long d);

    /** @see <a href="https://man7.org/linux/man-pages/man2/getpid.2.html">getpid(2)</a> */
    int getpid();

    /** @see <a href="https://man7.org/linux/man-pages/man2/geteuid.2.html">geteuid(2)</a> */
    int geteuid();

    /** @see <a href="https://man7.org/linux/man-pages/man2/open.2.html">open(2)</a> */
    int open(long path, int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man2/dup.2.html">dup2(2)</a> */
    int dup2(int fd, int newFd);

    /** @see <a href="https://man7.org/linux/man-pages/man2/chdir.2.html">chdir(2)</a> */
    int chdir(long path);

    /** @see <a href="https://man7.org/linux/man-pages/man2/umask.2.html">umask(2)</a> */
    int umask(int mask);

    /** @see <a href="https://man7.org/linux/man-pages/man3/isatty.3.html">isatty(3)</a> */
    int isatty(int fd);

    /** @see <a href="https://man7.org/linux/man-pages/man2/uname.2.html">uname(2)</a> */
    int uname(long buffer);

    /** @see <a href="https://man7.org/linux/man-pages/man2/sched_setscheduler.2.html">sched_setscheduler(2)</a> */
    int sched_setscheduler(int pid, int policy, long parameters);

    /** @see <a href="https://man7.org/linux/man-pages/man2/setpriority.2.html">setpriority(2)</a> */
    int setpriority(int which, int who, int priority);

    /** @see <a href="https://man7.org/linux/man-pages/man2/mlockall.2.html">mlockall(2)</a> */
    int mlockall(int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man3/malloc_trim.3.html">malloc_trim(3)</a> */
    int malloc_trim(long pad);

    /** @see <a href="https://man7.org/linux/man-pages/man3/getpwnam_r.3.html">getpwnam_r(3)</a> */
    int getpwnam_r(long name, long record, long buffer, long length, long result);

    /** @see <a href="https://man7.org/linux/man-pages/man3/getgrnam_r.3.html">getgrnam_r(3)</a> */
    int getgrnam_r(long name, long record, long buffer, long length, long result);

    /** @see <a href="https://man7.org/linux/man-pages/man3/getgrouplist.3.html">getgrouplist(3)</a>; -1 stays -1 */
    int getgrouplist(long user, int group, long groups, long count);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a> */
    int posix_spawn(long pid, long path, long fileActions, long attributes, long argv, long envp);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_init.3.html">posix_spawnattr_init(3)</a> */
    int posix_spawnattr_init(long attributes);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setflags.3.html">setflags(3)</a> */
    int posix_spawnattr_setflags(long attributes, int flags);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setpgroup.3p.html">setpgroup(3p)</a> */
    int posix_spawnattr_setpgroup(long attributes, int group);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setsigmask.3p.html">setsigmask(3p)</a> */
    int posix_spawnattr_setsigmask(long attributes, long mask);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawnattr_setsigdefault.3p.html">setsigdefault(3p)</a> */
    int posix_spawnattr_setsigdefault(long attributes, long mask);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn_file_actions_init.3p.html">init(3p)</a> */
    int posix_spawn_file_actions_init(long actions);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn_file_actions_destroy.3p.html">destroy(3p)</a> */
    int posix_spawn_file_actions_destroy(long actions);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn_file_actions_addopen.3p.html">addopen(3p)</a> */
    int posix_spawn_file_actions_addopen(long actions, int fd, long path, int flags, int mode);

    /** @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn_file_actions_adddup2.3p.html">adddup2(3p)</a> */
    int posix_spawn_file_actions_adddup2(long actions, int fd, int newFd);

    /** GNU's addition to posix_spawn(3): the child's directory. */
    int posix_spawn_file_actions_addchdir_np(long actions, long path);

    /** GNU's addition to posix_spawn(3), since glibc 2.34: closes every descriptor from {@code fd} on; ENOSYS before. */
    int posix_spawn_file_actions_addclosefrom_np(long actions, int fd);
}
