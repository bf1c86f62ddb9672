package org.jkeepalived.netlink.route;

import java.util.List;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.libc.Linux;
import org.jkeepalived.netlink.libc.Memory;

/**
 * Addresses that come and go together, as requests prepared in memory outside the heap: a takeover then costs the system
 * calls and nothing else. Immutable but for a sequence number that {@link AddressManager} counts.
 */
public final class AddressBatch {
    /** Above the longest request: header, ifaddrmsg, three IPv6 addresses, label, flags, lifetimes. */
    private static final int REQUEST_LIMIT = 160;

    private final List<AddressSpec> addresses;
    final Memory additions;
    final Memory deletions;
    /** Where each request begins, and behind the last where it ends. */
    final int[] additionOffsets;
    final int[] deletionOffsets;

    public AddressBatch(List<AddressSpec> addresses) {
        this.addresses = List.copyOf(addresses);
        int size = this.addresses.size();
        additionOffsets = new int[size + 1];
        deletionOffsets = new int[size + 1];
        additions = encode(Rtnetlink.RTM_NEWADDR, Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_EXCL, additionOffsets);
        deletions = encode(Rtnetlink.RTM_DELADDR, 0, deletionOffsets);
    }

    /**
     * Only the last request asks for an acknowledgement: errors come without asking, and a thousand acknowledgements
     * would cost as much as a thousand addresses.
     */
    private Memory encode(int type, int flags, int[] offsets) {
        Memory scratch = Memory.allocate(Math.max(1, addresses.size()) * REQUEST_LIMIT);
        MessageWriter writer = new MessageWriter(scratch);
        for (int i = 0; i < addresses.size(); i++) {
            offsets[i] = writer.length();
            int acknowledge = i == addresses.size() - 1 ? Rtnetlink.NLM_F_ACK : 0;
            writer.begin(type, Rtnetlink.NLM_F_REQUEST | flags | acknowledge, 0);
            writeAddress(writer, addresses.get(i), type == Rtnetlink.RTM_NEWADDR);
            writer.end();
        }
        offsets[addresses.size()] = writer.length();
        Memory memory = Memory.allocate(Math.max(1, writer.length()));
        memory.copyFrom(0, scratch, 0, writer.length());
        return memory;
    }

    private static void writeAddress(MessageWriter writer, AddressSpec spec, boolean addition) {
        IpAddress address = spec.address();
        writer.addressHeader(address.isIpv6() ? Linux.AF_INET6 : Linux.AF_INET, spec.prefixLength(), 0, spec.scope(),
                spec.interfaceIndex());
        writer.putAddress(Rtnetlink.IFA_LOCAL, address);
        writer.putAddress(Rtnetlink.IFA_ADDRESS, spec.peer() == null ? address : spec.peer());
        if (!addition) {
            return;
        }
        if (spec.broadcast() != null) {
            writer.putAddress(Rtnetlink.IFA_BROADCAST, spec.broadcast());
        }
        if (!spec.label().isEmpty() && !address.isIpv6()) {
            writer.putString(Rtnetlink.IFA_LABEL, spec.label());
        }
        if (spec.flags() != 0) {
            writer.putInt(Rtnetlink.IFA_FLAGS, spec.flags());
        }
        if (spec.preferredLifetimeSeconds() != AddressSpec.FOREVER) {
            writer.putLifetimes(spec.preferredLifetimeSeconds(), AddressSpec.FOREVER);
        }
    }

    public List<AddressSpec> addresses() {
        return addresses;
    }

    public int size() {
        return addresses.size();
    }
}
