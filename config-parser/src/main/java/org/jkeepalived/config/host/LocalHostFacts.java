package org.jkeepalived.config.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * This machine by the means of the JDK alone: interfaces of the process's network namespace, accounts of /etc/passwd and /etc/group, no name
 * service.
 */
public final class LocalHostFacts implements HostFacts {
    private static final int PASSWD_FIELDS = 4;

    private final Iproute2Files iproute2 = new Iproute2Files();

    /** Reads nothing yet. */
    public LocalHostFacts() {
        // every question looks at the machine anew
    }

    @Override
    public boolean interfaceExists(String name) {
        return byName(name) != null;
    }

    @Override
    public List<String> interfaceNames() {
        try {
            return NetworkInterface.networkInterfaces().map(NetworkInterface::getName).toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    @Override
    public boolean isLoopback(String name) {
        NetworkInterface found = byName(name);
        try {
            return found != null && found.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    @Override
    public int mtu(String name) {
        NetworkInterface found = name == null ? null : byName(name);
        try {
            return found == null ? HostFacts.super.mtu(name) : found.getMTU();
        } catch (SocketException e) {
            return HostFacts.super.mtu(name);
        }
    }

    private static NetworkInterface byName(String name) {
        try {
            return name.isEmpty() ? null : NetworkInterface.getByName(name);
        } catch (SocketException e) {
            return null;
        }
    }

    @Override
    public Optional<String> interfaceHolding(InetAddress address) {
        try {
            return Optional.ofNullable(NetworkInterface.getByInetAddress(address)).map(NetworkInterface::getName);
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<InterfaceAddress> addresses(String interfaceName) {
        NetworkInterface found = byName(interfaceName);
        return found == null
                ? List.of()
                : found.getInterfaceAddresses()
                        .stream()
                        .map(own -> new InterfaceAddress(own.getAddress(), own.getNetworkPrefixLength()))
                        .toList();
    }

    @Override
    public Optional<UserIds> user(String name) {
        for (String line : lines("/etc/passwd")) {
            String[] fields = line.split(":", -1);
            if (fields.length >= PASSWD_FIELDS && fields[0].equals(name)) {
                return Optional.of(new UserIds(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3])));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Integer> group(String name) {
        for (String line : lines("/etc/group")) {
            String[] fields = line.split(":", -1);
            if (fields.length > 2 && fields[0].equals(name)) {
                return Optional.of(Integer.parseInt(fields[2]));
            }
        }
        return Optional.empty();
    }

    @Override
    public String userName(int uid) {
        return name("/etc/passwd", uid);
    }

    @Override
    public String groupName(int gid) {
        return name("/etc/group", gid);
    }

    private static String name(String database, int id) {
        String number = Integer.toString(id);
        for (String line : lines(database)) {
            String[] fields = line.split(":", -1);
            if (fields.length > 2 && fields[2].equals(number)) {
                return fields[0];
            }
        }
        return number;
    }

    @Override
    public boolean isVrf(String name) {
        return lines("/sys/class/net/" + name + "/uevent").contains("DEVTYPE=vrf");
    }

    @Override
    public OptionalLong iproute2Number(Iproute2Table table, String name, List<String> directories) {
        return iproute2.number(table, name, directories);
    }

    @Override
    public OptionalInt ipProtocol(String name) {
        return EtcProtocols.number(name);
    }

    @Override
    public FileFacts file(String path) {
        return FileFacts.of(path);
    }

    @Override
    public String unwatchableFileSystem(String directory) {
        return FileFacts.unwatchableFileSystem(directory);
    }

    @Override
    public String hostName() {
        List<String> name = lines("/proc/sys/kernel/hostname");
        return name.isEmpty() ? "localhost" : name.getFirst().strip();
    }

    @Override
    public String environment(String name) {
        return System.getenv(name);
    }

    @Override
    public double uptimeSeconds() {
        List<String> uptime = lines("/proc/uptime");
        return uptime.isEmpty() ? -1 : Double.parseDouble(uptime.getFirst().split(" ")[0]);
    }

    private static List<String> lines(String path) {
        try {
            return Files.readAllLines(Path.of(path), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
