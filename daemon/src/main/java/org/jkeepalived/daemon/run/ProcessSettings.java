package org.jkeepalived.daemon.run;

import java.io.IOException;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.netlink.SystemCallException;
import org.jkeepalived.netlink.process.OwnProcess;
import org.jkeepalived.netlink.process.Scheduling;

/** What global_defs says of the process itself: its name, its urgency, whether it may be paged out. Applied once, by the VRRP thread. */
final class ProcessSettings {
    private ProcessSettings() {}

    /** Applies the settings; one that the kernel refuses is reported, and the daemon runs without it. */
    static void apply(GlobalSettings global, Journal journal) {
        try {
            if (global.processNames().parent() != null) {
                OwnProcess.setName(global.processNames().parent());
            }
            if (global.nice() != 0) {
                Scheduling.nice(global.nice());
            }
            if (global.realtimePriority() > 0) {
                Scheduling.realTime(global.realtimePriority());
            }
            if (global.noSwap()) {
                Scheduling.lockMemory();
            }
        } catch (SystemCallException refused) {
            journal.vrrp("Unable to set a process setting: " + refused.getMessage());
        } catch (IOException unnamed) {
            journal.parent("Unable to set the process name: " + unnamed.getMessage());
        }
    }
}
