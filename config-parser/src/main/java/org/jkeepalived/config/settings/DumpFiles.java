package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;

/**
 * Where the files go that signals ask for.
 *
 * @param values of {@link #SECTION}
 */
public record DumpFiles(Values values) {
    public static final Section SECTION = Section.empty();
    public static final Setting<Boolean> WITH_INSTANCE = SECTION.yesNo("data_use_instance")
            .complains("Invalid value '{word}' for global date_use_instance specified")
            .defaults(false)
            .says("Put network namespace and instance into the names of data dumps.");
    public static final Setting<String> STATE = path("state_dump_file").otherwise("keepalived.data in TMPDIR or /tmp")
            .example("state_dump_file /run/keepalived/")
            .says("Path of the data dumps; a slash at its end keeps the usual names.");
    private static final Setting<String> STATS = path("stats_dump_file").otherwise("keepalived.stats in TMPDIR or /tmp")
            .example("stats_dump_file /run/keepalived.stats")
            .withoutEffect("keepalived does not use it either")
            .says("Path of the statistics.");
    private static final Setting<String> JSON = path("json_dump_file").otherwise("keepalived.json in TMPDIR or /tmp")
            .example("json_dump_file /run/keepalived.json")
            .withoutEffect("keepalived does not use it either")
            .says("Path of the JSON dump.");

    private static SettingBuilder<String> path(String name) {
        return SECTION.word(name, "PATH").alone("{name} invalid");
    }

    /** Whether network namespace and instance are part of the name of data dumps. */
    public boolean withInstance() {
        return values.get(WITH_INSTANCE);
    }

    /** Path of the data dumps; a slash at its end makes it a directory for the usual names; null for the default. */
    public String state() {
        return values.get(STATE);
    }

    /** Path of the statistics, or null. */
    public String stats() {
        return values.get(STATS);
    }

    /** Path of the JSON dump, or null. */
    public String json() {
        return values.get(JSON);
    }
}
