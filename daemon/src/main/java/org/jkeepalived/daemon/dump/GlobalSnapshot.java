package org.jkeepalived.daemon.dump;

import org.jkeepalived.config.settings.DaemonSettings;
import org.jkeepalived.config.settings.GlobalSettings;

/**
 * The settings of the daemon and of global_defs in force, and what the process adds to them.
 *
 * @param networkNamespace its name, empty for the one that the daemon was started in
 * @param hostName this machine's, with which it greets a mail server
 * @param umask as bits
 * @param scriptUid the user of scripts that name none
 * @param scriptGid the group of scripts that name none
 */
public record GlobalSnapshot(
        GlobalSettings settings,
        DaemonSettings daemon,
        String networkNamespace,
        String hostName,
        int umask,
        int scriptUid,
        int scriptGid) {}
