package org.jkeepalived.config.keywords;

import static org.jkeepalived.config.settings.InstanceSettings.ACCEPT;
import static org.jkeepalived.config.settings.InstanceSettings.NOPREEMPT;
import static org.jkeepalived.config.settings.InstanceSettings.OWNER_IGNORE_ADVERTS;
import static org.jkeepalived.config.settings.InstanceSettings.PREEMPT_DELAY;
import static org.jkeepalived.config.settings.InstanceSettings.PRIORITY;
import static org.jkeepalived.config.settings.InstanceSettings.SKIP_CHECK_ADV_ADDR;
import static org.jkeepalived.config.settings.InstanceSettings.STATE;
import static org.jkeepalived.config.settings.InstanceSettings.VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.declaration.ValueType;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.Garp;
import org.jkeepalived.config.settings.InitialState;
import org.jkeepalived.config.settings.InstanceSettings;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.AddressFamily;

/** The keywords of vrrp_instance about election, timers and notification; addresses are in {@link InstanceAddressKeywords}. */
final class InstanceKeywords {
    static final List<Keyword<InstanceDraft>> ALL = all();
    static final Keywords<InstanceDraft> KEYWORDS = Keywords.of(ALL);

    private InstanceKeywords() {}

    /** What each keyword reads and shows: one class, as a lambda for each would cost every start. */
    private enum Field implements Keyword.Binder<InstanceDraft>, Function<InstanceDraft, Object> {
        STATE_WORD,
        PRIORITY_NUMBER,
        PREEMPT_PAUSE,
        PREEMPT,
        VERSION_NUMBER,
        NATIVE_IPV6,
        SKIP_CHECK,
        NO_ACCEPT,
        NOTIFY_DELETED;

        @Override
        public void bind(InstanceDraft instance, Statement statement, Binding binding) {
            switch (this) {
                case STATE_WORD -> state(instance, statement, binding);
                case PRIORITY_NUMBER -> priority(instance, statement, binding);
                case PREEMPT_PAUSE -> preemptDelay(instance, statement, binding);
                case PREEMPT -> instance.put(NOPREEMPT, false);
                case VERSION_NUMBER -> version(instance, statement, binding);
                case NATIVE_IPV6 -> nativeIpv6(instance, statement, binding);
                case SKIP_CHECK -> skipCheckAdvAddr(instance, statement, binding);
                case NO_ACCEPT -> instance.put(ACCEPT, false);
                case NOTIFY_DELETED -> notifyDeleted(instance, statement, binding);
            }
        }

        @Override
        public Object apply(InstanceDraft instance) {
            return switch (this) {
                case NATIVE_IPV6 -> instance.nativeIpv6 ? "" : null;
                case NO_ACCEPT -> Boolean.FALSE.equals(instance.own(ACCEPT));
                case NOTIFY_DELETED -> NotifyKeywords.deletedText(instance.notify);
                // settings show what they hold themselves, and preempt is shown by nopreempt
                default -> null;
            };
        }
    }

    private static List<Keyword<InstanceDraft>> all() {
        List<Keyword<InstanceDraft>> all = new ArrayList<>(settings());
        all.addAll(AuthenticationKeywords.ALL);
        all.addAll(InstanceAddressKeywords.ALL);
        all.addAll(RoutingKeywords.ALL);
        all.addAll(PrivateLinkKeywords.ALL);
        all.addAll(InstanceLinkKeywords.ALL);
        all.addAll(SettingKeywords.of(Garp.SECTION, (InstanceDraft instance) -> instance.garp).all());
        all.addAll(TrackKeywords.all());
        all.addAll(NotifyKeywords.shared());
        all.add(NotifyKeywords.<InstanceDraft>command("notify_master_rx_lower_pri")
                .says("Run when a master hears a lower priority."));
        all.add(Keyword.<InstanceDraft>words("notify_deleted", "[COMMAND [USER [GROUP]]]", Field.NOTIFY_DELETED)
                .defaults("off")
                .shows(Field.NOTIFY_DELETED)
                .says("Report DELETED instead of FAULT when a reload removes the instance."));
        return List.copyOf(all);
    }

