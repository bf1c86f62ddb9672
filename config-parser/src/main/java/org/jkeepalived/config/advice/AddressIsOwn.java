package org.jkeepalived.config.advice;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.host.InterfaceAddress;
import org.jkeepalived.config.settings.VirtualAddress;

/**
 * A virtual address that the interface has as its own, with another prefix length than the virtual one: leaving MASTER takes it from the host. With the
 * same prefix length it may be there because this host is MASTER now.
 */
final class AddressIsOwn implements Adviser {
    @Override
    public void advise(Survey survey) {
        for (InstanceDraft instance : survey.instances()) {
            for (VirtualAddress virtual : instance.addresses) {
                String interfaceName = virtual.interfaceName() == null
                        ? instance.interfaceName
                        : virtual.interfaceName();
                if (interfaceName != null && !instance.owner()) {
                    survey.facts()
                            .addresses(interfaceName)
                            .stream()
                            .filter(own -> own.address().equals(virtual.address())
                                    && own.prefixLength() != virtual.prefixLength())
                            .findFirst()
                            .ifPresent(own -> report(instance, virtual, own, interfaceName, survey));
                }
            }
        }
    }

    private static void report(InstanceDraft instance, VirtualAddress virtual, InterfaceAddress own,
            String interfaceName, Survey survey) {
        survey.advise(instance, survey.place(virtual), "address-is-own",
                own.address() + "/" + own.prefixLength() + " is " + interfaceName
                        + "'s own address: as a backup this host would share it with the master",
                "an address that no host has of its own, or priority 255 on this host");
    }
}
