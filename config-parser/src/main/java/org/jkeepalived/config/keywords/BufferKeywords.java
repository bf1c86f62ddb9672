package org.jkeepalived.config.keywords;

import static org.jkeepalived.config.settings.SocketBuffers.ADVERTS;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.SocketBuffers;
import org.jkeepalived.config.settings.SocketBuffers.AdvertBuffer;
import org.jkeepalived.config.settings.SocketBuffers.AdvertPolicy;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about receive buffers. */
final class BufferKeywords {
    private static final WholeNumber BYTES = WholeNumber.strict(0, 0xffff_ffffL);

    static final List<Keyword<GlobalDraft>> ALL = SettingKeywords
            .of(SocketBuffers.SECTION, (GlobalDraft global) -> global.buffers)
            .read(ADVERTS, BufferKeywords::policy)
            .all();

    private BufferKeywords() {}

    /** A size excludes a policy and MTU excludes ADVERT, over all lines. */
    private static void policy(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "vrrp_rx_bufs_policy missing",
                            "MTU, ADVERT or BYTES");
            return;
        }
        AdvertBuffer before = global.buffers.own(ADVERTS);
        AdvertPolicy held = before == null ? AdvertPolicy.KERNEL : before.policy();
        long bytes = before == null ? 0 : before.bytes();
        boolean mtu = held == AdvertPolicy.MTU;
        boolean advert = held == AdvertPolicy.ADVERT;
        boolean size = held == AdvertPolicy.SIZE;
        for (Word word : statement.arguments()) {
            switch (word.text().toUpperCase(Locale.ROOT)) {
                case "MTU" -> mtu = true;
                case "ADVERT" -> advert = true;
                default -> {
                    OptionalLong number = BYTES.read(statement.argument(), binding);
                    if (number.isPresent()) {
                        bytes = number.getAsLong();
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
        if (size || mtu || advert) {
            global.buffers.put(ADVERTS,
                    new AdvertBuffer(size ? AdvertPolicy.SIZE : mtu ? AdvertPolicy.MTU : AdvertPolicy.ADVERT, bytes));
        }
    }
}
