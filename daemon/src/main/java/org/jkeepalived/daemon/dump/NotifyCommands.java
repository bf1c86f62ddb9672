package org.jkeepalived.daemon.dump;

import java.util.List;

/** The notify scripts of an instance or group; null where there is none. */
public record NotifyCommands(
        Command backup,
        Command master,
        Command fault,
        Command stop,
        Command deleted,
        Command generic,
        Command masterRxLowerPriority) {
    /** No scripts. */
    public static final NotifyCommands NONE = new NotifyCommands(null, null, null, null, null, null, null);

    /** A script and who runs it. */
    public record Command(List<String> argv, int uid, int gid) {
        /** Copies the list. */
        public Command {
            argv = List.copyOf(argv);
        }

        /** The words in single quotes. */
        String quoted() {
            return "'" + String.join("' '", argv) + "'";
        }
    }
}
