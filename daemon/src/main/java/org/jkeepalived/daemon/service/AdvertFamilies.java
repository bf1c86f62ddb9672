package org.jkeepalived.daemon.service;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.daemon.kernel.KernelPort;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.netlink.SystemCallException;

/** Which families of adverts can be sent: a host without IPv6 has no socket for them. The loop's thread owns it. */
final class AdvertFamilies {
    private final KernelPort kernel;
    private final Set<AddressFamily> enabled = EnumSet.noneOf(AddressFamily.class);

    AdvertFamilies(KernelPort kernel) {
        this.kernel = kernel;
    }

    /** Opens what the instances need; returns what could not be opened, and why. */
    Map<AddressFamily, SystemCallException> enable(Configuration configuration) {
        Map<AddressFamily, SystemCallException> refused = new EnumMap<>(AddressFamily.class);
        for (InstanceSettings instance : configuration.instances()) {
            AddressFamily family = instance.family();
            if (!enabled.contains(family) && !refused.containsKey(family)) {
                try {
                    kernel.enable(family);
                    enabled.add(family);
                } catch (SystemCallException e) {
                    refused.put(family, e);
                }
            }
        }
        return refused;
    }
}
