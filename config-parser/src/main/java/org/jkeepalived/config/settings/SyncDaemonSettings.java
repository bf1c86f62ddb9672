package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/**
 * The IPVS connection synchronization.
 *
 * @param interfaceName where it sends and listens
 * @param instanceName the VRRP instance whose state says whether it sends or listens, or null
 * @param syncId number of the domain; null for the instance's router id
 * @param maxLength largest datagram in bytes; 0 for the kernel's value
 * @param port UDP port; 0 for the kernel's value
 * @param ttl time to live or hop limit; 0 for the kernel's value
 * @param group multicast group; null for the kernel's value
 */
public record SyncDaemonSettings(
        String interfaceName,
        String instanceName,
        Integer syncId,
        int maxLength,
        int port,
        int ttl,
        IpAddress group) {}
