package org.jkeepalived.config.settings;

/**
 * An address of static_ipaddress, kept in place whatever the state of any instance.
 *
 * @param address the address with its options
 * @param trackGroup the track group whose instances follow it, or null
 */
public record StaticAddress(VirtualAddress address, String trackGroup) {

    /** The line, which reads back to an equal address. */
    public String asWritten() {
        return new OptionText().add(address.asWritten()).addWord("track_group", trackGroup).toString();
    }
}
