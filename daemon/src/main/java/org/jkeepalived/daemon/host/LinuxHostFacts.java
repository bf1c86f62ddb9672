package org.jkeepalived.daemon.host;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.host.UserIds;
import org.jkeepalived.daemon.map.Addresses;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.Users;
import org.jkeepalived.netlink.route.InterfaceAddress;
import org.jkeepalived.netlink.route.InterfaceTable;
import org.jkeepalived.netlink.route.Link;

/** This machine as a configuration's checks see it. The interfaces are those of the moment at which it was made. */
public final class LinuxHostFacts implements HostFacts {

    private static final int STICKY_AND_PERMISSIONS = 07777;

    private final InterfaceTable interfaces;

    public LinuxHostFacts(InterfaceTable interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public boolean interfaceExists(String name) {
        return interfaces.byName(name) != null;
    }

    @Override
    public boolean isLoopback(String name) {
        Link link = interfaces.byName(name);
        return link != null && link.isLoopback();
    }

    @Override
    public Optional<String> interfaceHolding(InetAddress address) {
        InterfaceAddress found = interfaces.find(Addresses.netlink(address));
        Link link = found == null ? null : interfaces.byIndex(found.interfaceIndex());
        return link == null ? Optional.empty() : Optional.of(link.name());
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
    public FileFacts file(String path) {
        Path file = Path.of(path);
        try {
            Map<String, Object> stat = Files.readAttributes(file, "unix:mode,uid,gid,isDirectory,isRegularFile");
            return new FileFacts(null, (Boolean) stat.get("isDirectory"), (Boolean) stat.get("isRegularFile"),
                    (Integer) stat.get("mode") & STICKY_AND_PERMISSIONS, (Integer) stat.get("uid"),
                    (Integer) stat.get("gid"), realPath(file));
        } catch (NoSuchFileException e) {
            return FileFacts.failed("No such file or directory");
        } catch (AccessDeniedException e) {
            return FileFacts.failed("Permission denied");
        } catch (FileSystemException e) {
            return FileFacts.failed(e.getReason() == null ? e.getMessage() : e.getReason());
        } catch (IOException e) {
            return FileFacts.failed(e.getMessage());
        }
    }

    /** Links of the directories are resolved, one that is the program itself is not: busybox and the like look at their name. */
    private static String realPath(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        return directory == null
                ? absolute.toString()
                : directory.toRealPath().resolve(absolute.getFileName()).toString();
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
