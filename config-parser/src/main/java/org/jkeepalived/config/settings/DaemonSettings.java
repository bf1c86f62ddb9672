package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;

/**
 * The words that stand outside any block: which daemon this is.
 *
 * @param values of {@link #SECTION}
 */
public record DaemonSettings(Values values) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public static final Section SECTION = Section.empty();
    public static final Setting<String> NETWORK_NAMESPACE = name("net_namespace", "NAME")
            .otherwise("the one it was started in")
            .example("net_namespace blue")
            .withoutEffect("the option -s enters a network namespace, this line does not")
            .says("Network namespace that the daemon runs in.");
    /** Empty for the default namespace. */
    public static final Setting<String> IPVS_NAMESPACE = name("net_namespace_ipvs", "[NAME]")
            .otherwise("net_namespace; alone: the default namespace")
            .example("net_namespace_ipvs green")
            .notYet()
            .says("Network namespace of the IPVS tables.");
    private static final Setting<Boolean> IPSETS_IN_NAMESPACE = SECTION.flag("namespace_with_ipsets")
            .onReload(ReloadEffect.NEEDS_RESTART)
            .withoutEffect("this version installs no packet filter")
            .says("Use ipsets in a network namespace too, where old kernels fail.");
    public static final Setting<String> INSTANCE = name("instance", "NAME").otherwise("none")
            .example("instance blue")
            .says("Label that tells daemons in one network namespace apart; part of the names of pid files.");
    private static final Setting<Boolean> PID_DIRECTORY = SECTION.flag("use_pid_dir")
            .otherwise("off; on with instance or a network namespace")
            .onReload(ReloadEffect.NEEDS_RESTART)
            .says("Put pid files into /run/keepalived instead of /run.");
    private static final Setting<Long> CHILD_WAIT = SECTION.wide("child_wait_time", 0, 0xffff_ffffL)
            .strict()
            .complains("Invalid {name} {word}")
            .defaults(5L)
            .example("child_wait_time 10")
            .withoutEffect("the daemon has no child processes to wait for")
            .says("Seconds that the end of child processes is waited for.");

    private static SettingBuilder<String> name(String keyword, String accepts) {
        return SECTION.<String>own(keyword, accepts).onReload(ReloadEffect.REFUSED);
    }

    /** net_namespace, or null for the one it was started in. */
    public String networkNamespace() {
        return values.get(NETWORK_NAMESPACE);
    }

    /** net_namespace_ipvs: null for that of VRRP, empty for the default one. */
    public String ipvsNamespace() {
        return values.get(IPVS_NAMESPACE);
    }

    /** namespace_with_ipsets. */
    public boolean ipsetsInNamespace() {
        return values.get(IPSETS_IN_NAMESPACE);
    }

    /** Label that tells daemons in one network namespace apart, or null. */
    public String instance() {
        return values.get(INSTANCE);
    }

    /** use_pid_dir: whether pid files are in a directory of their own. */
    public boolean pidDirectory() {
        return values.get(PID_DIRECTORY);
    }

    /** child_wait_time: how long the end of child processes is waited for. */
    public long childWaitNanos() {
        return values.get(CHILD_WAIT) * NANOS_PER_SECOND;
    }
}
