package org.jkeepalived.config.host;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jkeepalived.net.IpAddress;

/** The machine as a configuration's checks see it. Called on the thread that loads; answers may be as slow as a stat(2). */
public interface HostFacts {

    /** Whether a network interface of this name exists now. */
    boolean interfaceExists(String name);

    /** The names of the interfaces, for suggestions; none when they are not known. */
    default List<String> interfaceNames() {
        return List.of();
    }

    /** Whether the interface is the loopback. */
    boolean isLoopback(String name);

    /** The kernel's name for the kind of a virtual interface, such as {@code macvlan}; empty for a real one and when unknown. */
    default String interfaceKind(String name) {
        return "";
    }

    /** The interface that holds this address. */
    Optional<String> interfaceHolding(IpAddress address);

    /** The addresses that an interface has now; none when the interface is not there or nothing is known of it. */
    default List<InterfaceAddress> addresses(String interfaceName) {
        return List.of();
    }

    /** The account of this login name. */
    Optional<UserIds> user(String name);

    /** The id of the group of this name. */
    Optional<Integer> group(String name);

    /** The login name of a user for messages; its number where there is none. */
    default String userName(int uid) {
        return Integer.toString(uid);
    }

    /** The name of a group for messages; its number where there is none. */
    default String groupName(int gid) {
        return Integer.toString(gid);
    }

    /** The file at this path; a failure is in {@link FileFacts#error}. */
    FileFacts file(String path);

    /** The type of the file system that a directory is on, when that tells of no changes of its files; else null. */
    default String unwatchableFileSystem(String directory) {
        return null;
    }

    /** The host's name, domain included where the kernel's name has one. */
    String hostName();

    /** The environment variable, or null. */
    String environment(String name);

    /** Seconds since boot, for delays that count from there; negative when unknown. */
    double uptimeSeconds();

    /** How many processors the machine has. */
    default int onlineProcessors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Largest packet of the interface, in bytes, from its IP header on; 1500 when unknown. */
    default int mtu(String name) {
        return 1500;
    }

    /** Whether iptables is installed. */
    default boolean hasIptables() {
        return file("/usr/sbin/iptables").error() == null || file("/sbin/iptables").error() == null;
    }

    /** Whether a host name has an address. May ask the name service, and block as long as it does. */
    default boolean resolves(String host) {
        return true;
    }

    /** Whether there is a network namespace of this name, as {@code ip netns} keeps them. */
    default boolean networkNamespaceExists(String name) {
        return name.indexOf('/') < 0 && file("/run/netns/" + name).error() == null;
    }

    /** Whether the interface is a VRF. */
    default boolean isVrf(String name) {
        return false;
    }

    /**
     * The number that iproute2's files on this machine give to a name, or that it has without them.
     *
     * @param directories searched in this order, as {@link Iproute2Files#directories} gives them
     */
    default OptionalLong iproute2Number(Iproute2Table table, String name, List<String> directories) {
        Long number = table.builtIn().get(name);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** The number of an IP protocol's name in /etc/protocols. */
    default OptionalInt ipProtocol(String name) {
        return OptionalInt.empty();
    }
}
