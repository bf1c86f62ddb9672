package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/**
 * A bfd_instance: a session of RFC 5880 with one neighbour.
 *
 * @param name unique, up to 31 characters
 * @param neighbour the other end
 * @param source of the same family, or null for the kernel's choice
 * @param minRxNanos required minimum receive interval
 * @param minTxNanos desired transmit interval while up
 * @param idleTxNanos transmit interval while not up
 * @param multiplier 1..255, intervals without a packet that make the session down
 * @param passive waits for the neighbour to begin
 * @param ttl 1..255, TTL or hop limit of what is sent
 * @param maxHops -1..255, routers that a received packet may have passed; -1 is no check
 * @param multihop RFC 5883's port
 * @param weight -253..253, priority change of instances that follow it; 0 means that down is a FAULT
 * @param reverse the result counts inverted
 * @param tellsVrrp instances and groups may follow it
 * @param tellsChecker BFD_CHECK may follow it
 */
public record BfdSettings(
        String name,
        IpAddress neighbour,
        IpAddress source,
        long minRxNanos,
        long minTxNanos,
        long idleTxNanos,
        int multiplier,
        boolean passive,
        int ttl,
        int maxHops,
        boolean multihop,
        int weight,
        boolean reverse,
        boolean tellsVrrp,
        boolean tellsChecker) {}
