package org.jkeepalived.config.bind;

import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.keyword.Binding;
import org.jkeepalived.config.keyword.DecimalNumber;
import org.jkeepalived.config.keyword.Keyword;
import org.jkeepalived.config.keyword.Keywords;
import org.jkeepalived.config.keyword.ReloadEffect;
import org.jkeepalived.config.keyword.WholeNumber;
import org.jkeepalived.config.settings.AddressFamily;
import org.jkeepalived.config.settings.InitialState;
import org.jkeepalived.config.text.Word;
import org.jkeepalived.config.tree.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/** The keywords of vrrp_instance about election, timers and notification; addresses are in {@link InstanceAddressKeywords}. */
final class InstanceKeywords {
    private static final DecimalNumber ADVERT = new DecimalNumber(6, 10_000_000L, 255_000_000_000L);
    private static final DecimalNumber PREEMPT = new DecimalNumber(6, 0, 1_000_000_000_000L);
    private static final WholeNumber VRID = WholeNumber.strict(1, 255);
    private static final WholeNumber PRIORITY = WholeNumber.strict(1, 255);
    private static final int PASSWORD_LENGTH = 8;

    static final List<Keyword<InstanceDraft>> ALL = all();
    static final Keywords<InstanceDraft> KEYWORDS = Keywords.of(ALL);

    private InstanceKeywords() {}

    private static List<Keyword<InstanceDraft>> all() {
        List<Keyword<InstanceDraft>> all = new ArrayList<>(election());
        all.addAll(protocol());
        all.addAll(InstanceAddressKeywords.ALL);
        all.addAll(RoutingKeywords.ALL);
        all.addAll(GarpKeywords.instance());
        all.addAll(TrackKeywords.all());
        all.addAll(NotifyKeywords.shared());
        all.add(NotifyKeywords.<InstanceDraft>command("notify_master_rx_lower_pri")
                .says("Run when a master hears a lower priority."));
        all.add(Keyword
                .<InstanceDraft>words("notify_deleted", "[COMMAND [USER [GROUP]]]", InstanceKeywords::notifyDeleted)
                .defaults("off")
                .says("Report DELETED instead of FAULT when a reload removes the instance."));
        return List.copyOf(all);
    }

    private static List<Keyword<InstanceDraft>> election() {
        return List.of(
                Keyword.<InstanceDraft>words("state", "MASTER or BACKUP", InstanceKeywords::state).required()
                        .defaults("MASTER with priority 255, else BACKUP").example("state MASTER")
                        .says("Initial wish; a MASTER that does not own its addresses still waits before taking over."),
                Keyword.<InstanceDraft>whole("virtual_router_id", VRID,
                        (instance, n) -> instance.virtualRouterId = (int) n,
                        (instance, word) -> "(" + instance.name + "): VRID '" + word
                                + "' not valid - must be between 1 & 255")
                        .onReload(ReloadEffect.NEW_INSTANCE).example("virtual_router_id 51")
                        .says("Router id on this link; mandatory."),
                Keyword.<InstanceDraft>words("priority", PRIORITY.accepts(), InstanceKeywords::priority).required()
                        .defaults("255 with state MASTER, else 100").example("priority 150")
                        .says("Election priority; 255 is the address owner."),
                Keyword.<InstanceDraft>seconds("advert_int", ADVERT,
                        (instance, nanos) -> instance.advertIntervalNanos = nanos,
                        (instance, word) -> "(" + instance.name + ") Advert interval (" + word
                                + ") not valid! Must be > 0 - ignoring")
                        .defaults("1")
                        .example("advert_int 2")
                        .says("Seconds between adverts; whole in version 2, steps of 10 ms in version 3."),
                Keyword.<InstanceDraft>flag("nopreempt", instance -> instance.nopreempt = true).defaults("off")
                        .says("Do not take over from a live lower priority master."),
                Keyword.<InstanceDraft>flag("preempt", instance -> instance.nopreempt = false).defaults("on")
                        .says("Cancel an earlier nopreempt."),
                Keyword.<InstanceDraft>words("preempt_delay", PREEMPT.accepts(), InstanceKeywords::preemptDelay)
                        .required().defaults("0")
                        .example("preempt_delay 30")
                        .says("Seconds between first hearing a lower priority and preempting."),
                Keyword.<InstanceDraft>block("authentication", authentication()).defaults("none")
                        .example("authentication {\n  auth_type PASS\n  auth_pass secret\n}")
                        .says("VRRPv2 authentication."),
                Keyword.<InstanceDraft>whole("down_timer_adverts", WholeNumber.lenient(1, 100),
                        (instance, n) -> instance.downTimerAdverts = (int) n,
                        (instance, word) -> "(" + instance.name + "): Invalid down_timer_adverts [1:100] '" + word
                                + "'")
                        .defaults("vrrp_down_timer_adverts").example("down_timer_adverts 4")
                        .says("Missed adverts that make a backup take over."),
                yesNo("lower_prio_no_advert", (instance, on) -> instance.lowerPrioNoAdvert = on)
                        .says("Stay silent on lower priority adverts."),
                yesNo("higher_prio_send_advert", (instance, on) -> instance.higherPrioSendAdvert = on)
                        .says("Send one more advert before yielding."),
                yesNo("owner_ignore_adverts", (instance, on) -> instance.ownerIgnoreAdverts = on)
                        .says("A priority 255 instance drops every advert it hears."));
    }

