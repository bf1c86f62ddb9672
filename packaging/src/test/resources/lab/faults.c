/*
 * Loaded into a daemon by LD_PRELOAD: calls of the loop's thread fail as they do where there is no memory left. Other threads are left alone: the
 * one that warms up asks the kernel for addresses, too, on interfaces that do not exist.
 *
 * /run/faults/send   send(2) of requests about addresses
 * /run/faults/reply  recv(2) of what the kernel answers to them: the answer is lost, as where a receive buffer is full
 * /run/faults/malloc malloc(3) of more than 100,000 bytes
 *
 * "SKIP COUNT" in such a file: of the calls to come so many pass, and so many fail after them. The file goes when it was read.
 * /run/faults/seen has a line for each send(2) of such requests, "ask TYPE IPV4 IPV6" with the numbers of addresses, and for each call that failed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

struct fault {
    const char *file;
    int skip;
    int count;
};

static struct fault send_fault = {"/run/faults/send", 0, 0};
static struct fault reply_fault = {"/run/faults/reply", 0, 0};
static struct fault malloc_fault = {"/run/faults/malloc", 0, 0};
static int asking = -1;

extern void *__libc_malloc(size_t size);

static void see(const char *line) {
    int fd = open("/run/faults/seen", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd >= 0) {
        if (write(fd, line, strlen(line)) < 0)
            return;
        close(fd);
    }
}

static int on_loop(void) {
    char name[16] = "";
    return gettid() != getpid() && !prctl(PR_GET_NAME, name) && !strcmp(name, "keepalived");
}

static int due(struct fault *fault) {
    char text[32] = "";
    int fd = open(fault->file, O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        if (read(fd, text, sizeof text - 1) > 0 && sscanf(text, "%d %d", &fault->skip, &fault->count) == 2)
            unlink(fault->file);
        close(fd);
    }
    if (fault->count == 0 || fault->skip-- > 0)
        return 0;
    fault->skip = 0;
    fault->count--;
    see("failed\n");
    return 1;
}

static int addresses(int family, const char *buffer, size_t length) {
    int count = 0;
    size_t at = 0;
    while (at + NLMSG_LENGTH(sizeof(struct ifaddrmsg)) <= length) {
        const struct nlmsghdr *header = (const struct nlmsghdr *)(buffer + at);
        if (((const struct ifaddrmsg *)NLMSG_DATA(header))->ifa_family == family)
            count++;
        at += NLMSG_ALIGN(header->nlmsg_len);
    }
    return count;
}

ssize_t send(int fd, const void *buffer, size_t length, int flags) {
    static ssize_t (*real)(int, const void *, size_t, int);
    int domain = 0;
    socklen_t size = sizeof domain;
    if (!real)
        real = dlsym(RTLD_NEXT, "send");
    if (length >= sizeof(struct nlmsghdr) && !getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &size) && domain == AF_NETLINK
        && on_loop()) {
        int type = ((const struct nlmsghdr *)buffer)->nlmsg_type;
        if (type == RTM_NEWADDR || type == RTM_DELADDR) {
            char line[64];
            asking = fd;
            snprintf(line, sizeof line, "ask %d %d %d\n", type, addresses(AF_INET, buffer, length), addresses(AF_INET6, buffer, length));
            see(line);
            if (due(&send_fault)) {
                errno = ENOBUFS;
                return -1;
            }
        }
    }
    return real(fd, buffer, length, flags);
}

ssize_t recv(int fd, void *buffer, size_t length, int flags) {
    static ssize_t (*real)(int, void *, size_t, int);
    if (!real)
        real = dlsym(RTLD_NEXT, "recv");
    ssize_t received = real(fd, buffer, length, flags);
    if (fd == asking && received > 0 && on_loop() && due(&reply_fault)) {
        errno = ENOBUFS;
        return -1;
    }
    return received;
}

void *malloc(size_t size) {
    if (size > 100000 && on_loop() && due(&malloc_fault)) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_malloc(size);
}
