package org.jkeepalived.config;

import java.util.List;
import org.jkeepalived.config.diagnostic.Diagnostic.PlaceTold;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.settings.CheckerSettings;

/** Loads a checker inside a real server, with a file and a session that it may follow. */
final class CheckerLoads {
    /** The line of the checker's own. */
    static final int FIRST_LINE = 16;

    /** global_defs with which programs may run as root. */
    static final String SECURE = "script_user root\nenable_script_security";

    private CheckerLoads() {}

    static FakeHost host() {
        FakeHost host = new FakeHost().program("/usr/local/bin/changed", 0755, 0).program("/usr/bin/open", 0777, 0);
        for (String directory : List.of("/usr/local", "/usr/local/bin")) {
            host.files.put(directory, host.files.get("/usr"));
        }
        return host;
    }

    static String file(String global, String checker) {
        return "global_defs {\n" + global + "\n}\n"
                + "track_file load {\nfile /etc/load\n}\nbfd_instance peer {\nneighbor_ip 192.0.2.2\n}\n"
                + "virtual_server 10.0.0.1 80 {\nprotocol TCP\nlb_algo wlc\nlb_kind NAT\nreal_server 10.0.0.2 80 {\n"
                + checker + "\n}\n}\n";
    }

    static LoadResult load(String checker) {
        return load(SECURE, checker);
    }

    static LoadResult load(String global, String checker) {
        return Loads.test(file(global, checker), host());
    }

    static List<CheckerSettings> checkers(LoadResult result) {
        return result.configuration().loadBalancing().virtualServers().getFirst().realServers().getFirst().checkers();
    }

    /** What keepalived would count, each with its line counted from the checker's first, which is 1. */
    static List<String> counted(LoadResult result) {
        return result.diagnostics()
                .stream()
                .filter(d -> d.exitClass() != ExitClass.NOTICE)
                .map(d -> d.placeTold() == PlaceTold.NOTHING
                        ? d.message()
                        : d.position().line() - FIRST_LINE + " " + d.message())
                .toList();
    }

    /** What it would only log. */
    static List<String> logged(LoadResult result) {
        return result.logged()
                .stream()
                .filter(d -> d.exitClass() == ExitClass.NOTICE)
                .filter(d -> !d.code().equals("not-acted-on"))
                .map(d -> d.message())
                .toList();
    }
}
