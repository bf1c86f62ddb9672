package org.jkeepalived.daemon.kernel;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.AddressBatch;
import org.jkeepalived.netlink.route.AddressManager;

/** The ways out: the kernel, or memory when the daemon rehearses. Used by one thread; none of its methods blocks. */
public interface KernelPort extends AutoCloseable {
    /** Makes sure that adverts of the family can be sent. */
    void enable(AddressFamily family) throws SystemCallException;

    /** From now on no address is removed ({@code -V}). */
    void keepAddresses(boolean keep);

    void queueAdvert(AdvertFrame frame);

    /** Sends what is queued and returns how many frames failed. */
    int flushAdverts();

    /** A frame that the last {@link #flushAdverts} could not send. */
    AdvertFrame failedAdvert(int i);

    /** Changes addresses; returns 0 or the errno at which sending ended. */
    int submit(AddressBatch batch, AddressManager.Change change);

    /** Tells what failed of everything submitted since the last call. */
    int collect(AddressManager.Failures failures);

    void queueAnnouncement(AnnouncementFrame frame);

    /** Sends what is queued and returns how many frames failed. */
    int flushAnnouncements();

    @Override
    void close();
}
