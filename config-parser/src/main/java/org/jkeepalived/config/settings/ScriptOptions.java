package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;

/**
 * Scripts of the daemon itself and how every script is run.
 *
 * @param values of {@link #SECTION}
 * @param startup startup_script, run once before the daemon starts its work, or null
 * @param shutdown shutdown_script, run once after the daemon has ended its work, or null
 */
public record ScriptOptions(Values values, ScriptCommand startup, ScriptCommand shutdown) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public static final Section SECTION = Section.empty();
    public static final Setting<Long> STARTUP_TIMEOUT = timeout("startup_script_timeout")
            .onReload(ReloadEffect.NEEDS_RESTART)
            .says("Seconds after which startup_script is ended.");
    private static final Setting<Long> SHUTDOWN_TIMEOUT = timeout("shutdown_script_timeout")
            .says("Seconds after which shutdown_script is ended.");
    public static final Setting<Boolean> SYMLINK_PATHS = off("use_symlink_paths")
            .says("Keep script paths as written instead of resolving their symbolic links.");
    private static final Setting<Boolean> SUPPLEMENTARY_GROUPS = off("set_supplementary_groups").notYet()
            .says("Run every script with all the groups of its user.");

    private static SettingBuilder<Long> timeout(String name) {
        return SECTION.wide(name, 1, 1000)
                .accepting("seconds 1..1000")
                .missing("{name} requires value", "a whole number 1..1000")
                .complains("{name} '{word}' must be in [1, 1000] - ignoring")
                .defaults(10L)
                .example(name + " 20");
    }

    private static SettingBuilder<Boolean> off(String name) {
        return SECTION.yesNo(name).complains("Invalid value '{word}' for global {name} specified").defaults(false);
    }

    /** Limit of the startup script. */
    public long startupTimeoutNanos() {
        return values.get(STARTUP_TIMEOUT) * NANOS_PER_SECOND;
    }

    /** Limit of the shutdown script. */
    public long shutdownTimeoutNanos() {
        return values.get(SHUTDOWN_TIMEOUT) * NANOS_PER_SECOND;
    }

    /** use_symlink_paths: paths stay as written, symbolic links included. */
    public boolean symlinkPaths() {
        return values.get(SYMLINK_PATHS);
    }

    /** set_supplementary_groups: a script has all the groups of its user. */
    public boolean supplementaryGroups() {
        return values.get(SUPPLEMENTARY_GROUPS);
    }
}
