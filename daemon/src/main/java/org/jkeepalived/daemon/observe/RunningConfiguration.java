package org.jkeepalived.daemon.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.SyncGroupSettings;
import org.jkeepalived.daemon.messages.ReportLines;
import org.jkeepalived.vrrp.RouterIdentity;
import org.jkeepalived.vrrp.RouterParameters;

/**
 * What observers may ask about the configuration that runs. Immutable, for any thread; made once for each start and
 * reload, which it may be where a reload is prepared.
 */
public final class RunningConfiguration {

    /** Knows nobody. */
    public static final RunningConfiguration NONE = new RunningConfiguration(0, List.of(), Map.of(), Map.of(), Map.of(),
            new Nameless(), false);

    private record Known(RouterIdentity identity, InstanceSettings settings) {}

    private final int number;
    private final List<RouterParameters> routers;
    private final Map<String, Known> instances;
    /** Of the configuration before: a reload tells of what it ends. */
    private final Map<String, Known> retired;
    private final Map<String, SyncGroupSettings> groups;
    private final ReportLines.Names names;
    private final boolean logUnknownVrids;

    private RunningConfiguration(int number, List<RouterParameters> routers, Map<String, Known> instances,
            Map<String, Known> retired, Map<String, SyncGroupSettings> groups, ReportLines.Names names,
            boolean logUnknownVrids) {
        this.number = number;
        this.routers = routers;
        this.instances = instances;
        this.retired = retired;
        this.groups = groups;
        this.names = names;
        this.logUnknownVrids = logUnknownVrids;
    }

    /**
     * The one that follows this one.
     *
     * @param settings its instances in the order of {@code routers}
     */
    public RunningConfiguration next(Configuration settings, List<RouterParameters> nextRouters,
            ReportLines.Names nextNames) {
        Map<String, Known> known = new HashMap<>();
        List<InstanceSettings> all = settings.instances();
        for (int i = 0; i < all.size(); i++) {
            known.put(all.get(i).name(), new Known(nextRouters.get(i).identity(), all.get(i)));
        }
        Map<String, SyncGroupSettings> nextGroups = new HashMap<>();
        for (SyncGroupSettings group : settings.syncGroups()) {
            nextGroups.put(group.name(), group);
        }
        return new RunningConfiguration(number + 1, nextRouters, known, instances, nextGroups, nextNames,
                settings.global().logUnknownVrids());
    }

    /** Grows with every configuration. */
    public int number() {
        return number;
    }

    /** In the order of the configuration. */
    public List<RouterParameters> routers() {
        return routers;
    }

    /** The settings of a router that runs, or that this configuration ended; null when nobody knows it. */
    public InstanceSettings settings(RouterParameters router) {
        Known present = instances.get(router.name());
        // The same object unless a reload has kept the router: records are compared by code that is linked at its first
        // use.
        if (present != null
                && (present.identity() == router.identity() || present.identity().equals(router.identity()))) {
            return present.settings();
        }
        Known before = retired.get(router.name());
        return before == null ? null : before.settings();
    }

    /** The settings of a sync group, or null. */
    public SyncGroupSettings group(String name) {
        return groups.get(name);
    }

    /** The names of devices, interfaces and trackers. */
    public ReportLines.Names names() {
        return names;
    }

    /** Whether adverts for unknown router ids are logged. */
    public boolean logUnknownVrids() {
        return logUnknownVrids;
    }

    /** Before the first configuration nothing happens that would have to be named. */
    private static final class Nameless implements ReportLines.Names {
        @Override
        public String interfaceName(int index) {
            return Integer.toString(index);
        }

        @Override
        public String tracker(int id) {
            return "tracker " + id;
        }
    }
}
