package org.jkeepalived.daemon.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.StaticAddress;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.daemon.interfaces.LinkTable;
import org.jkeepalived.daemon.mapping.InstanceMapper;
import org.jkeepalived.daemon.mapping.TrackerId;
import org.jkeepalived.daemon.mapping.TrackerIds;
import org.jkeepalived.daemon.tracking.TrackerSources;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.net.MacAddress;
import org.jkeepalived.netlink.route.AddressSpec;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.Link;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.Event;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.TrackerCondition;

/** A machine in memory: its interfaces, a configuration on it, and routers in virtual time whose addresses appear at once. */
public final class FakeHost implements HostFacts {
    static final long START_NANOS = 1_000_000_000_000L;
    private static final int ETHERNET_FLAGS = Link.UP | Link.RUNNING | Link.BROADCAST | Link.MULTICAST;
    private static final int LOOPBACK_FLAGS = Link.UP | Link.RUNNING | Link.LOOPBACK;

    final LinkTable links = new LinkTable();
    final TrackerIds trackerIds = new TrackerIds();
    final List<Action> actions = new ArrayList<>();
    private Configuration configuration;
    private RouterSet routers;
    private long nowNanos = START_NANOS;

    /** Its lo. */
    public FakeHost loopback() {
        links.linkChanged(new Link(1, "lo", LOOPBACK_FLAGS, 65_536, MacAddress.NONE, Link.ARPHRD_LOOPBACK, 0, 0, ""));
        return address(1, "127.0.0.1", 8, AddressSpec.SCOPE_HOST);
    }

    /** An interface that is up. */
    public FakeHost ethernet(int index, String name, long mac) {
        links.linkChanged(new Link(index, name, ETHERNET_FLAGS, 1500, new MacAddress(mac), Link.ETHERNET, 0, 0, ""));
        return this;
    }

    /** An interface that is down. */
    FakeHost down(int index, String name, long mac) {
        links.linkChanged(new Link(index, name, Link.BROADCAST | Link.MULTICAST, 1500, new MacAddress(mac),
                Link.ETHERNET, 0, 0, ""));
        return this;
    }

    /** An address on an interface. */
    public FakeHost address(int index, String address, int prefixLength, int scope) {
        IpAddress ip = IpAddress.parse(address);
        links.addressAdded(index, ip.family(), ip.high(), ip.low(), prefixLength, scope, InterfaceAddress.PERMANENT);
        return this;
    }

    FakeHost removeAddress(int index, String address, int prefixLength) {
        IpAddress ip = IpAddress.parse(address);
        links.addressRemoved(index, ip.family(), ip.high(), ip.low(), prefixLength);
        return this;
    }

    /** Reads a configuration. */
    public Configuration load(String text) {
        return ConfigLoader.loadText("keepalived.conf", text, LoadOptions.run(this)).configuration();
    }

    /** Reads a configuration and starts its routers. */
    FakeHost run(String text) {
        configuration = load(text);
        routers = new RouterSet(new InstanceMapper(TrackerSources.KINDS, trackerIds, links).map(configuration));
        routers.start(nowNanos, this::carryOut);
        return this;
    }

    FakeHost tracker(TrackerId subject, TrackerCondition condition) {
        routers.handle(new Event.TrackerChanged(trackerIds.of(subject), condition), nowNanos, this::carryOut);
        return this;
    }

    /** Lets virtual time pass. */
    FakeHost pass(long nanos) {
        long endNanos = nowNanos + nanos;
        while (routers.nextDeadlineNanos() <= endNanos) {
            nowNanos = Math.max(nowNanos, routers.nextDeadlineNanos());
            routers.fireTimers(nowNanos, this::carryOut);
        }
        nowNanos = endNanos;
        return this;
    }

    RouterSet routers() {
        return routers;
    }

    long nowNanos() {
        return nowNanos;
    }

    /** The picture at this moment of virtual time, which is that many nanoseconds after the epoch. */
    DaemonSnapshot situation() {
        return new DaemonSnapshot(new WallClock(nowNanos, nowNanos / 1_000), configuration, routers.snapshot(nowNanos),
                HostLinks.of(links.table()));
    }

    /** The same picture, with everything set that an instance in state MASTER has, and all that is static. */
    DaemonSnapshot installed() {
        DaemonSnapshot now = situation();
        ResourceStatus assumed = ResourceStatus.assumed(now.routers(), now.links());
        return new DaemonSnapshot(now.clock(), now.configuration(), now.routers(), now.links(), new ResourceStatus() {
            @Override
            public boolean installed(String instance, VirtualRoute route) {
                return assumed.installed(instance, route);
            }

            @Override
            public boolean installed(VirtualRoute staticRoute) {
                return true;
            }

            @Override
            public boolean installed(StaticAddress address) {
                return true;
            }
        });
    }

    private void carryOut(int router, Action action) {
        actions.add(action);
        if (action instanceof Action.Install(var resources, boolean _)) {
            for (var settings : InstanceMapper.allAddresses(configuration.instances().get(router))) {
                int index = links.index(settings.interfaceName());
                if (index != 0 && resources.stream()
                        .anyMatch(r -> r.address() != null && r.address().address().equals(settings.address()))) {
                    address(index, settings.address().toString(), settings.prefixLength(), settings.scope());
                }
            }
        }
    }

    @Override
    public boolean interfaceExists(String name) {
        return links.link(name) != null;
    }

    @Override
    public boolean isLoopback(String name) {
        return name.equals("lo");
    }

    @Override
    public Optional<String> interfaceHolding(IpAddress address) {
        return Optional.empty();
    }

    @Override
    public Optional<UserIds> user(String name) {
        return switch (name) {
            case "root" -> Optional.of(new UserIds(name, 0, 0));
            case "nobody" -> Optional.of(new UserIds(name, 65_534, 65_534));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Integer> group(String name) {
        return name.equals("root") ? Optional.of(0) : Optional.empty();
    }

    @Override
    public FileFacts file(String path) {
        boolean program = path.startsWith("/usr/bin/");
        return new FileFacts(null, !program, program, 0755, 0, 0, path);
    }

    @Override
    public OptionalInt ipProtocol(String name) {
        return switch (name) {
            case "tcp" -> OptionalInt.of(6);
            case "udp" -> OptionalInt.of(17);
            default -> OptionalInt.empty();
        };
    }

    @Override
    public String hostName() {
        return "vm";
    }

    @Override
    public String environment(String name) {
        return null;
    }

    @Override
    public double uptimeSeconds() {
        return 1e6;
    }
}
