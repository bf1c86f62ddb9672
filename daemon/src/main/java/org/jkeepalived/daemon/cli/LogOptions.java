package org.jkeepalived.daemon.cli;

import org.jkeepalived.daemon.log.SyslogFacility;

/**
 * Where log lines go and how many there are.
 *
 * @param console also to standard error (-l)
 * @param syslog to the system log (off by -G)
 * @param facility the syslog facility (-S)
 * @param detail 0 for the essential lines, 1 with -D, 2 with -D twice
 * @param dumpConfiguration write the parsed configuration to the log at start (-d)
 * @param addressMonitoring log every address change (-a)
 */
public record LogOptions(
        boolean console,
        boolean syslog,
        SyslogFacility facility,
        int detail,
        boolean dumpConfiguration,
        boolean addressMonitoring) {}
