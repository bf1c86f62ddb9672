package org.jkeepalived.config.keywords;

import static org.jkeepalived.config.settings.GlobalSettings.ALLOW_CHANGES;
import static org.jkeepalived.config.settings.GlobalSettings.DISABLE_LOCAL_IGMP;
import static org.jkeepalived.config.settings.GlobalSettings.DYNAMIC_INTERFACES;
import static org.jkeepalived.config.settings.GlobalSettings.FIFO_STATES_ON_RELOAD;
import static org.jkeepalived.config.settings.GlobalSettings.INCLUDE_CHECK;
import static org.jkeepalived.config.settings.GlobalSettings.MCAST_GROUP_4;
import static org.jkeepalived.config.settings.GlobalSettings.MCAST_GROUP_6;
import static org.jkeepalived.config.settings.GlobalSettings.MINIMAL_GARP;
import static org.jkeepalived.config.settings.GlobalSettings.RANDOM_SEED;
import static org.jkeepalived.config.settings.GlobalSettings.ROUTER_ID;
import static org.jkeepalived.config.settings.GlobalSettings.UMASK;

import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Dbus;
import org.jkeepalived.config.settings.GlobalSettings;
import org.jkeepalived.config.settings.ProcessNames;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.settings.Snmp;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.IpAddress;

/** The keywords of global_defs. */
final class GlobalKeywords {
    static final List<Keyword<GlobalDraft>> ALL = all();
    static final Keywords<GlobalDraft> KEYWORDS = Keywords.of(ALL);

    private GlobalKeywords() {}

    /** Settings of other sections stand in the manual where they belong. */
    private static List<Keyword<GlobalDraft>> all() {
        return SettingKeywords.of(GlobalSettings.SECTION, (GlobalDraft global) -> global.values)
                .read(DYNAMIC_INTERFACES, GlobalKeywords::dynamicInterfaces)
                .read(MCAST_GROUP_4, GlobalKeywords::mcastGroup4)
                .read(MCAST_GROUP_6, GlobalKeywords::mcastGroup6)
                .behind(ROUTER_ID,
                        List.of(Keyword.<GlobalDraft>words("script_user", "USER [GROUP]", GlobalKeywords::scriptUser)
                                .defaults("keepalived_script if that account exists, else root")
                                .example("script_user root")
                                .shows(global -> Quoting.account(global.scriptUser, global.scriptGroup))
                                .says("Account that scripts run as when they name none.")))
                .behind(MINIMAL_GARP, MailKeywords.ALL)
                .behind(MINIMAL_GARP,
                        SettingKeywords.of(ProcessNames.SECTION, (GlobalDraft global) -> global.processNames).all())
                .read(UMASK, ProcessKeywords::umask)
                .read(INCLUDE_CHECK, ProcessKeywords::includeCheck)
                .behind(INCLUDE_CHECK, SchedulingKeywords.ALL)
                .behind(INCLUDE_CHECK, LifecycleKeywords.ALL)
                .behind(INCLUDE_CHECK, FifoKeywords.ALL)
                .behind(FIFO_STATES_ON_RELOAD, VmacKeywords.ALL)
                .behind(DISABLE_LOCAL_IGMP, FirewallKeywords.ALL)
                .behind(DISABLE_LOCAL_IGMP, BufferKeywords.ALL)
                .behind(DISABLE_LOCAL_IGMP, SettingKeywords.of(Snmp.SECTION, (GlobalDraft global) -> global.snmp).all())
                .behind(DISABLE_LOCAL_IGMP, SettingKeywords.of(Dbus.SECTION, (GlobalDraft global) -> global.dbus).all())
                .behind(DISABLE_LOCAL_IGMP, FileKeywords.ALL)
                .behind(RANDOM_SEED, LvsKeywords.ALL)
                .all();
    }

    private static void scriptUser(GlobalDraft global, Statement statement, Binding binding) {
        Word user = statement.argument();
        if (user == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "No script username specified",
                            "USER [GROUP]");
            return;
        }
        String group = statement.words().size() > 2 ? statement.words().get(2).text() : null;
        boolean known = binding.facts().user(user.text()).isPresent()
                && (group == null || binding.facts().group(group).isPresent());
        if (!known || global.scriptUserUnknown) {
            global.scriptUserUnknown = true;
            binding.findings()
                    .error(user.place(), "unknown-account", "Error setting global script uid/gid",
                            known ? "no script_user before it that does not exist" : "an account of this machine");
            return;
        }
        global.scriptUser = user.text();
        global.scriptGroup = group;
    }

    private static void dynamicInterfaces(GlobalDraft global, Statement statement, Binding binding) {
        Word option = statement.argument();
        if (option != null && option.text().equals(ALLOW_CHANGES)) {
            global.values.put(DYNAMIC_INTERFACES, ALLOW_CHANGES);
            return;
        }
        if (global.values.own(DYNAMIC_INTERFACES) == null) {
            global.values.put(DYNAMIC_INTERFACES, "");
        }
        if (option != null) {
            binding.findings()
                    .error(option.place(), "unknown-option", "Unknown dynamic_interfaces option '" + option + "'",
                            ALLOW_CHANGES);
        }
    }

    private static void mcastGroup4(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        IpAddress group = Addresses.parse(word.text());
        if (group == null || group.isIpv6()) {
            binding.findings()
                    .error(word.place(), "bad-address",
                            (group == null
                                    ? "Can't parse vrrp_mcast_group4 [" + word + "]"
                                    : "vrrp_mcast_group4 [" + word + "] is not IPv4") + ". Skipping",
                            "an IPv4 multicast address");
        } else if (!group.isMulticast()) {
            binding.findings()
                    .error(word.place(), "not-multicast", "vrrp_mcast_group4 [" + word + "] is not multicast. Skipping",
                            "224.0.0.0..239.255.255.255");
        } else {
            global.values.put(MCAST_GROUP_4, group);
        }
    }

    private static void mcastGroup6(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        IpAddress group = Addresses.parse(word.text());
        if (group == null || !group.isIpv6()) {
            binding.findings()
                    .error(word.place(), "bad-address",
                            (group == null
                                    ? "Can't parse vrrp_mcast_group6 [" + word + "]"
                                    : "vrrp_mcast_group6 [" + word + "] is not IPv6") + ". Skipping",
                            "an IPv6 multicast address");
        } else if (!group.isMulticast()) {
            binding.findings()
                    .error(word.place(), "not-multicast", "vrrp_mcast_group6 [" + word + "] is not multicast. Skipping",
                            "ff02::/16");
        } else {
            if (!group.isLinkLocalMulticast()) {
                binding.findings()
                        .warning(word.place(), "not-link-local",
                                "vrrp_mcast_group6 [" + word + "] should be link-local multicast.");
            }
            global.values.put(MCAST_GROUP_6, group);
        }
    }
}
