package org.jkeepalived.config.settings;

/**
 * Defaults of interfaces with a virtual MAC address.
 *
 * @param prefix what generated names begin with
 * @param addressPrefix what the names of interfaces for use_vmac_addr begin with
 * @param garpIntervalNanos period of gratuitous ARPs on interfaces other than the instance's own, 0 for none
 * @param garpOnAll those without a virtual MAC address included
 */
public record VmacDefaults(String prefix, String addressPrefix, long garpIntervalNanos, boolean garpOnAll) {}
