package org.jkeepalived.daemon.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.Processes;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.log.DaemonLog;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.ProcessTitle;
import org.jkeepalived.netlink.process.Scheduling;

/** What global_defs says of the process itself: its name, its urgency, whether it may be paged out. Applied once, by the VRRP thread. */
final class ProcessSettings {
    private ProcessSettings() {}

    /**
     * Lets ps(1) and pidof(1) see the command that was typed in the place of the virtual machine's.
     *
     * @param program as the launcher was called; empty where there was no launcher
     */
    static void title(String program, DaemonOptions options, Executor files) {
        if (program.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(options.arguments());
        files.execute(() -> {
            try {
                ProcessTitle.set(words);
            } catch (IOException hidden) {
                // The long command line stays, and tells the same.
                return;
            }
        });
    }

    /** Applies the settings; one that the kernel refuses is reported, and the daemon runs without it. */
    static void apply(GlobalSettings global, DaemonLog journal) {
        Processes processes = global.processes();
        try {
            if (processes.names().parent() != null) {
                OwnProcess.setName(processes.names().parent());
            }
        } catch (IOException unnamed) {
            journal.parent("Unable to set the process name: " + unnamed.getMessage());
        }
        if (processes.vrrp().nice() != 0) {
            attempt(() -> Scheduling.nice(processes.vrrp().nice()), journal);
        }
        if (processes.vrrp().realtimePriority() > 0) {
            attempt(() -> Scheduling.realTime(processes.vrrp().realtimePriority()), journal);
        }
        if (processes.vrrp().noSwap()) {
            attempt(Scheduling::lockMemory, journal);
        }
    }

    /** One of the settings; each is tried, whatever became of the others. */
    private interface Setting {
        void apply() throws SystemCallException;
    }

    private static void attempt(Setting setting, DaemonLog journal) {
        try {
            setting.apply();
        } catch (SystemCallException refused) {
            journal.vrrp("Unable to set a process setting: " + refused.getMessage());
        }
    }
}
