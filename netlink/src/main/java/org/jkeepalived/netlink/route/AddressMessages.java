package org.jkeepalived.netlink.route;

import java.util.List;
import org.jkeepalived.net.AddressFamily;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.message.AttributeReader;
import org.jkeepalived.netlink.message.MessageReader;
import org.jkeepalived.netlink.message.MessageWriter;
import org.jkeepalived.netlink.message.Netlink;
import org.jkeepalived.netlink.message.NetlinkSocket;
import org.jkeepalived.netlink.message.Request;
import org.jkeepalived.netlink.message.RequestBatch;

/**
 * RTM_NEWADDR, RTM_DELADDR, RTM_GETADDR: struct ifaddrmsg and IFA_* of linux/if_addr.h. The requests are static; an
 * object decodes, and belongs to one thread.
 */
public final class AddressMessages {
    /** struct ifaddrmsg: family, prefix length, flags, scope, interface. */
    private static final int IFADDRMSG = 8;
    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_LABEL = 3;
    private static final int IFA_BROADCAST = 4;
    private static final int IFA_CACHEINFO = 6;
    private static final int IFA_FLAGS = 8;
    private static final int IPV4_BITS = 32;

    private final AttributeReader attributes = new AttributeReader();

    AddressMessages() {}

    private record AddressRequest(int type, int flags, AddressSpec spec) implements Request {
        @Override
        public void write(MessageWriter writer) {
            writer.begin(type, flags);
            header(writer, Rtnetlink.family(spec.address()), spec.prefixLength(), spec.scope(), spec.interfaceIndex());
            IpAddress address = spec.address();
            writer.putAddress(IFA_LOCAL, address);
            writer.putAddress(IFA_ADDRESS, spec.peer() == null ? address : spec.peer());
            if (type == Rtnetlink.RTM_NEWADDR) {
                writeOptions(writer, spec);
            }
            writer.end();
        }
    }

    /** Puts the address on its interface; EEXIST where it is there already. */
    public static Request add(AddressSpec spec) {
        return new AddressRequest(Rtnetlink.RTM_NEWADDR, Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL, spec);
    }

    /** Takes the address off its interface; EADDRNOTAVAIL where it is not there. */
    public static Request delete(AddressSpec spec) {
        return new AddressRequest(Rtnetlink.RTM_DELADDR, 0, spec);
    }

    private static void writeOptions(MessageWriter writer, AddressSpec spec) {
        if (spec.broadcast() != null) {
            writer.putAddress(IFA_BROADCAST, spec.broadcast());
        }
        if (!spec.label().isEmpty() && !spec.address().isIpv6()) {
            writer.putString(IFA_LABEL, spec.label());
        }
        if (spec.flags() != 0) {
            writer.putU32(IFA_FLAGS, spec.flags());
        }
        if (spec.preferredLifetimeSeconds() != AddressSpec.FOREVER) {
            // struct ifa_cacheinfo: preferred and valid lifetime, then two stamps that a request leaves empty.
            int lifetimes = writer.beginAttribute(IFA_CACHEINFO);
            writer.appendU32(spec.preferredLifetimeSeconds());
            writer.appendU32(AddressSpec.FOREVER);
            writer.appendZeros(8);
            writer.endAttribute(lifetimes);
        }
    }

    private static void header(MessageWriter writer, int family, int prefixLength, int scope, int interfaceIndex) {
        writer.appendU8(family);
        writer.appendU8(prefixLength);
        writer.appendU8(0);
        writer.appendU8(scope);
        writer.appendU32(interfaceIndex);
    }

    /** Asks for every address of every interface. */
    static void writeDump(MessageWriter writer) {
        writer.begin(Rtnetlink.RTM_GETADDR, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP);
        header(writer, Linux.AF_UNSPEC, 0, 0, 0);
        writer.end();
    }

    /**
     * Finds out whether this process may change addresses, by a request that changes none.
     *
     * @param socket rtnetlink, with nothing uncollected
     * @throws SystemCallException with EPERM where it may not
     */
    public static void checkPermission(NetlinkSocket socket) throws SystemCallException {
        AddressSpec nowhere = new AddressSpec(Integer.MAX_VALUE, IpAddress.parse("127.0.0.1"), IPV4_BITS);
        int[] refusal = {Errno.NONE};
        socket.submit(RequestBatch.of(List.of(delete(nowhere))));
        socket.collect((_, _, error) -> refusal[0] = error.errno());
        if (refusal[0] == Errno.EPERM) {
            throw new SystemCallException("change addresses", "", refusal[0]);
        }
    }

    /** Tells an event, or a part of a dump; one that is cut short or malformed is left out. */
    void tell(MessageReader message, RouteListener listener) {
        if (message.payloadLength() < IFADDRMSG) {
            return;
        }
        int family = message.u8(0);
        if (family != Linux.AF_INET && family != Linux.AF_INET6) {
            return;
        }
        int flags = message.u8(2);
        long high = 0;
        long low = 0;
        boolean found = false;
        boolean local = false;
        message.attributes(attributes, IFADDRMSG);
        while (attributes.next()) {
            int attribute = attributes.type();
            // IFA_LOCAL is the interface's own address; IFA_ADDRESS is the same, or the peer's where both are there.
            if (attribute == IFA_LOCAL || attribute == IFA_ADDRESS && !local) {
                high = attributes.addressHigh();
                low = attributes.addressLow();
                local = attribute == IFA_LOCAL;
                found = true;
            } else if (attribute == IFA_FLAGS) {
                flags = attributes.u32();
            }
        }
        if (!found || attributes.malformed()) {
            return;
        }
        AddressFamily of = family == Linux.AF_INET ? AddressFamily.IPV4 : AddressFamily.IPV6;
        int interfaceIndex = message.u32(4);
        if (message.type() == Rtnetlink.RTM_DELADDR) {
            listener.addressRemoved(interfaceIndex, of, high, low, message.u8(1));
        } else {
            listener.addressAdded(interfaceIndex, of, high, low, message.u8(1), message.u8(3), flags);
        }
    }
}