    private static List<Keyword<InstanceDraft>> authentication() {
        return List.of(
                Keyword.<InstanceDraft>words("auth_type", "PASS or AH", InstanceKeywords::authType).required()
                        .example("auth_type PASS")
                        .says("PASS is clear text in the packet; AH, the authentication header, is not sent by this version."),
                Keyword.<InstanceDraft>words("auth_pass", "TEXT up to 8 characters", InstanceKeywords::authPass)
                        .required()
                        .example("auth_pass secret").says("Shared secret."));
    }

    private static List<Keyword<InstanceDraft>> protocol() {
        return List.of(
                Keyword.<InstanceDraft>words("version", "2 or 3", InstanceKeywords::version).required()
                        .defaults("vrrp_version; 3 for IPv6")
                        .example("version 3").says("Protocol version."),
                Keyword.<InstanceDraft>words("native_ipv6", "no value", InstanceKeywords::nativeIpv6)
                        .defaults("from the addresses")
                        .says("Force an IPv6 instance."),
                Keyword.<InstanceDraft>words("skip_check_adv_addr", "true, on, yes, false, off, no or nothing",
                        InstanceKeywords::skipCheckAdvAddr)
                        .defaults("vrrp_skip_check_adv_addr")
                        .says("Do not compare address lists of an unchanged master; any word switches it on."),
                yesNo("strict_mode", (instance, on) -> instance.strict = on).says("Strict RFC mode."),
                Keyword.<InstanceDraft>flag("accept", instance -> instance.accept = true).defaults("on unless strict")
                        .says("Answer traffic for the addresses although not the owner."),
                yesNo("v3_checksum_as_v2", (instance, on) -> instance.v3ChecksumAsV2 = on)
                        .says("Compute the version 3 checksum over IPv4 without the pseudo header."),
                Keyword.<InstanceDraft>whole("debug", WholeNumber.lenient(0, 4),
                        (instance, n) -> instance.debug = (int) n,
                        (instance, word) -> "(" + instance.name + ") Debug value '" + word
                                + "' not valid; must be between 0-4")
                        .defaults("0")
                        .example("debug 2").says("Debug level."),
                Keyword.<InstanceDraft>yesNo("smtp_alert", (instance, on) -> instance.smtpAlert = on,
                        (_, word) -> "Invalid vrrp_instance smtp_alert parameter " + word).defaults("smtp_alert_vrrp")
                        .example("smtp_alert true").withoutEffect("no mail is sent by this version")
                        .says("Mail on changes of the instance."),
                yesNo("notify_priority_changes", (instance, on) -> instance.notifyPriorityChanges = on)
                        .withoutEffect("there is no notify FIFO in this version")
                        .says("Priority lines for this instance."));
    }

    private static Keyword.Builder<InstanceDraft> yesNo(String name, BiConsumer<InstanceDraft, Boolean> setter) {
        return Keyword.yesNo(name, setter,
                (InstanceDraft instance, String word) -> "(" + instance.name + ") invalid " + name + " " + word
                        + " specified")
                .defaults("the value of global_defs").example(name + " true");
    }

