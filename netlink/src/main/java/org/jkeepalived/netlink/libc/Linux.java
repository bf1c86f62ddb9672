package org.jkeepalived.netlink.libc;

/** Constants and struct layouts of 64-bit Linux that more than one class needs, named as in the kernel's headers. */
public final class Linux {
    public static final int AF_UNSPEC = 0;
    public static final int AF_UNIX = 1;
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    public static final int AF_NETLINK = 16;
    public static final int AF_PACKET = 17;

    public static final int SOCK_DGRAM = 2;
    public static final int SOCK_RAW = 3;
    public static final int SOCK_SEQPACKET = 5;
    public static final int SOCK_NONBLOCK = 0x800;
    public static final int SOCK_CLOEXEC = 0x80000;

    public static final int SOL_SOCKET = 1;
    public static final int SO_SNDBUF = 7;
    public static final int SO_RCVBUF = 8;
    public static final int SO_PRIORITY = 12;
    public static final int SO_BINDTODEVICE = 25;
    public static final int SO_SNDBUFFORCE = 32;
    public static final int SO_RCVBUFFORCE = 33;

    public static final int IPPROTO_IP = 0;
    public static final int IPPROTO_IPV6 = 41;
    public static final int IPPROTO_RAW = 255;

    public static final int MSG_DONTWAIT = 0x40;
    public static final int MSG_TRUNC = 0x20;

    public static final int O_RDONLY = 0;
    public static final int O_RDWR = 2;

    /** Every descriptor flag of this value means close-on-exec: EPOLL_, TFD_, EFD_, SFD_ and O_CLOEXEC. */
    public static final int CLOEXEC = 0x80000;
    /** TFD_, EFD_, SFD_ and O_NONBLOCK. */
    public static final int NONBLOCK = 0x800;

    /** struct msghdr: name, namelen, iov, iovlen, control, controllen, flags. */
    public static final int MSGHDR_SIZE = 56;
    public static final int MSGHDR_NAME = 0;
    public static final int MSGHDR_NAMELEN = 8;
    public static final int MSGHDR_IOV = 16;
    public static final int MSGHDR_IOVLEN = 24;
    public static final int MSGHDR_CONTROL = 32;
    public static final int MSGHDR_CONTROLLEN = 40;
    public static final int MSGHDR_FLAGS = 48;
    /** struct mmsghdr: a msghdr, then the length sent or received, padded. */
    public static final int MMSGHDR_SIZE = 64;
    public static final int MMSGHDR_LEN = 56;
    /** struct iovec: base, len. */
    public static final int IOVEC_SIZE = 16;
    public static final int IOVEC_LEN = 8;
    /** struct cmsghdr: len, level, type; then the data. */
    public static final int CMSGHDR_SIZE = 16;
    public static final int CMSGHDR_LEVEL = 8;
    public static final int CMSGHDR_TYPE = 12;
    /** struct sockaddr_in and sockaddr_in6. */
    public static final int SOCKADDR_IN_SIZE = 16;
    public static final int SOCKADDR_IN6_SIZE = 28;

    private Linux() {}

    /** The space of one control message with {@code dataLength} bytes of data: CMSG_SPACE. */
    public static int cmsgSpace(int dataLength) {
        return CMSGHDR_SIZE + (dataLength + 7 & ~7);
    }
}
