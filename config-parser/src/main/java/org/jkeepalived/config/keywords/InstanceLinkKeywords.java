package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.ValueType;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.InterfaceSettings.ExtraGarp;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.settings.UnicastChecksum;
import org.jkeepalived.config.syntax.Statement;

/** Rarer keywords of vrrp_instance about sockets, links and other machines of the cluster. */
final class InstanceLinkKeywords {
    private static final WholeNumber SECONDS = WholeNumber.lenient(0, 86_400);
    private static final WholeNumber BYTES = WholeNumber.strict(0, 0xffff_ffffL);
    private static final WholeNumber PRIORITY = WholeNumber.strict(1, 254);
    private static final int HIGHEST_BACKUP = 254;

    static final List<Keyword<InstanceDraft>> ALL = List.of(
            Keyword.<InstanceDraft>words("garp_extra_if", "[all] SECONDS 0..86400", Field.EXTRA_GARP)
                    .deprecatedWithError("vmac_garp_intvl",
                            "Keyword \"vmac_garp_intvl\" is deprecated - please use \"garp_extra_if\"")
                    .inherits("vrrp_garp_extra_if")
                    .defaults("vrrp_garp_extra_if")
                    .notYet()
                    .example("garp_extra_if all 60")
                    .shows(Field.EXTRA_GARP)
                    .says("Seconds between gratuitous messages on the other interfaces that macvlan addresses use."),
            Keyword.<InstanceDraft>typed("kernel_rx_buf_size", BYTES, Field.RECEIVE_BUFFER)
                    .defaults("vrrp_rx_bufs_policy")
                    .notYet()
                    .example("kernel_rx_buf_size 262144")
                    .shows(Field.RECEIVE_BUFFER)
                    .says("Receive buffer of the instance's socket in bytes."),
            Keyword.<InstanceDraft>typed("linkbeat_use_polling", new ValueType.Flag(), Field.POLL_LINK_STATE)
                    .defaults("off")
                    .notYet()
                    .shows(Field.POLL_LINK_STATE)
                    .says("Older form of linkbeat_interfaces for the interface of the instance."),
            Keyword.<InstanceDraft>words("lvs_sync_daemon_interface", "IFNAME", Field.SYNC_DAEMON)
                    .required()
                    .defaults("none")
                    .notYet()
                    .example("lvs_sync_daemon_interface eth0")
                    .shows(Field.SYNC_DAEMON)
                    .says("Older form of lvs_sync_daemon in global_defs."),
            Keyword.<InstanceDraft>words("old_unicast_checksum", "[never]", Field.CHECKSUM)
                    .defaults("as the master is heard to do")
                    .notYet()
                    .shows(Field.CHECKSUM)
                    .says("Compute the version 3 checksum of unicast adverts as before keepalived 2.0, or never do."),
            Keyword.<InstanceDraft>words("timer_expired_backup", "[PRIORITY 1..254]", Field.TIMER_EXPIRED)
                    .deprecatedWithError("thread_timer_expired",
                            "Keyword \"thread_timer_expired\" is deprecated - please use \"timer_expired_backup\"")
                    .defaults("off; alone: 254")
                    .notYet()
                    .example("timer_expired_backup 150")
                    .shows(Field.TIMER_EXPIRED)
                    .says("With nopreempt, a master that was not scheduled so long that a backup of this priority took over steps down."));

    private InstanceLinkKeywords() {}

    /** What each keyword reads and shows: one class, as a lambda for each would cost every start. */
    private enum Field implements Keyword.Binder<InstanceDraft>, Function<InstanceDraft, Object> {
        EXTRA_GARP,
        RECEIVE_BUFFER,
        POLL_LINK_STATE,
        SYNC_DAEMON,
        CHECKSUM,
        TIMER_EXPIRED;

        @Override
        public void bind(InstanceDraft instance, Statement statement, Binding binding) {
            switch (this) {
                case EXTRA_GARP -> extraGarp(instance, statement, binding);
                case RECEIVE_BUFFER -> receiveBuffer(instance, statement, binding);
                case POLL_LINK_STATE -> pollLinkState(instance, statement, binding);
                case SYNC_DAEMON -> lvsSyncDaemon(instance, statement, binding);
                case CHECKSUM -> unicastChecksum(instance, statement, binding);
                case TIMER_EXPIRED -> timerExpired(instance, statement, binding);
            }
        }

