package org.jkeepalived.daemon.kernel;

import org.jkeepalived.daemon.resource.AddressKey;
import org.jkeepalived.daemon.resource.Claim;
import org.jkeepalived.daemon.resource.ResourceBatch;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.message.NetlinkSocket;
import org.jkeepalived.netlink.message.OutcomeListener;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.packet.MemoryWire;
import org.jkeepalived.netlink.packet.ReceivedAdverts;

/**
 * Takes everything and changes nothing, for a rehearsal; counts what it took. The system calls are the real ones as far as they can be: IPv4
 * adverts and announcements end in a socket pair, and addresses are asked for on interfaces that do not exist, which the kernel refuses.
 */
public final class MemoryKernel implements KernelPort {
    /** The index from which on interfaces are those of a rehearsal: the kernel counts up from 1. */
    public static final int FIRST_REHEARSAL_INDEX = 1_900_000;
    private static final int PRIORITY_OFFSET = 2;
    /** As many as the socket pair holds. */
    private static final int ANNOUNCEMENTS_AT_ONCE = 128;

    private int adverts;
    private int releases;
    private int additions;
    private int removals;
    private int announcements;
    private final MemoryWire wire;
    private final NetlinkSocket refused;
    private final ReceivedAdverts echo;

    /** Counts alone; makes no system calls. */
    public MemoryKernel() {
        wire = null;
        refused = null;
        echo = null;
    }

    private MemoryKernel(MemoryWire wire, NetlinkSocket refused) {
        this.wire = wire;
        this.refused = refused;
        this.echo = new ReceivedAdverts();
    }

    /** Makes the system calls too. Needs no privileges. */
    public static MemoryKernel withSystemCalls() throws SystemCallException {
        return new MemoryKernel(MemoryWire.open(), NetlinkSocket.openRoute());
    }

    /** Adverts so far. */
    public int adverts() {
        return adverts;
    }

    /** Those of the adverts that released mastership: priority 0. */
    public int releases() {
        return releases;
    }

    /** Resources added so far. */
    public int additions() {
        return additions;
    }

    /** Resources removed so far. */
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
    public void queueAdvert(AdvertFrame frame) {
        adverts++;
        if (frame.payload().get(PRIORITY_OFFSET) == 0) {
            releases++;
        }
        if (wire != null && frame.family() == AddressFamily.IPV4) {
            wire.transmitter().queue(frame);
        }
    }

    @Override
    public int flushAdverts() {
        if (wire != null) {
            wire.transmitter().flush();
            while (wire.receiver().receive(echo) > 0) {
                // Heard by nobody: it only keeps the socket empty.
            }
        }
        return 0;
    }

    @Override
    public AdvertFrame failedAdvert(int i) {
        throw new IndexOutOfBoundsException(i);
    }

    @Override
    public void submit(ResourceBatch batch, boolean addition) {
        if (addition) {
            additions += batch.claims().length;
        } else {
            removals += batch.claims().length;
        }
        if (refused != null && isRehearsed(batch)) {
            refused.submit(batch.requests());
        }
    }

    private static boolean isRehearsed(ResourceBatch batch) {
        for (Claim claim : batch.claims()) {
            if (!(claim.entry().key() instanceof AddressKey key) || key.interfaceIndex() < FIRST_REHEARSAL_INDEX) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void collect(OutcomeListener listener) {
        if (refused != null) {
            refused.collect((_, _, _) -> {
                // Every one is refused, as it should be.
            });
        }
    }

    @Override
    public void queueAnnouncement(AnnouncementFrame frame) {
        announcements++;
        if (wire != null) {
            wire.announcer().queue(frame);
            if (announcements % ANNOUNCEMENTS_AT_ONCE == 0) {
                flushAnnouncements();
            }
        }
    }

    @Override
    public int flushAnnouncements() {
        if (wire != null) {
            wire.announcer().flush();
            wire.discardAnnouncements();
        }
        return 0;
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
            refused.close();
        }
    }
}
