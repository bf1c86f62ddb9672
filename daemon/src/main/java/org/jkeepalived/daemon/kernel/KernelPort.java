package org.jkeepalived.daemon.kernel;

import org.jkeepalived.daemon.resource.ResourceBatch;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.message.OutcomeListener;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;

/** The ways out: the kernel, or memory when the daemon rehearses. Used by one thread; none of its methods blocks. */
public interface KernelPort extends AutoCloseable {
    /** Makes sure that adverts of the family can be sent. */
    void enable(AddressFamily family) throws SystemCallException;

    void queueAdvert(AdvertFrame frame);

    /** Sends what is queued and returns how many frames failed. */
    int flushAdverts();

    /** A frame that the last {@link #flushAdverts} could not send. */
    AdvertFrame failedAdvert(int i);

    /**
     * Asks the kernel to carry out the requests; {@link #collect} tells what became of them.
     *
     * @param addition whether they add or delete
     */
    void submit(ResourceBatch batch, boolean addition);

    /** Tells which of the requests failed that were submitted since the last call. */
    void collect(OutcomeListener listener);

    void queueAnnouncement(AnnouncementFrame frame);

    /** Sends what is queued and returns how many frames failed. */
    int flushAnnouncements();

    @Override
    void close();
}
