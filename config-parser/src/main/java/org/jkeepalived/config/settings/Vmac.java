package org.jkeepalived.config.settings;

/**
 * The private macvlan interface of an instance (keepalived.conf(5), use_vmac).
 *
 * @param interfaceName its name, or null for one made of vmac_prefix and the router id
 * @param macAddress
 *        its address, five or six octets such as {@code 02:00:00:00:00:01}, of which the last is the router id when only five are given; null for
 *        the address of RFC 5798 section 7.3
 * @param group its interface group, a name or a number, or null
 * @param netlinkNotify a link message for the base interface is asked for after changes
 */
public record Vmac(String interfaceName, String macAddress, String group, boolean netlinkNotify) {}
