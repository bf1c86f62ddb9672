package org.jkeepalived.daemon.dump;

/**
 * A virtual address.
 *
 * @param address in text form
 * @param broadcast empty when there is none
 * @param scope as iproute2 names it
 * @param label empty when there is none
 * @param home whether it has the home flag
 * @param preferredLifetimeSeconds of an IPv6 address: 0 is deprecated, {@link #FOREVER} has no end
 * @param set whether it is on the interface
 */
public record AddressSnapshot(
        String address,
        int prefixLength,
        boolean ipv6,
        String broadcast,
        String device,
        String scope,
        String label,
        boolean home,
        long preferredLifetimeSeconds,
        boolean set) {
    /** A lifetime without end. */
    public static final long FOREVER = 0xffff_ffffL;

    /** {@code ADDRESS[/LENGTH] [brd B] dev D scope S ... [set]}; a host address is shown without its length. */
    String text() {
        var text = new StringBuilder(address);
        if (prefixLength != (ipv6 ? 128 : 32)) {
            text.append('/').append(prefixLength);
        }
        if (!broadcast.isEmpty()) {
            text.append(" brd ").append(broadcast);
        }
        text.append(" dev ").append(device).append(" scope ").append(scope);
        if (!label.isEmpty()) {
            text.append(" label ").append(label);
        }
        if (home) {
            text.append(" home");
        }
        if (ipv6) {
            text.append(preferredLifetimeSeconds == 0
                    ? " deprecated"
                    : preferredLifetimeSeconds == FOREVER
                            ? " preferred_lft forever"
                            : " preferred_lft " + preferredLifetimeSeconds);
        }
        return set ? text.append(" set").toString() : text.toString();
    }
}
