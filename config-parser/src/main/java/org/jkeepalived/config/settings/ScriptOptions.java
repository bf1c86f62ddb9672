package org.jkeepalived.config.settings;

/**
 * Scripts of the daemon itself and how every script is run.
 *
 * @param startup startup_script, run once before the daemon starts its work, or null
 * @param startupTimeoutNanos limit of the startup script
 * @param shutdown shutdown_script, run once after the daemon has ended its work, or null
 * @param shutdownTimeoutNanos limit of the shutdown script
 * @param symlinkPaths use_symlink_paths: paths stay as written, symbolic links included
 * @param supplementaryGroups set_supplementary_groups: a script has all the groups of its user
 */
public record ScriptOptions(
        ScriptCommand startup,
        long startupTimeoutNanos,
        ScriptCommand shutdown,
        long shutdownTimeoutNanos,
        boolean symlinkPaths,
        boolean supplementaryGroups) {}
