package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.BufferDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.SocketBuffers.AdvertPolicy;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about receive buffers. */
final class BufferKeywords {
    private static final WholeNumber BYTES = WholeNumber.strict(0, 0xffff_ffffL);
    private static final WholeNumber PACKETS = WholeNumber.strict(1, 0xffff_ffffL);

    static final List<Keyword<GlobalDraft>> ALL = all();

    private BufferKeywords() {}

    private static List<Keyword<GlobalDraft>> all() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>();
        add(all, "vrrp_netlink_cmd", buffers -> buffers.vrrpCommands, "the VRRP process's netlink requests");
        add(all, "vrrp_netlink_monitor", buffers -> buffers.vrrpMonitor, "the VRRP process's netlink news");
        add(all, "process_monitor", buffers -> buffers.processMonitor, "news of processes");
        add(all, "lvs_netlink_cmd", buffers -> buffers.lvsCommands, "the checker process's netlink requests");
        add(all, "lvs_netlink_monitor", buffers -> buffers.lvsMonitor, "the checker process's netlink news");
        all.add(Keyword.<GlobalDraft>words("vrrp_rx_bufs_policy", "MTU, ADVERT or BYTES", BufferKeywords::policy)
                .defaults("the kernel's size")
                .shows(BufferKeywords::shownPolicy)
                .example("vrrp_rx_bufs_policy MTU")
                .notYet()
                .says("What the receive buffer for adverts is sized by."));
        all.add(Keyword
                .<GlobalDraft>words("vrrp_rx_bufs_multiplier", "packets 1..4294967295", BufferKeywords::multiplier)
                .defaults("3")
                .shows(global -> global.buffers.advertMultiplier)
                .example("vrrp_rx_bufs_multiplier 5")
                .notYet()
                .says("Packets in the receive buffer for adverts when vrrp_rx_bufs_policy is MTU or ADVERT."));
        return List.copyOf(all);
    }

    private static void add(List<Keyword<GlobalDraft>> all, String socket,
            Function<BufferDraft, BufferDraft.Socket> buffer, String whose) {
        String name = socket + "_rcv_bufs";
        all.add(Keyword.<GlobalDraft>words(name, "bytes 0..4294967295", (global, statement, binding) -> {
            Word word = statement.argument();
            if (word == null) {
                GlobalForms.missing(statement, name + " size missing", BYTES.accepts(), binding);
                return;
            }
            OptionalLong bytes = BYTES.read(word, binding);
            if (bytes.isPresent()) {
                buffer.apply(global.buffers).bytes = bytes.getAsLong();
            } else {
                binding.findings().error(word.place(), "value-ignored", name + " size (" + word + ") invalid");
            }
        })
                .defaults("0, the kernel's size")
                .shows(global -> buffer.apply(global.buffers).bytes)
                .example(name + " 1048576")
                .notYet()
                .says("Receive buffer for " + whose + "; 0 leaves it."));
        all.add(GlobalForms
                .yesNo(name + "_force", (global, on) -> buffer.apply(global.buffers).force = on,
                        global -> buffer.apply(global.buffers).force)
                .notYet()
                .says("Let " + name + " exceed the maximum of the system."));
    }

    /** A size excludes a policy and MTU excludes ADVERT, over all lines. */
    private static void policy(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            GlobalForms.missing(statement, "vrrp_rx_bufs_policy missing", "MTU, ADVERT or BYTES", binding);
            return;
        }
        BufferDraft buffers = global.buffers;
        boolean mtu = buffers.adverts == AdvertPolicy.MTU;
        boolean advert = buffers.adverts == AdvertPolicy.ADVERT;
        boolean size = buffers.adverts == AdvertPolicy.SIZE;
        for (Word word : statement.arguments()) {
            switch (word.text().toUpperCase(Locale.ROOT)) {
                case "MTU" -> mtu = true;
                case "ADVERT" -> advert = true;
                default -> {
                    OptionalLong bytes = BYTES.read(statement.argument(), binding);
                    if (bytes.isPresent()) {
                        buffers.advertBytes = bytes.getAsLong();
                        size = true;
                    } else {
                        binding.findings()
                                .error(word.place(), "value-ignored", "Invalid vrrp_rx_bufs_policy " + word,
                                        "MTU, ADVERT or BYTES");
                    }
                }
            }
        }
        if (size && (mtu || advert)) {
            binding.findings()
                    .error(statement.argument().place(), "conflict",
                            "Cannot set vrrp_rx_bufs_policy size and policy, ignoring policy", "one of the two");
        } else if (mtu && advert) {
            binding.findings()
                    .error(statement.argument().place(), "conflict",
                            "Cannot set both vrrp_rx_bufs_policy MTU and ADVERT, ignoring ADVERT", "one of the two");
        }
        if (size) {
            buffers.adverts = AdvertPolicy.SIZE;
        } else if (mtu) {
            buffers.adverts = AdvertPolicy.MTU;
        } else if (advert) {
            buffers.adverts = AdvertPolicy.ADVERT;
        }
    }

    private static String shownPolicy(GlobalDraft global) {
        return switch (global.buffers.adverts) {
            case null -> null;
            case KERNEL -> null;
            case MTU, ADVERT -> global.buffers.adverts.name();
            case SIZE -> Long.toString(global.buffers.advertBytes);
        };
    }

    private static void multiplier(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.arguments().size() != 1) {
            binding.findings()
                    .error(statement.words().getLast().place(), "word-count", "Invalid vrrp_rx_bufs_multiplier",
                            "exactly one number");
            return;
        }
        Word word = statement.argument();
        OptionalLong packets = PACKETS.read(word, binding);
        if (packets.isPresent()) {
            global.buffers.advertMultiplier = packets.getAsLong();
        } else {
            binding.findings().error(word.place(), "value-ignored", "Invalid vrrp_rx_bufs_multiplier " + word);
        }
    }
}
