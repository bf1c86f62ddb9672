package org.jkeepalived.daemon.resource;

import java.util.Objects;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.netlink.route.AddressMessages;
import org.jkeepalived.netlink.route.AddressSpec;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.vrrp.ResourceKind;

/** An address: virtual_ipaddress, virtual_ipaddress_excluded, static_ipaddress. */
public final class AddressObject implements KernelObject {
    private final VirtualAddress settings;

    public AddressObject(VirtualAddress settings) {
        this.settings = settings;
    }

    /** As it is configured. */
    public VirtualAddress settings() {
        return settings;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.ADDRESS;
    }

    @Override
    public String interfaceName() {
        return settings.interfaceName();
    }

    @Override
    public KernelEntry prepare(Interfaces interfaces) {
        Link link = interfaces.link(settings.interfaceName());
        if (link == null) {
            return null;
        }
        AddressSpec spec = spec(link.index());
        return new KernelEntry(new AddressKey(link.index(), settings.address()), AddressMessages.add(spec),
                AddressMessages.delete(spec), names -> undo(spec, names.name(spec.interfaceIndex())), false, true);
    }

    private AddressSpec spec(int interfaceIndex) {
        boolean six = settings.address().isIpv6();
        int flags = (six && !settings.duplicateDetection() ? AddressSpec.NODAD : 0)
                | (settings.home() ? AddressSpec.HOME_ADDRESS : 0)
                | (settings.manageTemporary() ? AddressSpec.MANAGE_TEMPORARY : 0)
                | (settings.noPrefixRoute() ? AddressSpec.NO_PREFIX_ROUTE : 0)
                | (settings.autojoin() ? AddressSpec.MULTICAST_AUTOJOIN : 0);
        return new AddressSpec(interfaceIndex, settings.address(), settings.prefixLength(), settings.peer(),
                settings.broadcast(), settings.scope(), settings.label() == null ? "" : settings.label(), flags,
                (int) settings.preferredLifetimeSeconds());
    }

    private static String undo(AddressSpec spec, String interfaceName) {
        return interfaceName == null
                ? null
                : "address del " + spec.address() + (spec.peer() == null ? "" : " peer " + spec.peer()) + "/"
                        + spec.prefixLength() + " dev " + interfaceName;
    }

    @Override
    public String text() {
        return settings.address().toString();
    }

    // By hand, see AddressKey; whether it is tracked or sits on an interface of its own is the instance's business and compared there.
    @Override
    public boolean equals(Object other) {
        return other instanceof AddressObject that && (settings == that.settings || equal(settings, that.settings));
    }

    private static boolean equal(VirtualAddress one, VirtualAddress other) {
        return one.address().equals(other.address()) && one.prefixLength() == other.prefixLength()
                && one.interfaceName().equals(other.interfaceName()) && one.scope() == other.scope()
                && Objects.equals(one.broadcast(), other.broadcast()) && Objects.equals(one.label(), other.label())
                && Objects.equals(one.peer(), other.peer()) && one.home() == other.home()
                && one.duplicateDetection() == other.duplicateDetection()
                && one.manageTemporary() == other.manageTemporary() && one.noPrefixRoute() == other.noPrefixRoute()
                && one.autojoin() == other.autojoin() && one.useVmac() == other.useVmac()
                && one.preferredLifetimeSeconds() == other.preferredLifetimeSeconds();
    }

    @Override
    public int hashCode() {
        return 31 * settings.address().hashCode() + settings.prefixLength();
    }
}
