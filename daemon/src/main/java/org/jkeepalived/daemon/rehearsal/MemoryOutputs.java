package org.jkeepalived.daemon.rehearsal;

import org.jkeepalived.daemon.effect.Outputs;
import org.jkeepalived.netlink.AddressFamily;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.route.AddressBatch;
import org.jkeepalived.netlink.route.AddressManager;

/** Takes everything and counts it; nothing leaves the process. Used by one thread. */
public final class MemoryOutputs implements Outputs {
    private static final int PRIORITY_OFFSET = 2;

    private long adverts;
    private long releases;
    private long additions;
    private long removals;
    private long announcements;

    /** Everything at zero. */
    public MemoryOutputs() {}

    @Override
    public void enable(AddressFamily family) {
        // Memory takes both families.
    }

    @Override
    public void keepAddresses(boolean keep) {
        // There are none to keep.
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

    /** Adverts sent, one for each destination. */
    public long adverts() {
        return adverts;
    }

    /** Those of the adverts that release mastership: priority 0. */
    public long releases() {
        return releases;
    }

    /** Addresses added. */
    public long additions() {
        return additions;
    }

    /** Addresses removed. */
    public long removals() {
        return removals;
    }

    /** Gratuitous ARPs and neighbour advertisements sent. */
    public long announcements() {
        return announcements;
    }
}
