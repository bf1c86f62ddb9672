package org.jkeepalived.daemon.dump;

import org.jkeepalived.config.settings.VirtualAddress;

/**
 * An address of an instance.
 *
 * @param set whether it is on the interface
 */
public record AddressSnapshot(VirtualAddress address, boolean set) {

    String text() {
        return VirtualAddressText.of(address, set);
    }
}
