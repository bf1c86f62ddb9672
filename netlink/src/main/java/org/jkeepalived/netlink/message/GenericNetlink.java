package org.jkeepalived.netlink.message;

import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;

/**
 * Generic netlink's header, and its controller, which knows the number that a family of messages has on this host:
 * linux/genetlink.h.
 */
public final class GenericNetlink {
    /** struct genlmsghdr: command, version, reserved. */
    public static final int HEADER = 4;

    private static final int GENL_ID_CTRL = 0x10;
    private static final int CTRL_CMD_GETFAMILY = 3;
    private static final int CTRL_ATTR_FAMILY_ID = 1;
    private static final int CTRL_ATTR_FAMILY_NAME = 2;
    private static final int CTRL_VERSION = 1;

    private GenericNetlink() {}

    /**
     * Begins a message.
     *
     * @param family what {@link #family} found
     * @param command the family's
     * @param version the family's
     */
    public static void begin(MessageWriter writer, int family, int flags, int command, int version) {
        writer.begin(family, flags);
        writer.appendU8(command);
        writer.appendU8(version);
        writer.appendU16(0);
    }

    /**
     * The message type of the family of that name; the kernel may load a module for it.
     *
     * @throws SystemCallException with ENOENT where there is none
     */
    public static int family(NetlinkSocket socket, String name) throws SystemCallException {
        AttributeReader attributes = new AttributeReader();
        int[] found = {0};
        socket.ask(writer -> {
            begin(writer, GENL_ID_CTRL, 0, CTRL_CMD_GETFAMILY, CTRL_VERSION);
            writer.putString(CTRL_ATTR_FAMILY_NAME, name);
            writer.end();
        }, message -> {
            message.attributes(attributes, HEADER);
            while (attributes.next()) {
                if (attributes.type() == CTRL_ATTR_FAMILY_ID) {
                    found[0] = attributes.u16();
                }
            }
        });
        if (found[0] == 0) {
            throw new SystemCallException("find family", name, Errno.ENOENT);
        }
        return found[0];
    }
}
