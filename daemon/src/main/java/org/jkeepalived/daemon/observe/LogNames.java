package org.jkeepalived.daemon.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.VirtualAddress;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.messages.ReportLines;
import org.jkeepalived.vrrp.RouterParameters;

/** Names for log lines, as of one configuration: immutable once made, for the log's thread. */
public final class LogNames implements ReportLines.Names {

    private final Map<org.jkeepalived.vrrp.VirtualAddress, String> devices = new HashMap<>();
    private final Map<Integer, String> interfaces;
    private final List<TrackerId> trackers;

    public LogNames(Configuration configuration, Map<Integer, String> interfaces, TrackerIds ids) {
        for (var instance : configuration.instances()) {
            for (VirtualAddress address : instance.addresses()) {
                devices.put(InstanceMapper.address(address, true), address.interfaceName());
            }
            for (VirtualAddress address : instance.excludedAddresses()) {
                devices.put(InstanceMapper.address(address, false), address.interfaceName());
            }
        }
        this.interfaces = interfaces;
        trackers = ids.all();
    }

    @Override
    public String device(RouterParameters router, org.jkeepalived.vrrp.VirtualAddress address) {
        return devices.getOrDefault(address, router.identity().interfaceName());
    }

    @Override
    public String interfaceName(int index) {
        return interfaces.getOrDefault(index, Integer.toString(index));
    }

    @Override
    public String tracker(int id) {
        return id < trackers.size() ? trackers.get(id).toString() : "tracker " + id;
    }
}
