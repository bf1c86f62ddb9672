package org.jkeepalived.daemon.mapping;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.TrackGroup;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.config.settings.VirtualRule;

/**
 * The interfaces without which something is missing that an instance follows, besides those that it is told to track: where its addresses,
 * routes and rules are, and the static objects of its track groups. What is marked no_track does not count.
 */
public final class NeededInterfaces {
    private NeededInterfaces() {}

    /** In the order in which they are written; with the instance's own, where something is on it. */
    public static Set<String> of(InstanceSettings instance, StaticSettings statics) {
        Set<String> needed = new LinkedHashSet<>();
        for (VirtualAddress address : InstanceMapper.allAddresses(instance)) {
            if (!address.noTrack()) {
                needed.add(address.interfaceName());
            }
        }
        for (VirtualRoute route : instance.routes()) {
            if (route.tracked()) {
                needed.add(route.hop().interfaceName());
            }
        }
        for (VirtualRule rule : instance.rules()) {
            if (!rule.noTrack()) {
                needed.add(rule.incomingInterface());
                needed.add(rule.outgoingInterface());
            }
        }
        for (TrackGroup group : statics.trackGroups()) {
            if (group.members().contains(instance.name())) {
                addGroup(group.name(), statics, needed);
            }
        }
        needed.remove(null);
        return needed;
    }

    private static void addGroup(String group, StaticSettings statics, Set<String> needed) {
        statics.addresses()
                .stream()
                .filter(address -> group.equals(address.trackGroup()))
                .forEach(address -> needed.add(address.address().interfaceName()));
        statics.routes()
                .stream()
                .filter(route -> group.equals(route.trackGroup()))
                .forEach(route -> needed.add(route.hop().interfaceName()));
        statics.rules()
                .stream()
                .filter(rule -> group.equals(rule.trackGroup()))
                .forEach(rule -> needed.add(rule.incomingInterface()));
    }
}
