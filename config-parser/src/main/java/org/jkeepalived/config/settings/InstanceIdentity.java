package org.jkeepalived.config.settings;

import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;

/**
 * What makes an instance the same one across a reload; its name may change.
 *
 * @param family of the adverts
 * @param interfaceName that carries the adverts
 * @param virtualRouterId 1..255
 * @param unicast it talks to peers instead of a group
 * @param endpoint the source address that is written for a unicast instance, or null; the group of a multicast one
 */
public record InstanceIdentity(
        AddressFamily family,
        String interfaceName,
        int virtualRouterId,
        boolean unicast,
        IpAddress endpoint) {}
