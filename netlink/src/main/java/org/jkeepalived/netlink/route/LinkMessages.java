package org.jkeepalived.netlink.route;

import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.message.AttributeReader;
import org.jkeepalived.netlink.message.MessageReader;
import org.jkeepalived.netlink.message.MessageWriter;
import org.jkeepalived.netlink.message.Netlink;

/**
 * RTM_NEWLINK, RTM_DELLINK, RTM_GETLINK: struct ifinfomsg and IFLA_* of linux/if_link.h. An object decodes, and belongs
 * to one thread.
 */
final class LinkMessages {
    /** struct ifinfomsg: family, padding, hardware type (2 bytes), index, flags, change mask. */
    private static final int IFINFOMSG = 16;
    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_LINK = 5;
    private static final int IFLA_MASTER = 10;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_EXT_MASK = 29;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    /** Of the data of a VRF; other kinds have other things under this number. */
    private static final int IFLA_VRF_TABLE = 1;
    private static final String VRF = "vrf";
    private static final int RTEXT_FILTER_SKIP_STATS = 8;

    private final AttributeReader attributes = new AttributeReader();
    private final AttributeReader nested = new AttributeReader();
    private final AttributeReader data = new AttributeReader();
    /** Of the link in hand. */
    private String kind = "";
    private long vrfTable;

    /** Asks for every interface, without its counters. */
    static void writeDump(MessageWriter writer) {
        writer.begin(Rtnetlink.RTM_GETLINK, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP);
        writer.appendZeros(IFINFOMSG);
        writer.putU32(IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
        writer.end();
    }

    /** Tells an event, or a part of a dump; one that is cut short is left out. */
    void tell(MessageReader message, RouteListener listener) {
        if (message.payloadLength() < IFINFOMSG || message.u8(0) != Linux.AF_UNSPEC) {
            // Of another family than AF_UNSPEC are events of a bridge's port, not of the interface.
            return;
        }
        int index = message.u32(4);
        String name = "";
        kind = "";
        vrfTable = 0;
        int mtu = 0;
        int master = 0;
        int lower = 0;
        long mac = 0;
        message.attributes(attributes, IFINFOMSG);
        while (attributes.next()) {
            switch (attributes.type()) {
                case IFLA_IFNAME -> name = attributes.string();
                case IFLA_MTU -> mtu = attributes.u32();
                case IFLA_MASTER -> master = attributes.u32();
                case IFLA_LINK -> lower = attributes.u32();
                case IFLA_ADDRESS -> mac = attributes.mac();
                case IFLA_LINKINFO -> linkInfo();
                default -> {
                    // Not of interest.
                }
            }
        }
        if (message.type() == Rtnetlink.RTM_DELLINK) {
            listener.linkRemoved(index, name);
        } else {
            listener.linkChanged(new Link(index, name, message.u32(8), mtu, new MacAddress(mac), message.u16(2), master,
                    lower, kind, vrfTable));
        }
    }

    /** The kernel tells the kind before its data. */
    private void linkInfo() {
        nested.nested(attributes);
        while (nested.next()) {
            if (nested.type() == IFLA_INFO_KIND) {
                kind = nested.string();
            } else if (nested.type() == IFLA_INFO_DATA && VRF.equals(kind)) {
                data.nested(nested);
                while (data.next()) {
                    if (data.type() == IFLA_VRF_TABLE) {
                        vrfTable = Integer.toUnsignedLong(data.u32());
                    }
                }
            }
        }
    }
}