    private static List<Keyword<InstanceDraft>> settings() {
        return SettingKeywords.of(InstanceSettings.SECTION, (InstanceDraft instance) -> instance.values)
                .read(STATE, Field.STATE_WORD)
                .read(PRIORITY, Field.PRIORITY_NUMBER)
                .read(PREEMPT_DELAY, Field.PREEMPT_PAUSE)
                .read(VERSION, Field.VERSION_NUMBER)
                .read(SKIP_CHECK_ADV_ADDR, Field.SKIP_CHECK)
                .inheritedBy(OWNER_IGNORE_ADVERTS, InstanceDraft::owner)
                .inheritedBy(VERSION, instance -> instance.family != AddressFamily.IPV6)
                .behind(NOPREEMPT,
                        List.of(Keyword.<InstanceDraft>typed("preempt", new ValueType.Flag(), Field.PREEMPT)
                                .defaults("on")
                                .shows(Field.PREEMPT)
                                .says("Cancel an earlier nopreempt.")))
                .behind(VERSION,
                        List.of(Keyword.<InstanceDraft>words("native_ipv6", "no value", Field.NATIVE_IPV6)
                                .defaults("from the addresses")
                                .onReload(ReloadEffect.NEW_KIND)
                                .shows(Field.NATIVE_IPV6)
                                .says("Force an IPv6 instance.")))
                .behind(ACCEPT,
                        List.of(Keyword.<InstanceDraft>typed("no_accept", new ValueType.Flag(), Field.NO_ACCEPT)
                                .defaults("off")
                                .withoutEffect("this version installs no firewall rule, the addresses answer")
                                .shows(Field.NO_ACCEPT)
                                .says("Drop traffic for the addresses unless they are owned.")))
                .all();
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
            instance.put(STATE, instance.own(STATE) == null ? InitialState.BACKUP : instance.own(STATE));
            return;
        }
        if (instance.own(STATE) == InitialState.MASTER && state == InitialState.BACKUP) {
            binding.findings()
                    .error(word.place(), "already-set",
                            "(" + instance.name + ") state previously set as MASTER - ignoring " + word);
            return;
        }
        instance.put(STATE, state);
    }

    private static void priority(InstanceDraft instance, Statement statement, Binding binding) {
        OptionalLong priority = WholeNumber.of(PRIORITY).read(statement.argument(), binding);
        if (priority.isEmpty()) {
            binding.findings()
                    .error(statement.argument().place(), "value-defaulted",
                            "(" + instance.name + ") Priority not valid! must be between 1 & 255. Using default 100");
        }
        instance.put(PRIORITY, (int) priority.orElse(100));
    }

    private static void preemptDelay(InstanceDraft instance, Statement statement, Binding binding) {
        OptionalLong delay = DecimalNumber.of(PREEMPT_DELAY).read(statement.argument(), binding);
        if (delay.isEmpty()) {
            binding.findings()
                    .error(statement.argument().place(), "value-ignored",
                            "(" + instance.name + ") Preempt_delay not valid! must be between 0-1000");
        }
        instance.put(PREEMPT_DELAY, delay.orElse(0));
    }

    private static void version(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong version = WholeNumber.of(VERSION).read(word, binding);
        if (version.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", "(" + instance.name + "): Version must be either 2 or 3");
            return;
        }
        int number = (int) version.getAsLong();
        boolean six = instance.family == AddressFamily.IPV6;
        Integer known = instance.own(VERSION) != null ? instance.own(VERSION) : six ? Integer.valueOf(3) : null;
        if (known != null && known != number) {
            binding.findings()
                    .error(word.place(), "conflict", "(" + instance.name + ") vrrp_version " + number
                            + " conflicts with configured or deduced version " + known + "; ignoring.");
            return;
        }
        instance.put(VERSION, number);
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
            case "true", "on", "yes", "false", "off", "no" -> instance.put(SKIP_CHECK_ADV_ADDR, true);
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
