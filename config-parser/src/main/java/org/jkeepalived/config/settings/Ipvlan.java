package org.jkeepalived.config.settings;

import org.jkeepalived.net.IpAddress;

/**
 * The private ipvlan interface of an instance (keepalived.conf(5), use_ipvlan).
 *
 * @param interfaceName its name, or null for one made of vmac_prefix and the router id
 * @param address its address, from which adverts leave, or null
 * @param prefixLength of the address, 0..32 or 0..128
 * @param mode how it passes frames between the interfaces of its base
 * @param group its interface group, a name or a number, or null
 */
public record Ipvlan(String interfaceName, IpAddress address, int prefixLength, Mode mode, String group) {
    /** How frames pass between the ipvlan interfaces of one base. */
    public enum Mode {
        BRIDGE,
        PRIVATE,
        VEPA
    }
}
