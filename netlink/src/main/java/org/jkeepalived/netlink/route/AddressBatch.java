package org.jkeepalived.netlink.route;

import java.util.List;
import org.jkeepalived.netlink.message.RequestBatch;

/** Addresses that come and go together, as requests prepared in memory outside the heap: {@link RequestBatch}. */
public final class AddressBatch {
    private final List<AddressSpec> addresses;
    final RequestBatch additions;
    final RequestBatch deletions;

    public AddressBatch(List<AddressSpec> addresses) {
        this.addresses = List.copyOf(addresses);
        additions = RequestBatch.of(this.addresses.stream().map(AddressMessages::add).toList());
        deletions = RequestBatch.of(this.addresses.stream().map(AddressMessages::delete).toList());
    }

    public List<AddressSpec> addresses() {
        return addresses;
    }

    public int size() {
        return addresses.size();
    }
}
