package org.jkeepalived.daemon.kernel;

import org.jkeepalived.daemon.resource.ResourceBatch;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.message.OutcomeListener;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;

/** Takes everything and tells nothing; a test overrides what it asks about. */
class SilentKernel implements KernelPort {
    @Override
    public void enable(AddressFamily family) {
        // Every family is taken.
    }

    @Override
    public void queueAdvert(AdvertFrame frame) {
        // sent
    }

    @Override
    public int flushAdverts() {
        return 0;
    }

    @Override
    public AdvertFrame failedAdvert(int i) {
        throw new IndexOutOfBoundsException(i);
    }

    @Override
    public void submit(ResourceBatch batch, boolean addition) {
        // done
    }

    @Override
    public void collect(OutcomeListener listener) {
        // Nothing failed.
    }

    @Override
    public void queueAnnouncement(AnnouncementFrame frame) {
        // sent
    }

    @Override
    public int flushAnnouncements() {
        return 0;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
