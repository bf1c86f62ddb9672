package org.jkeepalived.daemon.effect;

import org.jkeepalived.netlink.AddressFamily;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.AddressBatch;
import org.jkeepalived.netlink.route.AddressManager;

/** Takes everything and sends nothing, for a rehearsal; counts what it took. */
public final class MemoryOutputs implements Outputs {
    private int adverts;
    private int addressChanges;
    private int announcements;

    /** Adverts so far. */
    public int adverts() {
        return adverts;
    }

    /** Batches of address changes so far. */
    public int addressChanges() {
        return addressChanges;
    }

    /** Gratuitous ARPs and neighbour advertisements so far. */
    public int announcements() {
        return announcements;
    }

    @Override
    public void enable(AddressFamily family) {
        // Every family is taken.
    }

    @Override
    public void keepAddresses(boolean keep) {
        // There are no addresses.
    }

    @Override
    public void queueAdvert(AdvertFrame frame) {
        adverts++;
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
    public int submit(AddressBatch batch, AddressManager.Change change) {
        addressChanges++;
        return Errno.NONE;
    }

    @Override
    public int collect(AddressManager.Failures failures) {
        return 0;
    }

    @Override
    public void queueAnnouncement(AnnouncementFrame frame) {
        announcements++;
    }

    @Override
    public int flushAnnouncements() {
        return 0;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
