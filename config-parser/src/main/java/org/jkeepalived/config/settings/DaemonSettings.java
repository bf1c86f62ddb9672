package org.jkeepalived.config.settings;

/**
 * The words that stand outside any block: which daemon this is.
 *
 * @param networkNamespace net_namespace, or null for the one it was started in
 * @param ipvsNamespace net_namespace_ipvs: null for that of VRRP, empty for the default one
 * @param ipsetsInNamespace namespace_with_ipsets
 * @param instance label that tells daemons in one network namespace apart, or null
 * @param pidDirectory use_pid_dir: pid files are in a directory of their own
 * @param childWaitNanos child_wait_time: how long the end of child processes is waited for
 */
public record DaemonSettings(
        String networkNamespace,
        String ipvsNamespace,
        boolean ipsetsInNamespace,
        String instance,
        boolean pidDirectory,
        long childWaitNanos) {}
