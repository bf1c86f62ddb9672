package org.jkeepalived.vrrp;

import org.jkeepalived.net.IpPrefix;

/**
 * Something that the kernel holds for a router while it is MASTER: an address, a route, a rule. Two of them are the same across a reload
 * when all components are equal.
 *
 * @param kind what it is
 * @param interfaceName the interface where it lies and where its announcements go, empty for none
 * @param address the address and its network; null unless the kind is {@link ResourceKind#ADDRESS}
 * @param advertised whether the address is in adverts (virtual_ipaddress) or not (virtual_ipaddress_excluded)
 * @param announced whether neighbours are told of the address by gratuitous ARP or unsolicited neighbour advertisement
 * @param tracked whether its loss is the router's business; what is not tracked (no_track) is not put back before the next installation
 * @param spec what the kernel is told
 */
public record Resource(
        ResourceKind kind,
        String interfaceName,
        IpPrefix address,
        boolean advertised,
        boolean announced,
        boolean tracked,
        ResourceSpec spec) {

    public Resource {
        if (address == null != (kind != ResourceKind.ADDRESS)) {
            throw new IllegalArgumentException(kind + (address == null ? " without" : " with") + " an address");
        }
        if (address == null && (advertised || announced)) {
            throw new IllegalArgumentException("only an address is advertised or announced, not a " + kind);
        }
    }

    /** An address that is advertised, announced and tracked. */
    public static Resource address(String interfaceName, IpPrefix address, ResourceSpec spec) {
        return new Resource(ResourceKind.ADDRESS, interfaceName, address, true, true, true, spec);
    }

    /** Something other than an address. */
    public static Resource other(ResourceKind kind, String interfaceName, boolean tracked, ResourceSpec spec) {
        return new Resource(kind, interfaceName, null, false, false, tracked, spec);
    }

    // By hand: a record's own comparison is made by method handles, whose first use costs milliseconds of a takeover.
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Resource that && kind == that.kind && advertised == that.advertised
                && announced == that.announced && tracked == that.tracked
                && (address == null ? that.address == null : address.equals(that.address))
                && interfaceName.equals(that.interfaceName) && spec.equals(that.spec);
    }

    @Override
    public int hashCode() {
        int hash = address == null ? kind.ordinal() : address.hashCode();
        return 31 * (31 * hash + interfaceName.hashCode()) + spec.hashCode();
    }
}
