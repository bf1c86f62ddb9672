package org.jkeepalived.wire;

import java.time.Duration;
import java.util.List;
import org.jkeepalived.lab.HostSpec;
import org.jkeepalived.lab.Lab;
import org.jkeepalived.lab.Node;
import org.jkeepalived.lab.PeerKind;
import org.jkeepalived.lab.Resources;

/**
 * A pair of configurations from the resources below {@code /tutorials}.
 *
 * @param suffix of both files' names ({@code -nopreempt})
 * @param clientAddress a third host's address with prefix length
 * @param intervalSeconds advertisement interval
 * @param mute whether vrrp_strict keeps the address from answering
 */
record Tutorial(
        String folder,
        String suffix,
        String instance,
        String networkInterface,
        String masterAddress,
        String backupAddress,
        String clientAddress,
        String virtualAddress,
        int masterPriority,
        int backupPriority,
        int intervalSeconds,
        boolean mute) {
    static final Tutorial A = nginx("");
    static final Tutorial A_NOPREEMPT = nginx("-nopreempt");
    static final Tutorial B = new Tutorial("b-nginx", "", "VI_1", "enp0s3", "192.168.1.163/24", "192.168.1.109/24",
            "192.168.1.7/24", "192.168.1.186", 100, 90, 1, false);
    static final Tutorial C = new Tutorial("c-haproxy", "", "lb_ha", "ens160", "192.168.110.11/24", "192.168.110.22/24",
            "192.168.110.7/24", "192.168.110.100", 100, 90, 1, true);
    static final Tutorial D = tomcat("");
    static final Tutorial D_NOTIFY = tomcat("-notify");
    static final Tutorial D_UNCLOSED = tomcat("-notify-unclosed");
    private static final String NGINX = """
            worker_processes 1;
            pid /run/nginx.pid;
            error_log /tmp/nginx-error.log;
            events {}
            http {
                access_log off;
                server { listen 80; return 200; }
            }
            """;

    private static Tutorial nginx(String suffix) {
        return new Tutorial("a-nginx", suffix, "VI_1", "ens33", "192.168.157.150/24", "192.168.157.200/24",
                "192.168.157.7/24", "192.168.157.100", 100, 99, 1, false);
    }

    private static Tutorial tomcat(String suffix) {
        return new Tutorial("d-tomcat", suffix, "VI_1", "ens33", "192.168.126.137/24", "192.168.126.138/24",
                "192.168.126.7/24", "192.168.126.200", 101, 99, 2, false);
    }

    HostSpec masterSpec() {
        return new HostSpec("master", networkInterface, 1, List.of(masterAddress));
    }

    HostSpec backupSpec() {
        return new HostSpec("backup", networkInterface, 2, List.of(backupAddress));
    }

    HostSpec clientSpec() {
        return new HostSpec("client", networkInterface, 3, List.of(clientAddress));
    }

    boolean preempts() {
        return !suffix.equals("-nopreempt");
    }

    /** Time without adverts after which the node with this priority takes over (RFC 3768 section 6.1). */
    Duration downInterval(int priority) {
        return Duration.ofSeconds(3L * intervalSeconds).plusNanos((256 - priority) * 1_000_000_000L / 256);
    }

    Node master(Lab lab, PeerKind kind) {
        return equip(lab.node(masterSpec(), kind), "master");
    }

    Node backup(Lab lab, PeerKind kind) {
        return equip(lab.node(backupSpec(), kind), "backup");
    }

    private Node equip(Node node, String role) {
        node.config(resource(role + suffix + ".conf"));
        switch (folder) {
            case "a-nginx" -> node.script("/etc/keepalived/nginx_health_check.sh", resource("nginx_health_check.sh"))
                    .file("/etc/nginx/nginx.conf", NGINX, "rw-r--r--");
            case "b-nginx" -> node.script("/etc/keepalived/nginx_check.sh", resource("nginx_check.sh"))
                    .script("/usr/local/nginx/sbin/nginx", "#!/bin/sh\nexec /usr/sbin/nginx \"$@\"\n")
                    .file("/usr/local/nginx/conf/nginx.conf", NGINX, "rw-r--r--");
            case "d-tomcat" -> node.script("/etc/keepalived/tomcat_check.sh", resource("tomcat_check.sh"))
                    .script("/etc/keepalived/a.sh", "#!/bin/sh\necho master >>/tmp/notified\n")
                    .script("/etc/keepalived/b.sh", "#!/bin/sh\necho backup >>/tmp/notified\n");
            default -> {
                // The others have no scripts.
            }
        }
        return node;
    }

    private String resource(String name) {
        return Resources.text("/tutorials/" + folder + "/" + name);
    }

    /**
     * Puts the missing sign into the first line of d-tomcat's check. keepalived 2.2.7 says that it cannot execute the check as it
     * is, but counts it as successful, so that a pair with another daemon would compare priorities of different meaning.
     */
    void repairCheck(Node node) {
        if (folder.startsWith("d")) {
            node.script("/etc/keepalived/tomcat_check.sh", "#" + resource("tomcat_check.sh"));
        }
    }

    /** Starts what the check script looks after, so that it finds nothing to do. */
    void startService(Node node) {
        if (folder.startsWith("d")) {
            node.host().sh("cp /bin/sleep /usr/local/bin/java; setsid java 1000000 >/dev/null 2>&1 &");
        } else if (folder.endsWith("nginx")) {
            node.host()
                    .must("nginx", "-c",
                            folder.startsWith("a") ? "/etc/nginx/nginx.conf" : "/usr/local/nginx/conf/nginx.conf");
        }
    }

    @Override
    public String toString() {
        return folder + suffix;
    }
}
