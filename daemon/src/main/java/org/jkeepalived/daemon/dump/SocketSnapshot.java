package org.jkeepalived.daemon.dump;

import java.util.List;

/**
 * A pair of sockets and the instances that share it.
 *
 * @param descriptorIn -1 when it is not open
 * @param authenticationHeader whether it carries IP protocol 51 instead of 112
 * @param unicastSource the address it is bound to, empty for multicast
 * @param receiveBufferBytes what its instances ask for, 0 for the kernel's size
 */
public record SocketSnapshot(
        int descriptorIn,
        int descriptorOut,
        String interfaceName,
        boolean ipv6,
        boolean authenticationHeader,
        boolean unicast,
        String unicastSource,
        long receiveBufferBytes,
        List<Member> instances) {
    /** Copies the list. */
    public SocketSnapshot {
        instances = List.copyOf(instances);
    }

    /** An instance on the sockets. */
    public record Member(String name, int virtualRouterId) {}
}
