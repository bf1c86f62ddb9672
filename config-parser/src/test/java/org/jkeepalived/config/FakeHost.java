package org.jkeepalived.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.host.InterfaceAddress;
import org.jkeepalived.config.host.Iproute2Table;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.net.IpAddress;

/** A machine made of what a test puts into it; at first eth0, eth1, lo, root, nobody, and secure programs in /usr/bin. */
final class FakeHost implements HostFacts {
    final Set<String> interfaces = new HashSet<>(List.of("lo", "eth0", "eth1", "ens33", "enp0s3", "ens160"));
    final Map<String, UserIds> users = new HashMap<>(
            Map.of("root", new UserIds("root", 0, 0), "nobody", new UserIds("nobody", 65534, 65534)));
    final Map<String, Integer> groups = new HashMap<>(Map.of("root", 0, "nogroup", 65534));
    final Map<String, FileFacts> files = new HashMap<>();
    final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));
    final Map<String, String> kinds = new HashMap<>();
    final Map<IpAddress, String> addresses = new HashMap<>();
    final Map<String, List<InterfaceAddress>> prefixes = new HashMap<>();
    Function<String, FileFacts> fileSource = path -> files.getOrDefault(path,
            FileFacts.failed("No such file or directory"));
    final Set<String> vrfs = new HashSet<>();
    final Map<Iproute2Table, Map<String, Long>> iproute2 = new EnumMap<>(Iproute2Table.class);
    boolean nameService = true;
    String hostName = "host1.example.com";

    FakeHost() {
        for (String directory : List.of("/", "/usr", "/usr/bin", "/etc", "/etc/keepalived")) {
            directory(directory, 0755, 0, 0);
        }
        program("/usr/bin/true", 0755, 0);
        program("/usr/sbin/iptables", 0755, 0);
    }

    FakeHost program(String path, int mode, int uid) {
        files.put(path, new FileFacts(null, false, true, mode, uid, uid, path));
        return this;
    }

    FakeHost directory(String path, int mode, int uid, int gid) {
        files.put(path, new FileFacts(null, true, false, mode, uid, gid, path));
        return this;
    }

    /** An address of an interface of its own. */
    FakeHost address(String interfaceName, String address, int prefixLength) {
        IpAddress own = IpAddress.parse(address);
        addresses.put(own, interfaceName);
        prefixes.computeIfAbsent(interfaceName, _ -> new ArrayList<>()).add(new InterfaceAddress(own, prefixLength));
        return this;
    }

    @Override
    public List<InterfaceAddress> addresses(String interfaceName) {
        return prefixes.getOrDefault(interfaceName, List.of());
    }

    /** A symbolic link to a program that is there. */
    FakeHost link(String path, String target) {
        FileFacts file = files.get(target);
        files.put(path, new FileFacts(null, false, true, file.mode(), file.uid(), file.gid(), path, target));
        return this;
    }

    @Override
    public boolean interfaceExists(String name) {
        return interfaces.contains(name);
    }

    @Override
    public List<String> interfaceNames() {
        return List.copyOf(interfaces);
    }

    @Override
    public boolean isLoopback(String name) {
        return name.equals("lo");
    }

    @Override
    public String interfaceKind(String name) {
        return kinds.getOrDefault(name, "");
    }

    @Override
    public Optional<String> interfaceHolding(IpAddress address) {
        return Optional.ofNullable(addresses.get(address));
    }

    @Override
    public boolean isVrf(String name) {
        return vrfs.contains(name);
    }

    @Override
    public OptionalLong iproute2Number(Iproute2Table table, String name, List<String> directories) {
        Long number = iproute2.getOrDefault(table, Map.of()).getOrDefault(name, table.builtIn().get(name));
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    @Override
    public OptionalInt ipProtocol(String name) {
        return switch (name) {
            case "tcp", "TCP" -> OptionalInt.of(6);
            case "udp" -> OptionalInt.of(17);
            case "ipv6-icmp" -> OptionalInt.of(58);
            default -> OptionalInt.empty();
        };
    }

    @Override
    public Optional<UserIds> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public Optional<Integer> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    @Override
    public FileFacts file(String path) {
        return fileSource.apply(path);
    }

    @Override
    public boolean resolves(String host) {
        return nameService || host.equals("localhost");
    }

    @Override
    public String hostName() {
        return hostName;
    }

    @Override
    public String environment(String name) {
        return environment.get(name);
    }

    @Override
    public int onlineProcessors() {
        return 2;
    }

    @Override
    public double uptimeSeconds() {
        return 100;
    }
}