        @Override
        public Object apply(InstanceDraft instance) {
            return switch (this) {
                case EXTRA_GARP -> instance.link.extraGarp == null ? null : instance.link.extraGarp.asWritten();
                case RECEIVE_BUFFER -> instance.link.receiveBufferBytes;
                case POLL_LINK_STATE -> instance.link.pollLinkState;
                case SYNC_DAEMON ->
                        instance.link.lvsSyncDaemon == null ? null : Quoting.word(instance.link.lvsSyncDaemon);
                case CHECKSUM -> instance.unicastChecksum == null
                        ? null
                        : instance.unicastChecksum == UnicastChecksum.NEW ? "never" : "";
                case TIMER_EXPIRED -> instance.timerExpiredPriority == 0 ? null : instance.timerExpiredPriority;
            };
        }
    }

    private static void extraGarp(InstanceDraft instance, Statement statement, Binding binding) {
        String who = "(" + instance.name + "): " + statement.keyword();
        List<Word> words = statement.arguments();
        boolean all = !words.isEmpty() && words.getFirst().text().equals("all");
        Word seconds = words.size() > (all ? 1 : 0) ? words.get(all ? 1 : 0) : null;
        if (seconds == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", who + " specified without time - ignoring",
                            "[all] SECONDS");
            return;
        }
        OptionalLong value = SECONDS.read(seconds, binding);
        if (value.isEmpty()) {
            binding.findings().error(seconds.place(), "value-ignored", who + " '" + seconds + "' invalid - ignoring");
            return;
        }
        instance.link.extraGarp = new ExtraGarp(all, (int) value.getAsLong());
    }

    private static void receiveBuffer(InstanceDraft instance, Statement statement, Binding binding) {
        OptionalLong bytes = statement.words().size() == 2
                ? BYTES.read(statement.argument(), binding)
                : OptionalLong.empty();
        if (bytes.isEmpty()) {
            binding.findings()
                    .error(statement.keyword().place(), "value-ignored",
                            "(" + instance.name + ") invalid kernel_rx_buf_size specified", BYTES.accepts());
        } else {
            instance.link.receiveBufferBytes = bytes.getAsLong();
        }
    }

    private static void pollLinkState(InstanceDraft instance, Statement statement, Binding binding) {
        binding.findings()
                .deprecated(statement.keyword().place(), "(" + instance.name
                        + ") 'linkbeat_use_polling' in vrrp instance deprecated - use linkbeat_interfaces block", true,
                        "linkbeat_interfaces");
        instance.link.pollLinkState = true;
    }

    private static void lvsSyncDaemon(InstanceDraft instance, Statement statement, Binding binding) {
        binding.findings()
                .deprecated(statement.keyword().place(),
                        "(" + instance.name + ") Specifying lvs_sync_daemon_interface against a vrrp is deprecated.",
                        true, "lvs_sync_daemon in global_defs");
        binding.findings()
                .deprecated(statement.keyword().place(),
                        " ".repeat(instance.name.length() + 4) + "Please use global lvs_sync_daemon", true,
                        "lvs_sync_daemon in global_defs");
        instance.link.lvsSyncDaemon = statement.argument().text();
        instance.link.lvsSyncDaemonPlace = statement.argument().place();
    }

    private static void unicastChecksum(InstanceDraft instance, Statement statement, Binding binding) {
        instance.unicastWanted = true;
        Word word = statement.argument();
        if (word == null) {
            instance.unicastChecksum = UnicastChecksum.OLD;
        } else if (word.text().equals("never")) {
            instance.unicastChecksum = UnicastChecksum.NEW;
        } else {
            binding.findings()
                    .error(word.place(), "unknown-option",
                            "(" + instance.name + ") Unknown old_unicast_chksum mode " + word + " - ignoring", "never");
        }
    }

    private static void timerExpired(InstanceDraft instance, Statement statement, Binding binding) {
        Word word = statement.argument();
        OptionalLong priority = word == null ? OptionalLong.of(HIGHEST_BACKUP) : PRIORITY.read(word, binding);
        if (priority.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", "(" + instance.name + ") invalid " + statement.keyword()
                            + " priority '" + word + "' - must be between 1 & 254");
        } else {
            instance.timerExpiredPriority = (int) priority.getAsLong();
        }
    }
}
