package org.jkeepalived.daemon.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.interfaces.LinkFacts;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.NeededInterfaces;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.observe.LogNames;
import org.jkeepalived.daemon.observe.RunningConfiguration;
import org.jkeepalived.daemon.resource.PreparedResources;
import org.jkeepalived.daemon.resource.StaticResources;
import org.jkeepalived.daemon.tracking.TrackerSources;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.vrrp.Resource;
import org.jkeepalived.vrrp.RouterIdentity;
import org.jkeepalived.vrrp.RouterParameters;
import org.jkeepalived.vrrp.RouterSetParameters;

/**
 * Everything about a configuration that can be worked out before it is in force. A reload prepares it on the files'
 * thread, from immutable pictures alone, so that the loop only exchanges one for the other.
 *
 * <p>Settings and parameters that equal those of the configuration before are the same objects: the loop tells what has
 * changed by comparing references. Immutable.
 */
final class PreparedConfiguration {

    /** Before the first one. */
    static final PreparedConfiguration NONE = new PreparedConfiguration();

    private static final int[] NOBODY = {};

    private final Configuration configuration;
    private final RouterSetParameters parameters;
    private final RunningConfiguration observed;
    private final long revision;
    private final Set<String> followed = new LinkedHashSet<>();
    /** The interfaces on which each virtual address is set. */
    private final Map<IpAddress, Set<String>> virtual = new HashMap<>();
    /** The resources of instances by position; null where they are the same as before. */
    private final PreparedResources[] resources;
    /** Positions of instances by the interface of their adverts. */
    private final Map<String, int[]> byInterface = new HashMap<>();

    private PreparedConfiguration() {
        configuration = null;
        parameters = new RouterSetParameters(List.of(), List.of(), List.of(), List.of(), 0);
        observed = RunningConfiguration.NONE;
        resources = new PreparedResources[0];
        revision = 0;
    }

    /** What follows {@code before}. */
    PreparedConfiguration(Configuration read, PreparedConfiguration before, LinkFacts facts, TrackerIds trackers) {
        revision = facts.revision();
        configuration = before.configuration == null ? read : shared(read, before.configuration);
        List<InstanceSettings> instances = configuration.instances();
        for (int position = 0; position < instances.size(); position++) {
            index(instances.get(position), position);
        }
        configuration.syncGroups()
                .forEach(group -> group.trackInterfaces().forEach(tracked -> followed.add(tracked.name())));
        for (Resource resource : StaticResources.resources(configuration.statics()).all()) {
            followed.add(resource.interfaceName());
        }
        followed.remove("");
        RouterSetParameters mapped = new InstanceMapper(TrackerSources.KINDS, trackers, facts.with(this::isVirtual))
                .map(configuration);
        Map<RouterIdentity, RouterParameters> known = new HashMap<>();
        before.parameters.routers().forEach(router -> known.put(router.identity(), router));
        parameters = shared(mapped, known);
        resources = new PreparedResources[parameters.routers().size()];
        for (int position = 0; position < resources.length; position++) {
            RouterParameters router = parameters.routers().get(position);
            RouterParameters same = known.get(router.identity());
            if (same == null) {
                resources[position] = PreparedResources.of(router.resourceSet(), facts::link);
            } else if (same.resourceSet() != router.resourceSet()) {
                resources[position] = PreparedResources.of(router.resourceSet(), facts::link).indexed();
            }
        }
        observed = before.observed.next(configuration, parameters.routers(), new LogNames(facts.names(), trackers));
    }

    private void index(InstanceSettings instance, int position) {
        followed.add(instance.interfaceName());
        add(byInterface, instance.interfaceName(), position);
        instance.trackInterfaces().forEach(tracked -> followed.add(tracked.name()));
        for (VirtualAddress address : InstanceMapper.allAddresses(instance)) {
            followed.add(address.interfaceName());
            virtual.computeIfAbsent(address.address(), _ -> new HashSet<>(2)).add(address.interfaceName());
        }
        followed.addAll(NeededInterfaces.of(instance, configuration.statics()));
    }

    private static <K> void add(Map<K, int[]> index, K key, int position) {
        int[] present = index.get(key);
        if (present == null) {
            index.put(key, new int[]{position});
        } else if (present[present.length - 1] != position) {
            int[] more = java.util.Arrays.copyOf(present, present.length + 1);
            more[present.length] = position;
            index.put(key, more);
        }
    }

    private static Configuration shared(Configuration next, Configuration before) {
        Map<String, InstanceSettings> known = new HashMap<>();
        before.instances().forEach(instance -> known.put(instance.name(), instance));
        List<InstanceSettings> instances = new ArrayList<>();
        for (InstanceSettings instance : next.instances()) {
            InstanceSettings same = known.get(instance.name());
            instances.add(instance.equals(same) ? same : instance);
        }
        return with(next, instances);
    }

    /** All of it but the instances, in whose place these are. */
    static Configuration with(Configuration all, List<InstanceSettings> instances) {
        return new Configuration(all.global(), all.daemon(), all.links(), all.scripts(), all.syncGroups(), instances,
                all.trackSources(), all.statics(), all.loadBalancing());
    }

    private static RouterSetParameters shared(RouterSetParameters next, Map<RouterIdentity, RouterParameters> known) {
        List<RouterParameters> routers = new ArrayList<>();
        for (RouterParameters router : next.routers()) {
            RouterParameters same = known.get(router.identity());
            if (same == null || !router.resourceSet().equals(same.resourceSet())) {
                routers.add(router);
            } else {
                routers.add(router.equals(same) ? same : router.with(same.resourceSet()));
            }
        }
        return new RouterSetParameters(routers, next.groups(), next.trackers(), next.pacings(),
                next.startupDelayNanos());
    }

    /** The settings; {@code parameters().routers()} has the same order as their instances. */
    Configuration configuration() {
        return configuration;
    }

    /** For the core. */
    RouterSetParameters parameters() {
        return parameters;
    }

    /** The resources of the instance at that position; null where they are those of the configuration before. */
    PreparedResources resources(int position) {
        return resources[position];
    }

    /** For observers. */
    RunningConfiguration observed() {
        return observed;
    }

    /** The revision of what is known of the host that it was prepared with. */
    long revision() {
        return revision;
    }

    /** The interfaces whose news count. */
    Set<String> followed() {
        return followed;
    }

    /** Whether some instance sets the address on that interface. */
    boolean isVirtual(String interfaceName, IpAddress address) {
        return virtual.getOrDefault(address, Set.of()).contains(interfaceName);
    }

    /** The positions of the instances whose adverts use an interface. */
    int[] onInterface(String name) {
        return byInterface.getOrDefault(name, NOBODY);
    }
}
