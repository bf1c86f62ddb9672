package org.jkeepalived.daemon.interfaces;

import org.jkeepalived.net.IpAddress;

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

    /** An address that belongs to no instance came. */
    void addressAssigned(String interfaceName, IpAddress address);

    /** An address that belongs to no instance went. */
    void addressDeassigned(String interfaceName, IpAddress address);

    /** A configured virtual address went; perhaps because this process removed it. */
    void virtualAddressRemoved(String interfaceName, int interfaceIndex, IpAddress address);

    /** Addresses of the interface changed in a way that may change the source of adverts. */
    void sourcesChanged(String interfaceName);
}
