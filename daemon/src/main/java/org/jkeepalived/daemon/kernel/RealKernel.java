package org.jkeepalived.daemon.kernel;

import org.jkeepalived.daemon.resource.ResourceBatch;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.message.NetlinkSocket;
import org.jkeepalived.netlink.message.OutcomeListener;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.packet.Announcer;
import org.jkeepalived.netlink.packet.VrrpTransmitter;
import org.jkeepalived.netlink.route.AddressMessages;

/** The real ways out. A socket is opened when it is first needed, so a host without IPv6 never opens one for it. */
public final class RealKernel implements KernelPort {

    private final NetlinkSocket resources;
    private final Announcer announcer;
    private VrrpTransmitter ipv4;
    private VrrpTransmitter ipv6;
    private int ipv4Failures;

    private RealKernel(NetlinkSocket resources, Announcer announcer) {
        this.resources = resources;
        this.announcer = announcer;
    }

    /** Needs CAP_NET_ADMIN, without which a MASTER would have no address and keep others from it, and CAP_NET_RAW. */
    public static RealKernel open() throws SystemCallException {
        NetlinkSocket resources = NetlinkSocket.openRoute();
        try {
            AddressMessages.checkPermission(resources);
            return new RealKernel(resources, Announcer.open());
        } catch (SystemCallException e) {
            resources.close();
            throw e;
        }
    }

    @Override
    public void enable(AddressFamily family) throws SystemCallException {
        switch (family) {
            case IPV4 -> {
                if (ipv4 == null) {
                    ipv4 = VrrpTransmitter.open(family);
                }
            }
            case IPV6 -> {
                if (ipv6 == null) {
                    ipv6 = VrrpTransmitter.open(family);
                }
            }
        }
    }

    @Override
    public void queueAdvert(AdvertFrame frame) {
        (frame.family() == AddressFamily.IPV4 ? ipv4 : ipv6).queue(frame);
    }

    @Override
    public int flushAdverts() {
        ipv4Failures = ipv4 == null ? 0 : ipv4.flush();
        return ipv4Failures + (ipv6 == null ? 0 : ipv6.flush());
    }

    @Override
    public AdvertFrame failedAdvert(int i) {
        return i < ipv4Failures ? ipv4.failed(i) : ipv6.failed(i - ipv4Failures);
    }

    @Override
    public void submit(ResourceBatch batch, boolean addition) {
        resources.submit(batch.requests());
    }

    @Override
    public void collect(OutcomeListener listener) {
        resources.collect(listener);
    }

    @Override
    public void queueAnnouncement(AnnouncementFrame frame) {
        announcer.queue(frame);
    }

    @Override
    public int flushAnnouncements() {
        return announcer.flush();
    }

    @Override
    public void close() {
        resources.close();
        announcer.close();
        if (ipv4 != null) {
            ipv4.close();
        }
        if (ipv6 != null) {
            ipv6.close();
        }
    }
}
