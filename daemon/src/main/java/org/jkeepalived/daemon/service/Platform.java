package org.jkeepalived.daemon.service;

import org.jkeepalived.daemon.kernel.KernelPort;
import org.jkeepalived.daemon.kernel.RealKernel;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.route.RouteListener;

/** What the daemon runs in: the kernel's network, or a rehearsal's. */
public interface Platform {
    /** The kernel's network. Its outputs need CAP_NET_ADMIN and CAP_NET_RAW. */
    Platform KERNEL = new Platform() {
        @Override
        public KernelPort openOutputs() throws SystemCallException {
            return RealKernel.open();
        }

        @Override
        public void addLinks(RouteListener links) {
            // The kernel's own are all there are.
        }
    };

    /** Opens the ways out; the caller closes them. */
    KernelPort openOutputs() throws SystemCallException;

    /** Tells of links and addresses besides those of the kernel, each time after those were told. */
    void addLinks(RouteListener links);
}
