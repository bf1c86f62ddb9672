package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;

/**
 * Directories that global_defs names.
 *
 * @param values of {@link #SECTION}
 */
public record Directories(Values values) {
    public static final Section SECTION = Section.empty();
    public static final Setting<String> SAVED_CONFIGURATIONS = SECTION.word("config_save_dir", "DIR")
            .required()
            .otherwise("none")
            .example("config_save_dir /etc/keepalived")
            .notYet()
            .says("Directory that receives copies of what was read.");
    public static final Setting<String> TEMPORARY = SECTION.word("tmp_config_directory", "DIR")
            .missing("tmp_config_directory missing directory name")
            .again("tmp_config_directory already specified - ignoring")
            .otherwise("none")
            .onReload(ReloadEffect.REFUSED)
            .example("tmp_config_directory /run")
            .withoutEffect("the configuration is read once, by one process")
            .says("Directory of the expanded configuration that processes pass on.");
    public static final Setting<String> IPROUTE_USR = iproute("iproute_usr_dir")
            .otherwise("/usr/share/iproute2 and /usr/lib/iproute2")
            .example("iproute_usr_dir /usr/lib/iproute2")
            .says("First directory that names of routing tables and protocols are looked up in.");
    public static final Setting<String> IPROUTE_ETC = iproute("iproute_etc_dir").otherwise("/etc/iproute2")
            .example("iproute_etc_dir /etc/iproute2")
            .says("Second directory that names of routing tables and protocols are looked up in.");

    private static SettingBuilder<String> iproute(String name) {
        return SECTION.word(name, "DIR").alone("{name} invalid");
    }

    /** config_save_dir, which receives copies of what was read, or null. */
    public String savedConfigurations() {
        return values.get(SAVED_CONFIGURATIONS);
    }

    /** tmp_config_directory, or null for none. */
    public String temporary() {
        return values.get(TEMPORARY);
    }

    /** iproute_usr_dir, where the distribution's names of tables and protocols are, or null for the usual place. */
    public String iprouteUsr() {
        return values.get(IPROUTE_USR);
    }

    /** iproute_etc_dir, where the administrator's are, or null for the usual place. */
    public String iprouteEtc() {
        return values.get(IPROUTE_ETC);
    }
}
