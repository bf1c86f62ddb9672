package org.jkeepalived.daemon.log;

import java.io.PrintStream;
import java.util.Optional;

/**
 * Where lines go.
 *
 * @param console also here, as {@code Sat Nov 21 01:55:08 2026: text}
 * @param syslog to the system log
 * @param facility the system log's facility
 * @param identSuffix at first follows the name in the system log, {@code _NAMESPACE_INSTANCE}; empty without them
 * @param pid the process's number
 */
public record LogTargets(
        Optional<PrintStream> console,
        boolean syslog,
        SyslogFacility facility,
        String identSuffix,
        long pid) {}
