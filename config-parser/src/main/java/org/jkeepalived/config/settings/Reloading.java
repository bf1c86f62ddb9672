package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;

/**
 * What surrounds a reload.
 *
 * @param values of {@link #SECTION}
 */
public record Reloading(Values values) {
    private static final String NO_LOG = "/dev/null";

    public static final Section SECTION = Section.empty();
    private static final Setting<String> CHECK_LOG = SECTION.word("reload_check_config", "[LOGFILE]")
            .otherwise("off; alone: " + NO_LOG)
            .example("reload_check_config /run/keepalived.check")
            .withoutEffect("every reload checks the new files before it leaves the old configuration")
            .says("Test the new files before a reload and write what is found to this file.");
    private static final Setting<String> TIME_FILE = SECTION.word("reload_time_file", "PATH")
            .alone("{name} invalid")
            .otherwise("none")
            .example("reload_time_file /etc/keepalived/reload_time")
            .notYet()
            .says("File that holds the time of the next reload.");
    private static final Setting<Boolean> REPEAT = SECTION.flag("reload_repeat")
            .notYet()
            .says("Let a time of day in reload_time_file hold for every day.");
    private static final Setting<String> MARKER_FILE = SECTION.word("reload_file", "[PATH]")
            .otherwise("off; alone: the pid file with .reload")
            .example("reload_file /run/keepalived.reload")
            .says("File that is there while a configuration is read.");

    /** File for the findings of a test of the new files, before they are read for good; null for no test. */
    public String checkLog() {
        String log = values.get(CHECK_LOG);
        return log != null && log.isEmpty() ? NO_LOG : log;
    }

    /** File that holds the time of the next reload, or null. */
    public String timeFile() {
        return values.get(TIME_FILE);
    }

    /** Whether a time of day in the time file holds for every day. */
    public boolean repeat() {
        return values.get(REPEAT);
    }

    /** File that is there while a configuration is read; empty for the pid file's name with {@code .reload}, null for none. */
    public String markerFile() {
        return values.get(MARKER_FILE);
    }
}
