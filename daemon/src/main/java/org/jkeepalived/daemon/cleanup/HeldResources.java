package org.jkeepalived.daemon.cleanup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jkeepalived.daemon.resource.Holdings;
import org.jkeepalived.daemon.resource.KernelEntry;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.jkeepalived.netlink.route.Link;

/**
 * What this process has added to the kernel and not removed. Changes come on the loop's thread and are handed over a turn at a time; the sum
 * is drawn, and the record written, on the files' thread, once for all that has come meanwhile. What waits is bounded by {@link #MAXIMUM_UNDER_WAY}
 * turns: with more, the loop keeps the last change of each thing until the files' thread has caught up.
 */
public final class HeldResources implements Holdings.Listener {
    private static final int MAXIMUM_UNDER_WAY = 64;

    private record Step(KernelEntry entry, boolean added) {}

    private final CrashRecord record;
    private final InterfaceTable interfaces;
    private final Executor files;
    /** The last change of each thing since the last hand-over. */
    private Map<Object, Step> steps = new LinkedHashMap<>();
    /** Of the files' thread alone. */
    private final LinkedHashMap<Object, KernelEntry> held = new LinkedHashMap<>();
    /** Turns that have been handed over and not counted in; the last of them is followed by the record. */
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * @param interfaces the loop's, for their names
     * @param files runs what blocks, one after the other
     */
    public HeldResources(CrashRecord record, InterfaceTable interfaces, Executor files) {
        this.record = record;
        this.interfaces = interfaces;
        this.files = files;
    }

    @Override
    public void added(KernelEntry entry) {
        steps.put(entry.key(), new Step(entry, true));
    }

    @Override
    public void removed(KernelEntry entry) {
        steps.put(entry.key(), new Step(entry, false));
    }

    /** The end of a turn of the loop, when what it did to the kernel is done: it delays nothing that a takeover waits for. */
    public void turnEnded() {
        if (!steps.isEmpty() && underWay.get() < MAXIMUM_UNDER_WAY) {
            handOver();
        }
    }

    private void handOver() {
        List<Step> turn = List.copyOf(steps.values());
        steps = new LinkedHashMap<>();
        Map<Integer, String> names = new HashMap<>();
        for (Link link : interfaces.links()) {
            names.put(link.index(), link.name());
        }
        underWay.incrementAndGet();
        files.execute(() -> {
            turn.forEach(this::apply);
            if (underWay.decrementAndGet() == 0) {
                write(names);
            }
        });
    }

    private void apply(Step step) {
        if (step.added()) {
            held.put(step.entry().key(), step.entry());
        } else {
            held.remove(step.entry().key());
        }
    }

    /** The last that came goes first. What has no line any more went with its interface. */
    private void write(Map<Integer, String> names) {
        List<String> removals = new ArrayList<>();
        for (KernelEntry entry : held.sequencedValues().reversed()) {
            String line = entry.undo().line(names::get);
            if (line != null) {
                removals.add(line);
            }
        }
        record.write(removals);
    }

    /** What could be removed has been removed; what is left stays in the record. */
    public void end() {
        if (!steps.isEmpty()) {
            handOver();
        }
    }
}
