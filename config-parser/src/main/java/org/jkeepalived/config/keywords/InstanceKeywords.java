package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.InitialState;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.AddressFamily;

/** The keywords of vrrp_instance about election, timers and notification; addresses are in {@link InstanceAddressKeywords}. */
final class InstanceKeywords {
    private static final DecimalNumber ADVERT = new DecimalNumber(6, 10_000_000L, 255_000_000_000L);
    private static final DecimalNumber PREEMPT = new DecimalNumber(6, 0, 1_000_000_000_000L);
    private static final WholeNumber VRID = WholeNumber.strict(1, 255);
    private static final WholeNumber PRIORITY = WholeNumber.strict(1, 255);

    static final List<Keyword<InstanceDraft>> ALL = all();
    static final Keywords<InstanceDraft> KEYWORDS = Keywords.of(ALL);

    private InstanceKeywords() {}

    private static List<Keyword<InstanceDraft>> all() {
        List<Keyword<InstanceDraft>> all = new ArrayList<>(election());
        all.addAll(protocol());
        all.addAll(AuthenticationKeywords.ALL);
        all.addAll(InstanceAddressKeywords.ALL);
        all.addAll(RoutingKeywords.ALL);
        all.addAll(PrivateLinkKeywords.ALL);
        all.addAll(InstanceLinkKeywords.ALL);
        all.addAll(GarpKeywords.instance());
        all.addAll(TrackKeywords.all());
        all.addAll(TrackSourceKeywords.all());
        all.addAll(NotifyKeywords.shared());
        all.add(NotifyKeywords.<InstanceDraft>command("notify_master_rx_lower_pri")
                .says("Run when a master hears a lower priority."));
        all.add(Keyword
                .<InstanceDraft>words("notify_deleted", "[COMMAND [USER [GROUP]]]", InstanceKeywords::notifyDeleted)
                .defaults("off")
                .shows(instance -> NotifyKeywords.deletedText(instance.notify))
                .says("Report DELETED instead of FAULT when a reload removes the instance."));
        return List.copyOf(all);
    }

    private static List<Keyword<InstanceDraft>> election() {
        return List.of(
                Keyword.<InstanceDraft>words("state", "MASTER or BACKUP", InstanceKeywords::state)
                        .required()
                        .defaults("MASTER with priority 255, else BACKUP")
                        .example("state MASTER")
                        .shows(instance -> instance.state)
                        .says("Initial wish; a MASTER that does not own its addresses still waits before taking over."),
                Keyword.<InstanceDraft>whole("virtual_router_id", VRID,
                        (instance, n) -> instance.virtualRouterId = (int) n,
                        (instance, word) -> "(" + instance.name + "): VRID '" + word
                                + "' not valid - must be between 1 & 255")
                        .onReload(ReloadEffect.NEW_INSTANCE)
                        .example("virtual_router_id 51")
                        .shows(instance -> instance.virtualRouterId)
                        .says("Router id on this link; mandatory."),
                Keyword.<InstanceDraft>words("priority", PRIORITY.accepts(), InstanceKeywords::priority)
                        .required()
                        .defaults("255 with state MASTER, else 100")
                        .example("priority 150")
                        .shows(instance -> instance.priority)
                        .says("Election priority; 255 is the address owner."),
                Keyword.<InstanceDraft>seconds("advert_int", ADVERT,
                        (instance, nanos) -> instance.advertIntervalNanos = nanos,
                        (instance, word) -> "(" + instance.name + ") Advert interval (" + word
                                + ") not valid! Must be > 0 - ignoring")
                        .defaults("1")
                        .example("advert_int 2")
                        .shows(instance -> instance.advertIntervalNanos)
                        .says("Seconds between adverts; whole in version 2, steps of 10 ms in version 3."),
                Keyword.<InstanceDraft>flag("nopreempt", instance -> instance.nopreempt = true)
                        .defaults("off")
                        .shows(instance -> instance.nopreempt)
                        .says("Do not take over from a live lower priority master."),
                Keyword.<InstanceDraft>flag("preempt", instance -> instance.nopreempt = false)
                        .defaults("on")
                        .shows(_ -> null)
                        .says("Cancel an earlier nopreempt."),
                Keyword.<InstanceDraft>typed("preempt_delay", PREEMPT, InstanceKeywords::preemptDelay)
                        .required()
                        .defaults("0")
                        .example("preempt_delay 30")
                        .shows(instance -> instance.preemptDelayNanos)
                        .says("Seconds between first hearing a lower priority and preempting."),
                Keyword.<InstanceDraft>whole("down_timer_adverts", WholeNumber.lenient(1, 100),
                        (instance, n) -> instance.downTimerAdverts = (int) n,
                        (instance, word) -> "(" + instance.name + "): Invalid down_timer_adverts [1:100] '" + word
                                + "'")
                        .inherits("vrrp_down_timer_adverts")
                        .defaults("vrrp_down_timer_adverts")
                        .example("down_timer_adverts 4")
                        .shows(instance -> instance.downTimerAdverts)
                        .says("Missed adverts that make a backup take over."),
                yesNo("lower_prio_no_advert", (instance, on) -> instance.lowerPrioNoAdvert = on)
                        .inherits("vrrp_lower_prio_no_advert")
                        .shows(instance -> instance.lowerPrioNoAdvert)
                        .says("Stay silent on lower priority adverts."),
                yesNo("higher_prio_send_advert", (instance, on) -> instance.higherPrioSendAdvert = on)
                        .inherits("vrrp_higher_prio_send_advert")
                        .shows(instance -> instance.higherPrioSendAdvert)
                        .says("Send one more advert before yielding."),
                yesNo("owner_ignore_adverts", (instance, on) -> instance.ownerIgnoreAdverts = on)
                        .inherits(instance -> instance.owner() ? "vrrp_owner_ignore_adverts" : null)
                        .shows(instance -> instance.ownerIgnoreAdverts)
                        .says("A priority 255 instance drops every advert it hears."));
    }

