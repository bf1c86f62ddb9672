package org.jkeepalived.daemon.snapshot;

import org.jkeepalived.config.settings.Authentication;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.SocketBuffers;
import org.jkeepalived.net.AddressFamily;

/** What an instance adds to the receive buffer of the sockets that it shares, as keepalived counts it. */
final class ReceiveBuffers {
    private static final int IPV4_HEADER = 20;
    private static final int VRRP_HEADER = 8;
    /** RFC 3768 section 5.3.10; there whether it is used or not. */
    private static final int PASSWORD = 8;
    private static final int AUTHENTICATION_HEADER = 24;

    private ReceiveBuffers() {}

    /**
     * Bytes, 0 for the kernel's size.
     *
     * @param mtu the interface's
     */
    static long bytes(InstanceSettings instance, SocketBuffers buffers, int mtu) {
        if (instance.link().receiveBufferBytes() >= 0) {
            return instance.link().receiveBufferBytes();
        }
        return switch (buffers.adverts()) {
            case KERNEL -> 0;
            case MTU -> buffers.advertMultiplier() * mtu;
            case ADVERT -> buffers.advertMultiplier() * advert(instance);
            case SIZE -> buffers.advertBytes();
        };
    }

    private static int advert(InstanceSettings instance) {
        boolean six = instance.family() == AddressFamily.IPV6;
        return VRRP_HEADER + (six ? 16 : 4) * instance.addresses().size() + (six ? 0 : IPV4_HEADER)
                + (instance.version() == 2 ? PASSWORD : 0)
                + (instance.authentication().type() == Authentication.Type.AH ? AUTHENTICATION_HEADER : 0);
    }
}
