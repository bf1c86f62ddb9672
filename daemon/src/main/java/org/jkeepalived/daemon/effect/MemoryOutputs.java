package org.jkeepalived.daemon.effect;

import org.jkeepalived.netlink.AddressFamily;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.AddressBatch;
import org.jkeepalived.netlink.route.AddressManager;

/** Takes everything and sends nothing, for a rehearsal; counts what it took. */
public final class MemoryOutputs implements Outputs {
    private static final int PRIORITY_OFFSET = 2;

    private int adverts;
    private int releases;
    private int additions;
    private int removals;
    private int announcements;

    /** Adverts so far. */
    public int adverts() {
        return adverts;
    }

    /** Those of the adverts that released mastership: priority 0. */
    public int releases() {
        return releases;
    }

    /** Addresses added so far. */
    public int additions() {
        return additions;
    }

    /** Addresses removed so far. */
    public int removals() {
        return removals;
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
        if (frame.payload().get(PRIORITY_OFFSET) == 0) {
            releases++;
        }
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
        switch (change) {
            case ADD -> additions += batch.size();
            case DELETE -> removals += batch.size();
        }
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
