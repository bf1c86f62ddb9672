package org.jkeepalived.config.rule;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.net.AddressFamily;

/** An address that goes to the VMAC of its instance, or to one that use_vmac_addr gives it, asks for none itself. */
final class AddressVmacRule implements InstanceRule {
    @Override
    public void apply(InstanceDraft instance, Scope scope) {
        instance.addresses.replaceAll(address -> checked(address, instance, scope));
        instance.excluded.replaceAll(address -> checked(address, instance, scope));
    }

    private static VirtualAddress checked(VirtualAddress address, InstanceDraft instance, Scope scope) {
        if (!address.useVmac() || !instance.link.vmac.wanted && !instance.link.vmacAddresses) {
            return address;
        }
        AddressFamily family = instance.family == null ? AddressFamily.IPV4 : instance.family;
        boolean withInstance = InstanceDraft.familyOf(address.address()) == family
                && (address.interfaceName() == null || address.interfaceName().equals(instance.interfaceName));
        String who = "(" + instance.name + ") ";
        if (withInstance && instance.link.vmac.wanted) {
            report(address, scope,
                    who + "use_vmac specified for VIP/eVIP " + address.prefixText() + " and vrrp instance");
            return address.withoutVmac();
        }
        if (!withInstance && instance.link.vmacAddresses) {
            report(address, scope,
                    who + "use_vmac_addr specified and use_vmac specified for VIP/eVIP " + address.prefixText());
            return address.withoutVmac();
        }
        return address;
    }

    private static void report(VirtualAddress address, Scope scope, String message) {
        Place place = scope.origins().of(address);
        scope.findings()
                .warning(place == null ? null : place.untold(), "address-vmac-twice", message)
                .expecting("use_vmac for the instance or for the address");
    }
}
