package org.jkeepalived.daemon.kernel;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.packet.AdvertFrame;
import org.jkeepalived.netlink.packet.AnnouncementFrame;
import org.jkeepalived.netlink.packet.Announcer;
import org.jkeepalived.netlink.packet.VrrpTransmitter;
import org.jkeepalived.netlink.route.AddressBatch;
import org.jkeepalived.netlink.route.AddressManager;

/** The real ways out. A socket is opened when it is first needed, so a host without IPv6 never opens one for it. */
public final class RealKernel implements KernelPort {

    private final AddressManager addresses;
    private final Announcer announcer;
    private VrrpTransmitter ipv4;
    private VrrpTransmitter ipv6;
    private int ipv4Failures;
    private boolean keepAddresses;

    private RealKernel(AddressManager addresses, Announcer announcer) {
        this.addresses = addresses;
        this.announcer = announcer;
    }

    /** Needs CAP_NET_ADMIN, without which a MASTER would have no address and keep others from it, and CAP_NET_RAW. */
    public static RealKernel open() throws SystemCallException {
        AddressManager addresses = AddressManager.open();
        try {
            addresses.checkPermission();
            return new RealKernel(addresses, Announcer.open());
        } catch (SystemCallException e) {
            addresses.close();
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
    public void keepAddresses(boolean keep) {
        keepAddresses = keep;
    }

    @Override
    public int submit(AddressBatch batch, AddressManager.Change change) {
        if (keepAddresses && change == AddressManager.Change.DELETE) {
            return Errno.NONE;
        }
        return addresses.submit(batch, change);
    }

    @Override
    public int collect(AddressManager.Failures failures) {
        return addresses.collect(failures);
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
        addresses.close();
        announcer.close();
        if (ipv4 != null) {
            ipv4.close();
        }
        if (ipv6 != null) {
            ipv6.close();
        }
    }
}