    private static void state(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        InitialState state = switch (word.text()) {
            case "MASTER" -> InitialState.MASTER;
            case "BACKUP" -> InitialState.BACKUP;
            default -> null;
        };
        if (state == null) {
            binding.findings().error(word.place(), "unknown-state",
                    "(" + instance.name + ") unknown state '" + word + "', defaulting to BACKUP", "MASTER or BACKUP");
            instance.state = instance.state == null ? InitialState.BACKUP : instance.state;
            return;
        }
        if (instance.state == InitialState.MASTER && state == InitialState.BACKUP) {
            binding.findings().error(word.place(), "already-set",
                    "(" + instance.name + ") state previously set as MASTER - ignoring " + word);
            return;
        }
        instance.state = state;
    }

    private static void priority(InstanceDraft instance, Statement statement, Binding binding) {
        OptionalLong priority = PRIORITY.read(statement.argument(), binding);
        if (priority.isEmpty()) {
            binding.findings().error(statement.argument().place(), "value-defaulted",
                    "(" + instance.name + ") Priority not valid! must be between 1 & 255. Using default 100");
        }
        instance.priority = (int) priority.orElse(100);
    }

    private static void preemptDelay(InstanceDraft instance, Statement statement, Binding binding) {
        OptionalLong delay = PREEMPT.read(statement.argument(), binding);
        if (delay.isEmpty()) {
            binding.findings().error(statement.argument().place(), "value-ignored",
                    "(" + instance.name + ") Preempt_delay not valid! must be between 0-1000");
        }
        instance.preemptDelayNanos = delay.orElse(0);
    }

    private static void authType(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        switch (word.text()) {
            case "PASS" -> instance.authType = "PASS";
            case "AH" -> {
                instance.authType = null;
                binding.findings().notice(word.place(), "not-supported",
                        "auth_type AH: known to keepalived, not supported by this version - skipped");
            }
            default -> binding.findings().error(word.place(), "unknown-option",
                    "(" + instance.name + ") unknown authentication type '" + word + "'", "PASS");
        }
    }

    private static void authPass(InstanceDraft instance, Statement statement, Binding binding) {
        String password = statement.argument().text();
        if (password.length() > PASSWORD_LENGTH) {
            binding.findings().warning(statement.argument().place(), "password-truncated",
                    "Truncating auth_pass to 8 characters");
            password = password.substring(0, PASSWORD_LENGTH);
        }
        instance.authPass = password;
    }

    private static void version(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong version = WholeNumber.lenient(2, 3).read(word, binding);
        if (version.isEmpty()) {
            binding.findings().error(word.place(), "value-ignored",
                    "(" + instance.name + "): Version must be either 2 or 3");
            return;
        }
        int number = (int) version.getAsLong();
        boolean six = instance.family == AddressFamily.IPV6;
        Integer known = instance.version != null ? instance.version : six ? Integer.valueOf(3) : null;
        if (known != null && known != number) {
            binding.findings().error(word.place(), "conflict", "(" + instance.name + ") vrrp_version " + number
                    + " conflicts with configured or deduced version " + known + "; ignoring.");
            return;
        }
        instance.version = number;
    }

    private static void nativeIpv6(InstanceDraft instance, Statement statement, Binding binding) {
        if (instance.family == AddressFamily.IPV4) {
            binding.findings().error(statement.keyword().place(), "wrong-family",
                    "(" + instance.name + ") Cannot specify native_ipv6 with IPv4 addresses");
            return;
        }
        instance.family = AddressFamily.IPV6;
    }

    private static void skipCheckAdvAddr(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        switch (word == null ? "true" : word.text()) {
            case "true", "on", "yes", "false", "off", "no" -> instance.skipCheckAdvAddr = true;
            default -> binding.findings().error(word.place(), "bad-boolean",
                    "(" + instance.name + ") invalid skip_check_adv_addr " + word + " specified",
                    "true, on, yes, false, off, no or nothing");
        }
    }

    private static void notifyDeleted(InstanceDraft instance, Statement statement, Binding binding) {
        instance.notify.reportDeleted = true;
        if (statement.argument() != null) {
            NotifyKeywords.bind(instance, statement, binding);
        }
    }
}
