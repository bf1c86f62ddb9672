package org.jkeepalived.daemon.snapshot;

/**
 * What dumps show of the process.
 *
 * @param networkNamespace its name, empty for the one that the daemon was started in
 * @param hostName this machine's, with which it greets a mail server
 * @param umask in force, as bits
 * @param scriptUid the user of scripts that name none
 * @param scriptGid the group of scripts that name none
 */
public record ProcessFacts(String networkNamespace, String hostName, int umask, int scriptUid, int scriptGid) {}
