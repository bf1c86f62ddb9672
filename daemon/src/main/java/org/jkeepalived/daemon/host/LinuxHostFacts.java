package org.jkeepalived.daemon.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jkeepalived.config.host.EtcProtocols;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.host.Iproute2Files;
import org.jkeepalived.config.host.Iproute2Table;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.net.IpAddress;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.Users;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.jkeepalived.netlink.route.Link;

/** This machine as a configuration's checks see it. The interfaces are those of the moment at which it was made. */
public final class LinuxHostFacts implements HostFacts {

    private final InterfaceTable interfaces;
    private final Iproute2Files iproute2 = new Iproute2Files();

    public LinuxHostFacts(InterfaceTable interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public boolean interfaceExists(String name) {
        return interfaces.byName(name) != null;
    }

    @Override
    public List<String> interfaceNames() {
        List<String> names = new ArrayList<>();
        for (Link link : interfaces.links()) {
            names.add(link.name());
        }
        return names;
    }

    @Override
    public boolean isLoopback(String name) {
        Link link = interfaces.byName(name);
        return link != null && link.isLoopback();
    }

    @Override
    public String interfaceKind(String name) {
        Link link = interfaces.byName(name);
        return link == null ? "" : link.kind();
    }

    @Override
    public Optional<String> interfaceHolding(IpAddress address) {
        InterfaceAddress found = interfaces.find(address);
        Link link = found == null ? null : interfaces.byIndex(found.interfaceIndex());
        return link == null ? Optional.empty() : Optional.of(link.name());
    }

    @Override
    public List<org.jkeepalived.config.host.InterfaceAddress> addresses(String interfaceName) {
        Link link = interfaces.byName(interfaceName);
        if (link == null) {
            return List.of();
        }
        List<org.jkeepalived.config.host.InterfaceAddress> addresses = new ArrayList<>();
        for (InterfaceAddress own : interfaces.addresses(link.index())) {
            addresses.add(new org.jkeepalived.config.host.InterfaceAddress(own.address(), own.prefixLength()));
        }
        return addresses;
    }

    @Override
    public Optional<UserIds> user(String name) {
        return Users.user(name).map(account -> new UserIds(account.name(), account.uid(), account.gid()));
    }

    @Override
    public Optional<Integer> group(String name) {
        OptionalInt gid = Users.group(name);
        return gid.isPresent() ? Optional.of(gid.getAsInt()) : Optional.empty();
    }

    @Override
    public String userName(int uid) {
        return Users.nameOfUser(uid);
    }

    @Override
    public String groupName(int gid) {
        return Users.nameOfGroup(gid);
    }

    @Override
    public boolean isVrf(String name) {
        Link link = interfaces.byName(name);
        return link != null && link.kind().equals("vrf");
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
    public boolean resolves(String host) {
        try {
            return InetAddress.getAllByName(host).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String hostName() {
        return OwnProcess.hostName();
    }

    @Override
    public String environment(String name) {
        return System.getenv(name);
    }

    @Override
    public double uptimeSeconds() {
        try {
            String text = Files.readString(Path.of("/proc/uptime"));
            return Double.parseDouble(text.substring(0, text.indexOf(' ')));
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }
}
