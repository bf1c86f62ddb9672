package org.jkeepalived.config.advice;

import java.util.List;
import java.util.stream.Stream;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.host.InterfaceAddress;
import org.jkeepalived.config.settings.VirtualAddress;

/**
 * A host address that is in no prefix of its interface: neighbours do not ask for it by ARP, so it is reached through a route alone. An address with a
 * prefix of its own brings its route and is left alone.
 */
final class AddressOutsidePrefix implements Adviser {
    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            Stream.concat(instance.addresses.stream(), instance.excluded.stream())
                    .forEach(address -> check(instance, address, survey));
        }
    }

    private static void check(InstanceDraft instance, VirtualAddress virtual, Survey survey) {
        String interfaceName = virtual.interfaceName() == null ? instance.interfaceName : virtual.interfaceName();
        boolean host = virtual.prefixLength() == virtual.address().family().bits();
        if (interfaceName == null || !host || virtual.address().isLinkLocal() || virtual.peer() != null) {
            return;
        }
        List<InterfaceAddress> networks = survey.facts()
                .addresses(interfaceName)
                .stream()
                .filter(own -> InstanceDraft.familyOf(own.address()) == InstanceDraft.familyOf(virtual.address())
                        && !own.address().equals(virtual.address()) && !own.address().isLinkLocal())
                .toList();
        if (!networks.isEmpty() && networks.stream().noneMatch(own -> own.covers(virtual.address()))) {
            InterfaceAddress first = networks.getFirst();
            survey.advise(instance, survey.place(virtual), "address-outside-prefix",
                    virtual.address() + " is in no network of " + interfaceName + ", which has " + first.address() + "/"
                            + first.prefixLength() + ": its neighbours reach it through a route only",
                    "an address of that network, or the prefix length of its own");
        }
    }
}
