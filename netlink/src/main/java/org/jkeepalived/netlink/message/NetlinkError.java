package org.jkeepalived.netlink.message;

import org.jkeepalived.netlink.Errno;

/**
 * Why a request was not carried out, or that nobody knows whether it was.
 *
 * @param errno the positive error number
 * @param kernelText the kernel's explanation (NLMSGERR_ATTR_MSG), empty where it gave none
 * @param offset where in the request, in bytes from its netlink header, the kernel found the fault
 *         (NLMSGERR_ATTR_OFFS); -1
 *        where it did not say
 * @param unknown the request was sent, but its reply was lost, so that it may have been carried out; only what the
 *         kernel
 *        shows afterwards tells
 */
public record NetlinkError(int errno, String kernelText, int offset, boolean unknown) {
    private static final int NO_OFFSET = -1;

    /** A request that was never sent, or is refused without a word. */
    static NetlinkError of(int errno) {
        return new NetlinkError(errno, "", NO_OFFSET, false);
    }

    /** A request whose reply was lost. */
    static NetlinkError unknown(int errno) {
        return new NetlinkError(errno, "", NO_OFFSET, true);
    }

    /** What the NLMSG_ERROR says that the reader stands at. */
    static NetlinkError read(MessageReader message, AttributeReader attributes) {
        String text = "";
        int offset = NO_OFFSET;
        message.explanation(attributes);
        while (attributes.next()) {
            if (attributes.type() == Netlink.NLMSGERR_ATTR_MSG) {
                text = attributes.string();
            } else if (attributes.type() == Netlink.NLMSGERR_ATTR_OFFS) {
                offset = attributes.u32();
            }
        }
        return new NetlinkError(message.errno(), text, offset, false);
    }

    /**
     * Whether the same request will be refused again however often it is sent, unless its sender, its rights or the
     * kernel's modules change: it is malformed, not permitted or not supported. Everything else may pass: a shortage
     * (ENOBUFS, ENOMEM, EAGAIN, EBUSY), a link or a route that is not there yet (ENODEV, ENETDOWN, ENETUNREACH,
     * EHOSTUNREACH, EADDRNOTAVAIL), or an object that somebody else has made or removed (EEXIST, ENOENT, ESRCH). An
     * errno that is not listed may pass: to ask again is the smaller fault.
     */
    public boolean permanent() {
        if (unknown) {
            return false;
        }
        return switch (errno) {
            case Errno.EPERM, Errno.EACCES, Errno.EINVAL, Errno.ERANGE, Errno.E2BIG, Errno.EMSGSIZE, Errno.ENAMETOOLONG,
                    Errno.EFAULT, Errno.ENOSYS, Errno.EOPNOTSUPP, Errno.EAFNOSUPPORT, Errno.EPROTONOSUPPORT,
                    Errno.ENOPROTOOPT -> true;
            default -> false;
        };
    }

    /** strerror(3), then the kernel's own words: {@code No such device (Device not found)}. */
    @Override
    public String toString() {
        return Errno.text(errno) + (kernelText.isEmpty() ? "" : " (" + kernelText + ")")
                + (unknown ? " (outcome unknown)" : "");
    }
}