    private static List<Keyword<InstanceDraft>> protocol() {
        return List.of(
                Keyword.<InstanceDraft>words("version", "2 or 3", InstanceKeywords::version)
                        .required()
                        .defaults("vrrp_version; 3 for IPv6")
                        .inherits(instance -> instance.family == AddressFamily.IPV6 ? null : "vrrp_version")
                        .example("version 3")
                        .shows(instance -> instance.version)
                        .says("Protocol version."),
                Keyword.<InstanceDraft>words("native_ipv6", "no value", InstanceKeywords::nativeIpv6)
                        .defaults("from the addresses")
                        .onReload(ReloadEffect.NEW_KIND)
                        .shows(instance -> instance.nativeIpv6 ? "" : null)
                        .says("Force an IPv6 instance."),
                Keyword.<InstanceDraft>words("skip_check_adv_addr", "true, on, yes, false, off, no or nothing",
                        InstanceKeywords::skipCheckAdvAddr)
                        .inherits("vrrp_skip_check_adv_addr")
                        .defaults("vrrp_skip_check_adv_addr")
                        .shows(instance -> instance.skipCheckAdvAddr)
                        .says("Do not compare address lists of an unchanged master; any word switches it on."),
                yesNo("strict_mode", (instance, on) -> instance.strict = on).inherits("vrrp_strict")
                        .shows(instance -> instance.strict)
                        .says("Strict RFC mode."),
                Keyword.<InstanceDraft>flag("accept", instance -> instance.accept = true)
                        .defaults("on unless strict")
                        .shows(instance -> Boolean.TRUE.equals(instance.accept))
                        .says("Answer traffic for the addresses although not the owner."),
                Keyword.<InstanceDraft>flag("no_accept", instance -> instance.accept = false)
                        .defaults("off")
                        .withoutEffect("this version installs no firewall rule, the addresses answer")
                        .shows(instance -> Boolean.FALSE.equals(instance.accept))
                        .says("Drop traffic for the addresses unless they are owned."),
                yesNo("v3_checksum_as_v2", (instance, on) -> instance.v3ChecksumAsV2 = on).inherits("v3_checksum_as_v2")
                        .shows(instance -> instance.v3ChecksumAsV2)
                        .says("Compute the version 3 checksum over IPv4 without the pseudo header."),
                Keyword.<InstanceDraft>whole("debug", WholeNumber.lenient(0, 4),
                        (instance, n) -> instance.debug = (int) n,
                        (instance, word) -> "(" + instance.name + ") Debug value '" + word
                                + "' not valid; must be between 0-4")
                        .defaults("0")
                        .example("debug 2")
                        .shows(instance -> instance.debug)
                        .says("Debug level."),
                Keyword.<InstanceDraft>yesNo("smtp_alert", (instance, on) -> instance.smtpAlert = on,
                        (_, word) -> "Invalid vrrp_instance smtp_alert parameter " + word)
                        .defaults("smtp_alert_vrrp")
                        .inherits("smtp_alert_vrrp")
                        .shows(instance -> instance.smtpAlert)
                        .example("smtp_alert true")
                        .withoutEffect("no mail is sent by this version")
                        .says("Mail on changes of the instance."),
                Keyword.<InstanceDraft>yesNo("notify_priority_changes",
                        (instance, on) -> instance.notifyPriorityChanges = on,
                        (instance, word) -> "(" + instance.name + ") Invalid value '" + word
                                + "' for notify_priority_changes specified")
                        .defaults("the value of global_defs")
                        .example("notify_priority_changes true")
                        .inherits("vrrp_notify_priority_changes")
                        .shows(instance -> instance.notifyPriorityChanges)
                        .withoutEffect("there is no notify FIFO in this version")
                        .says("Priority lines for this instance."));
    }

