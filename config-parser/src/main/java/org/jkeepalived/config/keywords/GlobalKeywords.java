package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.config.settings.Dbus;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.settings.Snmp;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.IpAddress;

/** The keywords of global_defs. */
final class GlobalKeywords {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LARGE_DELAY_NANOS = 60 * NANOS_PER_SECOND;
    private static final DecimalNumber DELAY = new DecimalNumber(6, 1_000_000L, 4_294_967_295_000L);

    static final List<Keyword<GlobalDraft>> ALL = all();
    static final Keywords<GlobalDraft> KEYWORDS = Keywords.of(ALL);

    private GlobalKeywords() {}

    private static List<Keyword<GlobalDraft>> all() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>(general());
        all.addAll(protocol());
        all.addAll(GarpKeywords.global());
        all.addAll(MailKeywords.ALL);
        all.addAll(ProcessKeywords.ALL);
        all.addAll(SchedulingKeywords.ALL);
        all.addAll(LifecycleKeywords.ALL);
        all.addAll(FifoKeywords.ALL);
        all.addAll(VmacKeywords.ALL);
        all.addAll(FirewallKeywords.ALL);
        all.addAll(BufferKeywords.ALL);
        all.addAll(SettingKeywords.of(Snmp.SECTION, (GlobalDraft global) -> global.snmp).all());
        all.addAll(SettingKeywords.of(Dbus.SECTION, (GlobalDraft global) -> global.dbus).all());
        all.addAll(FileKeywords.ALL);
        all.addAll(LvsKeywords.ALL);
        return List.copyOf(all);
    }

    private static List<Keyword<GlobalDraft>> general() {
        return List.of(
                Keyword.<GlobalDraft>words("router_id", "TEXT", GlobalKeywords::routerId)
                        .defaults("the host name")
                        .example("router_id LB_1")
                        .shows(global -> global.routerId == null ? null : Quoting.word(global.routerId))
                        .says("Name of this machine in mail, SNMP and dumps."),
                Keyword.<GlobalDraft>words("script_user", "USER [GROUP]", GlobalKeywords::scriptUser)
                        .defaults("keepalived_script if that account exists, else root")
                        .example("script_user root")
                        .shows(global -> ScriptKeywords.accountText(global.scriptUser, global.scriptGroup))
                        .says("Account that scripts run as when they name none."),
                Keyword.<GlobalDraft>flag("enable_script_security", global -> global.scriptSecurity = true)
                        .defaults("off")
                        .shows(global -> global.scriptSecurity)
                        .says("Refuse to run as root a script that somebody else could modify."),
                Keyword.<GlobalDraft>words("default_interface", "IFNAME", GlobalKeywords::defaultInterface)
                        .defaults("eth0")
                        .example("default_interface eth1")
                        .shows(global -> Quoting.word(global.defaultInterface))
                        .says("Interface of static addresses without dev."),
                Keyword.<GlobalDraft>words("dynamic_interfaces", "[allow_if_changes]",
                        GlobalKeywords::dynamicInterfaces)
                        .defaults("off")
                        .shows(GlobalKeywords::dynamicInterfacesText)
                        .says("Accept interfaces that do not exist yet."),
                Keyword.<GlobalDraft>flag("log_unknown_vrids", global -> global.logUnknownVrids = true)
                        .defaults("off")
                        .shows(global -> global.logUnknownVrids)
                        .says("Log adverts for router ids that are not configured."));
    }

    private static List<Keyword<GlobalDraft>> protocol() {
        return List.of(
                Keyword.<GlobalDraft>whole("vrrp_version", WholeNumber.lenient(2, 3),
                        (global, n) -> global.version = (int) n, (_, _) -> "VRRP Error: Version must be either 2 or 3")
                        .defaults("2")
                        .example("vrrp_version 3")
                        .shows(global -> global.version)
                        .says("Protocol version of instances that set none; IPv6 is always 3."),
                yesNo("vrrp_strict", (global, on) -> global.strict = on, "false").shows(global -> global.strict)
                        .says("Enforce the RFC on every instance."),
                yesNo("vrrp_skip_check_adv_addr", (global, on) -> global.skipCheckAdvAddr = on, "false")
                        .shows(global -> global.skipCheckAdvAddr)
                        .says("Do not compare the address lists of adverts of an unchanged master."),
                Keyword.<GlobalDraft>flag("vrrp_check_unicast_src", global -> global.checkUnicastSource = true)
                        .defaults("off")
                        .shows(global -> global.checkUnicastSource)
                        .says("Drop unicast adverts from addresses that are not peers."),
                Keyword.<GlobalDraft>words("vrrp_mcast_group4", "an IPv4 multicast address",
                        GlobalKeywords::mcastGroup4)
                        .required()
                        .defaults("224.0.0.18")
                        .example("vrrp_mcast_group4 224.0.0.19")
                        .shows(global -> AddressText.of(global.mcastGroup4))
                        .says("Destination of IPv4 adverts."),
                Keyword.<GlobalDraft>words("vrrp_mcast_group6", "an IPv6 multicast address",
                        GlobalKeywords::mcastGroup6)
                        .required()
                        .defaults("ff02::12")
                        .example("vrrp_mcast_group6 ff02::13")
                        .shows(global -> AddressText.of(global.mcastGroup6))
                        .says("Destination of IPv6 adverts."),
                delay("vrrp_startup_delay", (global, nanos) -> global.startupDelayNanos = nanos)
                        .shows(global -> global.startupDelayNanos == 0 ? null : global.startupDelayNanos)
                        .says("Hold all VRRP timers this long after start."),
                delay("vrrp_delay_after_boot", (global, nanos) -> global.delayAfterBootNanos = nanos)
                        .shows(global -> global.delayAfterBootNanos == 0 ? null : global.delayAfterBootNanos)
                        .says("As vrrp_startup_delay, measured from the system's boot; the larger one wins."),
                yesNo("vrrp_lower_prio_no_advert", (global, on) -> global.lowerPrioNoAdvert = on, "false")
                        .shows(global -> global.lowerPrioNoAdvert)
                        .says("Stay silent when a master hears a lower priority."),
                yesNo("vrrp_higher_prio_send_advert", (global, on) -> global.higherPrioSendAdvert = on, "false")
                        .shows(global -> global.higherPrioSendAdvert)
                        .says("Send one more advert before yielding to a higher priority."),
                yesNo("vrrp_owner_ignore_adverts", (global, on) -> global.ownerIgnoreAdverts = on, "false")
                        .shows(global -> global.ownerIgnoreAdverts)
                        .says("Priority 255 instances drop every advert they hear."),
                Keyword.<GlobalDraft>whole("vrrp_down_timer_adverts", WholeNumber.lenient(1, 100),
                        (global, n) -> global.downTimerAdverts = (int) n,
                        (_, word) -> "Invalid vrrp_down_timer_adverts [1:100] '" + word + "'")
                        .defaults("3")
                        .example("vrrp_down_timer_adverts 4")
                        .shows(global -> global.downTimerAdverts)
                        .says("Missed adverts that make a backup take over."),
                Keyword.<GlobalDraft>yesNo("vrrp_notify_priority_changes",
                        (global, on) -> global.notifyPriorityChanges = on,
                        (_, word) -> "Invalid value '" + word + "' for global vrrp_notify_priority_changes specified")
                        .defaults("false")
                        .withoutEffect("there is no notify FIFO in this version")
                        .shows(global -> global.notifyPriorityChanges)
                        .says("Write priority changes to the FIFO."),
                Keyword.<GlobalDraft>flag("v3_checksum_as_v2", global -> global.v3ChecksumAsV2 = true)
                        .defaults("off")
                        .shows(global -> global.v3ChecksumAsV2)
                        .says("Compute the VRRPv3 checksum over IPv4 without the pseudo header."));
    }

    private static Keyword.Builder<GlobalDraft> yesNo(String name, BiConsumer<GlobalDraft, Boolean> setter,
            String otherwise) {
        return Keyword.yesNo(name, setter, (_, _) -> "Invalid value for " + name + " specified")
                .defaults(otherwise)
                .example(name + " true");
    }

    private static Keyword.Builder<GlobalDraft> delay(String name, ObjLongConsumer<GlobalDraft> setter) {
        return Keyword.<GlobalDraft>typed(name, DELAY, (global, statement, binding) -> {
            Word word = statement.argument();
            var nanos = DELAY.read(word, binding);
            if (nanos.isEmpty()) {
                binding.findings().error(word.place(), "value-ignored", name + " '" + word + "' is invalid");
                return;
            }
            setter.accept(global, nanos.getAsLong());
            if (nanos.getAsLong() >= LARGE_DELAY_NANOS) {
                binding.findings()
                        .notice(word.place().untold(), "very-large",
                                "The " + name + " is very large - " + word + " seconds");
            }
        }).required().defaults("0").onReload(ReloadEffect.NEEDS_RESTART).example(name + " 5.5");
    }

    private static void routerId(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "routerid name missing - ignoring", "a name");
        } else {
            global.routerId = statement.argument().text();
        }
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

    private static void defaultInterface(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "default_interface requires interface name",
                            "IFNAME");
        } else {
            global.defaultInterface = statement.argument().text();
        }
    }

    private static void dynamicInterfaces(GlobalDraft global, Statement statement, Binding binding) {
        global.dynamicInterfaces = true;
        Word option = statement.argument();
        if (option == null) {
            return;
        }
        if (option.text().equals("allow_if_changes")) {
            global.allowInterfaceChanges = true;
        } else {
            binding.findings()
                    .error(option.place(), "unknown-option", "Unknown dynamic_interfaces option '" + option + "'",
                            "allow_if_changes");
        }
    }

    private static String dynamicInterfacesText(GlobalDraft global) {
        if (!global.dynamicInterfaces) {
            return null;
        }
        return global.allowInterfaceChanges ? "allow_if_changes" : "";
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
            global.mcastGroup4 = group;
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
            global.mcastGroup6 = group;
        }
    }
}
