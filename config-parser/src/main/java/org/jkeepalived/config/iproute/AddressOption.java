package org.jkeepalived.config.iproute;

import org.jkeepalived.config.iproute.LineOption.Lists;

/** The options of an address's line, as ip address takes them, and keepalived's own. */
enum AddressOption implements LineOption.Declared {
    DEV(LineOption.of("IFNAME", "Interface that it goes to; the instance's or default_interface without it.", "dev")),
    SCOPE(LineOption.of("SCOPE", "Scope of an IPv4 address: a name of rt_scopes or 0..255.", "scope")),
    BROADCAST(LineOption.of("ADDR, + or -", "IPv4 broadcast address; + and - set or clear the host bits.", "brd",
            "broadcast")),
    LABEL(LineOption.of("LABEL", "Label of an IPv4 address, up to 15 characters.", "label")),
    PEER(LineOption.of("ADDR", "Far end of a point-to-point link.", "peer")),
    PREFERRED_LIFETIME(LineOption.of("SECONDS or forever", "How long it is preferred as a source.", "preferred_lft")),
    HOME(LineOption.of("", "IPv6 home address (RFC 6275).", "home")),
    DUPLICATE_DETECTION(LineOption.of("", "Duplicate address detection is made for an IPv6 address.", "-nodad")),
    MANAGE_TEMPORARY(LineOption.of("", "The kernel makes temporary IPv6 addresses of it.", "mngtmpaddr")),
    NO_PREFIX_ROUTE(LineOption.of("", "The kernel adds no route for its prefix.", "noprefixroute")),
    AUTOJOIN(LineOption.of("", "The kernel joins the multicast group of that address.", "autojoin")),
    NO_TRACK(LineOption.of("", "Its removal by others changes nothing until the next change of state.", "no_track")),
    TRACK_GROUP(
            LineOption.of("GROUP", "It follows the instances of that track_group.", "track_group").only(Lists.STATIC)),
    USE_VMAC(LineOption.of("", "It goes to a macvlan interface of its own.", "use_vmac").only(Lists.INSTANCE).notYet());

    static final LineOptions<AddressOption> OPTIONS = new LineOptions<>(values());

    private final LineOption option;

    AddressOption(LineOption option) {
        this.option = option;
    }

    @Override
    public LineOption option() {
        return option;
    }
}
