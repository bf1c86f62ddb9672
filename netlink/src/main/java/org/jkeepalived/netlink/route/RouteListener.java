package org.jkeepalived.netlink.route;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/**
 * Told by {@link RouteMonitor} what exists and what changes. Addresses come as two words, as in
 * {@link IpAddress}, because a thousand of them must cost nothing.
 */
public interface RouteListener {
    /**
     * From here to {@link #dumpCompleted} everything that exists is told, as if it had changed; what a listener knows
     * and is not told in between is gone. Comes at the start, and when the kernel had to drop events.
     */
    void dumpStarted();

    /** @see #dumpStarted */
    void dumpCompleted();

    /** An interface is new, or something of it has changed, or has not: the kernel tells of other changes too. */
    void linkChanged(Link link);

    void linkRemoved(int interfaceIndex, String name);

    /**
     * An address is new, or its flags have changed.
     *
     * @param scope as {@link AddressSpec#SCOPE_GLOBAL}
     * @param flags as {@link InterfaceAddress#TENTATIVE}
     */
    void addressAdded(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength, int scope,
            int flags);

    void addressRemoved(int interfaceIndex, AddressFamily family, long high, long low, int prefixLength);
}
