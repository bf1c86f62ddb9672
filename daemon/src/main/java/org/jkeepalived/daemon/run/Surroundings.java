package org.jkeepalived.daemon.run;

import org.jkeepalived.daemon.effect.KernelOutputs;
import org.jkeepalived.daemon.effect.Outputs;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.route.RouteListener;

/** What the daemon runs in: the kernel's network, or a rehearsal's. */
public interface Surroundings {
    /** The kernel's network. Its outputs need CAP_NET_ADMIN and CAP_NET_RAW. */
    Surroundings KERNEL = new Surroundings() {
        @Override
        public Outputs openOutputs() throws SystemCallException {
            return KernelOutputs.open();
        }

        @Override
        public void addLinks(RouteListener links) {
            // The kernel's own are all there are.
        }
    };

    /** Opens the ways out; the caller closes them. */
    Outputs openOutputs() throws SystemCallException;

    /** Tells of links and addresses besides those of the kernel, each time after those were told. */
    void addLinks(RouteListener links);
}
