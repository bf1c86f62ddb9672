package org.jkeepalived.daemon.interfaces;

import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.IpPrefix;

/** Told by {@link LinkTable} what changed after the start; on the loop's thread. */
public interface LinkWatcher {
    /**
     * An interface came, went, or changed between usable and not.
     *
     * @param index its index, 0 when it is gone
     * @param up whether it is up and running
     */
    void linkChanged(String name, int index, boolean up);

    /**
     * An interface is about to be known by another name. Told while everything of the old name can still be done: its addresses and the
     * packets that leave through it are found by the index, which stays. What follows is that the old name is gone and the new one came.
     */
    void linkRenaming(String name, String newName, int index);

    /** An interface is no more, and all that was on it. */
    void linkGone(int interfaceIndex);

    /** An address of the host's own came. */
    void addressAssigned(String interfaceName, IpPrefix address);

    /** An address of the host's own went, after {@link #addressGone} of it. */
    void addressDeassigned(String interfaceName, int interfaceIndex, IpPrefix address);

    /**
     * An address went, the host's or a virtual one; perhaps because this process removed it.
     *
     * @return whether this process had put it there: a reload forgets that it was virtual before the news of its end come
     */
    boolean addressGone(String interfaceName, int interfaceIndex, IpAddress address);

    /** News may have been lost, and everything that exists has been told anew. */
    void everythingTold();

    /** Addresses of the interface changed in a way that may change the source of adverts. */
    void sourcesChanged(String interfaceName);
}
