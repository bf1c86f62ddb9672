package org.jkeepalived.daemon.cleanup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.route.AddressManager.Change;
import org.jkeepalived.netlink.route.AddressSpec;

/**
 * Which addresses this process has added and not removed. Changes come from the loop's thread in order; the sum is drawn, and the record
 * written, on the files' thread, once for all that has come meanwhile.
 */
final class HeldAddresses {

    /**
     * A request to the kernel and what became of it.
     *
     * @param succeeded of each address of the batch, in order
     */
    record Step(Change change, List<AddressSpec> addresses, boolean[] succeeded) {}

    private record Place(int interfaceIndex, IpAddress address, int prefixLength) {
        static Place of(AddressSpec spec) {
            return new Place(spec.interfaceIndex(), spec.address(), spec.prefixLength());
        }
    }

    private final AddressRecord record;
    private final Executor files;
    private final Map<Place, AddressSpec> held = new LinkedHashMap<>();
    private Map<Integer, String> interfaces = Map.of();
    /** Changes that have been handed over and not counted in; the last of them is followed by the record. */
    private final AtomicInteger underWay = new AtomicInteger();

    HeldAddresses(AddressRecord record, Executor files) {
        this.record = record;
        this.files = files;
    }

    /** @param interfaceNames the interfaces that exist now, by index */
    void changed(List<Step> steps, Map<Integer, String> interfaceNames) {
        underWay.incrementAndGet();
        files.execute(() -> {
            steps.forEach(this::apply);
            interfaces = interfaceNames;
            // With an interface its addresses are gone.
            held.keySet().removeIf(place -> !interfaceNames.containsKey(place.interfaceIndex()));
            if (underWay.decrementAndGet() == 0) {
                write();
            }
        });
    }

    private void apply(Step step) {
        for (int i = 0; i < step.addresses().size(); i++) {
            AddressSpec spec = step.addresses().get(i);
            if (step.change() == Change.DELETE) {
                held.remove(Place.of(spec));
            } else if (step.succeeded()[i]) {
                held.put(Place.of(spec), spec);
            }
        }
    }

    private void write() {
        List<String> removals = new ArrayList<>();
        held.values()
                .forEach(spec -> removals
                        .add("address del " + spec.address() + (spec.peer() == null ? "" : " peer " + spec.peer()) + "/"
                                + spec.prefixLength() + " dev " + interfaces.get(spec.interfaceIndex())));
        record.write(removals);
    }

    /** Nothing is held any more. */
    void end() {
        files.execute(() -> {
            held.clear();
            record.write(List.of());
        });
    }
}
