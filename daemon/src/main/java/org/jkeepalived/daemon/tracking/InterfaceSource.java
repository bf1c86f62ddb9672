package org.jkeepalived.daemon.tracking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.config.settings.TrackedInterface;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.NeededInterfaces;
import org.jkeepalived.daemon.mapping.Tracked;
import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.daemon.mapping.TrackerKind;
import org.jkeepalived.vrrp.TrackerCondition;

/**
 * Links of interfaces: those that are tracked, and those that an instance needs because what it holds is on them. The
 * loop's thread owns it.
 */
public final class InterfaceSource implements TrackerSource {

    static final TrackerKind KIND = new Kind();

    private static final String NAME = "interface";

    private final TrackerSink sink;

    /** @param sink told on the loop's thread, by {@link #linkChanged} */
    public InterfaceSource(TrackerSink sink) {
        this.sink = sink;
    }

    /** The link of that interface. */
    public static TrackerId id(String interfaceName) {
        return new TrackerId(NAME, interfaceName);
    }

    @Override
    public TrackerKind kind() {
        return KIND;
    }

    /** The kernel tells of an interface: up and running, or not. */
    public void linkChanged(String interfaceName, boolean up) {
        sink.changed(id(interfaceName), up ? TrackerCondition.UP : TrackerCondition.DOWN);
    }

    @Override
    public void configure(Configuration configuration) {
        // The kernel tells of every link; the core knows which of them count.
    }

    /** None of its own: the picture of the host's interfaces shows them. */
    @Override
    public List<TrackerStatus> statuses() {
        return List.of();
    }

    @Override
    public void close() {
        // What tells of links is closed by its owner.
    }

    private static final class Kind implements TrackerKind {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void declare(Configuration configuration, InstanceMapper.Links links, Declarations out) {
            Set<String> names = new LinkedHashSet<>();
            for (InstanceSettings instance : configuration.instances()) {
                of(instance, configuration.statics()).forEach(tracked -> names.add(tracked.name()));
            }
            for (SyncGroupSettings group : configuration.syncGroups()) {
                of(group).forEach(tracked -> names.add(tracked.name()));
            }
            names.forEach(name -> out.tracker(name, links.up(name) ? TrackerCondition.UP : TrackerCondition.DOWN));
        }

        /** What an instance holds needs its interface, whatever weight the interface is tracked with besides. */
        @Override
        public List<Tracked> of(InstanceSettings instance, StaticSettings statics) {
            Set<String> needed = NeededInterfaces.of(instance, statics);
            needed.remove(instance.interfaceName());
            List<Tracked> all = new ArrayList<>();
            for (TrackedInterface link : instance.trackInterfaces()) {
                if (!needed.contains(link.name())) {
                    all.add(tracked(link));
                }
            }
            needed.forEach(name -> all.add(new Tracked(name, 0, false)));
            return all;
        }

        @Override
        public List<Tracked> of(SyncGroupSettings group) {
            List<Tracked> all = new ArrayList<>();
            group.trackInterfaces().forEach(link -> all.add(tracked(link)));
            return all;
        }

        private static Tracked tracked(TrackedInterface link) {
            return new Tracked(link.name(), link.weight(), link.reverse());
        }
    }
}
