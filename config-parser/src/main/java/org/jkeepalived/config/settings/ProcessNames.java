package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;

/**
 * Process titles of keepalived.conf(5).
 *
 * @param values of {@link #SECTION}
 */
public record ProcessNames(Values values) {
    public static final Section SECTION = Section.empty();
    private static final Setting<Boolean> FIXED = SECTION.flag("process_names")
            .onReload(ReloadEffect.NEEDS_RESTART)
            .withoutEffect("the daemon is one process, named by process_name")
            .says("Give the processes fixed names instead of keepalived.");
    private static final Setting<String> PARENT = name("process_name").says("Process title of the parent.");
    private static final Setting<String> VRRP = name("vrrp_process_name").says("Process title of the VRRP process.");
    private static final Setting<String> CHECKER = name("checker_process_name")
            .deprecated("lvs_process_name", "lvs_process_name is deprecated - please use checker_process_name")
            .says("Process title of the checker process.");
    private static final Setting<String> BFD = name("bfd_process_name").says("Process title of the BFD process.");

    private static SettingBuilder<String> name(String keyword) {
        return SECTION.word(keyword, "NAME up to 15 characters")
                .required()
                .shortens(15, "Process name {word} more than 15 characters, truncating")
                .otherwise("keepalived")
                .onReload(ReloadEffect.NEEDS_RESTART)
                .example(keyword + " keepalived_a");
    }

    /** process_names: whether the children carry keepalived's fixed names. */
    public boolean fixed() {
        return values.get(FIXED);
    }

    /** process_name, or null. */
    public String parent() {
        return values.get(PARENT);
    }

    /** vrrp_process_name, or null. */
    public String vrrp() {
        return values.get(VRRP);
    }

    /** checker_process_name, or null. */
    public String checker() {
        return values.get(CHECKER);
    }

    /** bfd_process_name, or null. */
    public String bfd() {
        return values.get(BFD);
    }
}
