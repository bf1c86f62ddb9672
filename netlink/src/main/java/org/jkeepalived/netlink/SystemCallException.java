package org.jkeepalived.netlink;

import java.io.IOException;

/** A system call that failed: what was tried, on what, the errno, and the kernel's own words where it gave any. */
public final class SystemCallException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String object;
    private final int errno;

    /**
     * @param operation what was tried, named as its manual page: {@code bind}, {@code setsockopt SO_RCVBUF}
     * @param object what it was tried on: an interface's name, an address, a path; may be empty
     * @param errno the positive error number
     */
    public SystemCallException(String operation, String object, int errno) {
        this(operation, object, errno, "");
    }

    /** @param kernelText the kernel's explanation beside the errno, empty where it gave none */
    public SystemCallException(String operation, String object, int errno, String kernelText) {
        super(operation + (object.isEmpty() ? "" : " " + object) + ": " + Errno.text(errno) + " (" + Errno.name(errno)
                + ")" + (kernelText.isEmpty() ? "" : ": " + kernelText));
        this.operation = operation;
        this.object = object;
        this.errno = errno;
    }

    public String operation() {
        return operation;
    }

    public String object() {
        return object;
    }

    public int errno() {
        return errno;
    }
}
