package org.jkeepalived.rpm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jkeepalived.lab.Eventually;
import org.jkeepalived.lab.Host;
import org.jkeepalived.lab.Resources;
import org.jkeepalived.lab.Result;

/** A host without any keepalived, with rpm, an empty rpm database, dnf and a repository, a stand-in for systemctl and an interface. */
final class Machine implements AutoCloseable {
    static final String CONFIGURATION = "/etc/keepalived/keepalived.conf";
    static final String OPTIONS = "/etc/sysconfig/keepalived";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private final Host host = new Host("redhat", Packages.DIRECTORY);

    Machine(Path... installed) {
        host.sh("""
                mkdir /mnt/machine
                mount --bind / /mnt/machine
                rm -rf /etc/keepalived /etc/sysconfig /etc/default/keepalived /etc/init.d/keepalived /usr/sbin/keepalived
                rm -f /usr/share/man/man?/keepalived* /usr/share/bash-completion/completions/keepalived
                rm -f /usr/lib/systemd/system/keepalived.service /etc/systemd/system/*.wants/keepalived.service
                mkdir -p /etc/rpm /etc/sysconfig /etc/systemd/system-preset
                echo '%_dbpath /var/lib/rpm' >/etc/rpm/macros.dbpath
                echo 'disable *' >/etc/systemd/system-preset/99-default.preset
                rpm --initdb
                ip link add eth0 type veth peer name peer0
                ip link set eth0 up
                ip link set peer0 up
                ip addr add 192.168.7.1/24 dev eth0
                """);
        host.write("/usr/bin/systemctl", Resources.text("/rpm/systemctl"), "rwxr-xr-x");
        if (installed.length > 0) {
            rpm("-i", installed);
        }
    }

    Host host() {
        return host;
    }

    private static String[] words(List<String> first, Path... files) {
        return Stream.concat(first.stream(), Stream.of(files).map(Path::toString)).toArray(String[]::new);
    }

    /** Runs rpm with a verb ({@code -i}) on package files; fails when rpm does. */
    String rpm(String verb, Path... files) {
        return host.must(words(List.of("rpm", verb), files));
    }

    /** Runs rpm, whatever its exit status. */
    Result tryRpm(String verb, Path... files) {
        return host.run(words(List.of("rpm", verb), files));
    }

    /** Runs dnf with a repository of the given packages. */
    Result dnf(List<Path> repository, String... arguments) {
        host.sh("mkdir -p /var/repository; rm -rf /var/repository/*");
        repository.forEach(file -> host.must("cp", file.toString(), "/var/repository"));
        host.must("createrepo_c", "-q", "/var/repository");
        var all = new ArrayList<>(
                List.of("dnf", "-y", "-q", "--disablerepo=*", "--repofrompath=disk,file:///var/repository",
                        "--setopt=disk.gpgcheck=0", "--releasever=9", "--refresh"));
        all.addAll(List.of(arguments));
        return host.run(all.toArray(String[]::new));
    }

    /** Names of the installed packages. */
    List<String> installed() {
        return host.must("rpm", "-qa", "--qf", "%{name}\n").lines().sorted().toList();
    }

    boolean isEnabled() {
        return host.must("sh", "-c", "systemctl is-enabled keepalived || :").strip().equals("enabled");
    }

    /** Process number of the daemon that the pid file names, 0 when there is none. */
    int daemon() {
        return Integer.parseInt(
                host.sh("pid=$(cat /run/keepalived.pid 2>/dev/null) && kill -0 $pid && echo $pid || echo 0").strip());
    }

    /** Waits until the address is on eth0, or has left it. */
    void awaitAddress(String address, boolean held) {
        Eventually.await(() -> host.kernel().has(address) == held, (held ? "holds " : "has given up ") + address, LIMIT,
                () -> String.join("\n", host.log()));
    }

    /** Every file and directory that a package could have put somewhere. */
    Set<String> files() {
        return new HashSet<>(host.sh(
                "find /usr /etc /run /var -xdev -not -path '/var/tmp/*' -not -path '/var/lib/rpm/*' -not -path '/var/cache/*' -not -path '/var/lib/dnf/*' "
                        + "-not -path '/var/log/*' -not -path '/var/repository*' -not -path '/run/systemctl.calls'")
                .lines()
                .toList());
    }

    @Override
    public void close() {
        host.close();
    }
}
