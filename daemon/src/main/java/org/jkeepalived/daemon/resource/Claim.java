package org.jkeepalived.daemon.resource;

import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.vrrp.Resource;

/**
 * One holder's resource, ready to be asked for. {@link Holdings} knows which claims are for the same thing. The loop's thread owns it once it
 * is registered; it may be made by another.
 */
public final class Claim {
    /** The owner number of the static blocks. */
    public static final int STATIC_OWNER = -1;

    private final Resource resource;
    private final KernelObject object;
    private final KernelEntry entry;
    private final AnnouncementFrame announcement;
    /** Number of the router, or {@link #STATIC_OWNER}; set before it is registered. */
    int owner;
    /** What it claims; set while it is registered. */
    Holding holding;
    /** Whether the owner has installed it and not let go of it. */
    boolean held;

    /** @param announcement what tells neighbours of it, or null */
    Claim(Resource resource, KernelObject object, KernelEntry entry, AnnouncementFrame announcement) {
        this.resource = resource;
        this.object = object;
        this.entry = entry;
        this.announcement = announcement;
    }

    /** Number of the router, or {@link #STATIC_OWNER}. */
    public int owner() {
        return owner;
    }

    /** The core's form. */
    public Resource resource() {
        return resource;
    }

    /** The configured form. */
    public KernelObject object() {
        return object;
    }

    /** The kernel's form. */
    public KernelEntry entry() {
        return entry;
    }

    /** What tells neighbours of it, or null. */
    public AnnouncementFrame announcement() {
        return announcement;
    }

    /** Whether the owner has installed it and not let go of it. */
    public boolean held() {
        return held;
    }
}