    private static Keyword.Builder<InstanceDraft> yesNo(String name, BiConsumer<InstanceDraft, Boolean> setter) {
        return Keyword
                .yesNo(name, setter, (InstanceDraft instance, String word) -> "(" + instance.name + ") invalid " + name
                        + " " + word + " specified")
                .defaults("the value of global_defs")
                .example(name + " true");
    }

    private static void state(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        InitialState state = switch (word.text()) {
            case "MASTER" -> InitialState.MASTER;
            case "BACKUP" -> InitialState.BACKUP;
            default -> null;
        };
        if (state == null) {
            binding.findings()
                    .error(word.place(), "unknown-state",
                            "(" + instance.name + ") unknown state '" + word + "', defaulting to BACKUP",
                            "MASTER or BACKUP");
            instance.state = instance.state == null ? InitialState.BACKUP : instance.state;
            return;
        }
        if (instance.state == InitialState.MASTER && state == InitialState.BACKUP) {
            binding.findings()
                    .error(word.place(), "already-set",
                            "(" + instance.name + ") state previously set as MASTER - ignoring " + word);
            return;
        }
        instance.state = state;
    }

    private static void priority(InstanceDraft instance, Statement statement, Binding binding) {
        OptionalLong priority = PRIORITY.read(statement.argument(), binding);
        if (priority.isEmpty()) {
            binding.findings()
                    .error(statement.argument().place(), "value-defaulted",
                            "(" + instance.name + ") Priority not valid! must be between 1 & 255. Using default 100");
        }
        instance.priority = (int) priority.orElse(100);
    }

    private static void preemptDelay(InstanceDraft instance, Statement statement, Binding binding) {
        OptionalLong delay = PREEMPT.read(statement.argument(), binding);
        if (delay.isEmpty()) {
            binding.findings()
                    .error(statement.argument().place(), "value-ignored",
                            "(" + instance.name + ") Preempt_delay not valid! must be between 0-1000");
        }
        instance.preemptDelayNanos = delay.orElse(0);
    }

    private static void version(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong version = WholeNumber.lenient(2, 3).read(word, binding);
        if (version.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", "(" + instance.name + "): Version must be either 2 or 3");
            return;
        }
        int number = (int) version.getAsLong();
        boolean six = instance.family == AddressFamily.IPV6;
        Integer known = instance.version != null ? instance.version : six ? Integer.valueOf(3) : null;
        if (known != null && known != number) {
            binding.findings()
                    .error(word.place(), "conflict", "(" + instance.name + ") vrrp_version " + number
                            + " conflicts with configured or deduced version " + known + "; ignoring.");
            return;
        }
        instance.version = number;
    }

    private static void nativeIpv6(InstanceDraft instance, Statement statement, Binding binding) {
        if (instance.family == AddressFamily.IPV4) {
            binding.findings()
                    .error(statement.keyword().place(), "wrong-family",
                            "(" + instance.name + ") Cannot specify native_ipv6 with IPv4 addresses");
            return;
        }
        instance.family = AddressFamily.IPV6;
        instance.nativeIpv6 = true;
    }

    private static void skipCheckAdvAddr(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        switch (word == null ? "true" : word.text()) {
            case "true", "on", "yes", "false", "off", "no" -> instance.skipCheckAdvAddr = true;
            default -> binding.findings()
                    .error(word.place(), "bad-boolean",
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
