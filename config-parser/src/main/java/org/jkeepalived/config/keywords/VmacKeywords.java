package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.InterfaceSettings.ExtraGarp;
import org.jkeepalived.config.settings.VmacDefaults;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about interfaces with a virtual MAC address. */
final class VmacKeywords {
    private static final WholeNumber SECONDS = WholeNumber.lenient(1, 86400);

    static final List<Keyword<GlobalDraft>> ALL = SettingKeywords
            .of(VmacDefaults.SECTION, (GlobalDraft global) -> global.vmac)
            .read(VmacDefaults.EXTRA_GARP, VmacKeywords::garpInterval)
            .all();

    private VmacKeywords() {}

    private static void garpInterval(GlobalDraft global, Statement statement, Binding binding) {
        String keyword = statement.keyword().text();
        boolean all = false;
        Long seconds = null;
        for (Word word : statement.arguments()) {
            if (word.text().equals("all")) {
                all = true;
                continue;
            }
            OptionalLong number = SECONDS.read(word, binding);
            if (number.isEmpty()) {
                binding.findings().error(word.place(), "value-ignored", keyword + " '" + word + "' invalid - ignoring");
                return;
            }
            seconds = number.getAsLong();
        }
        if (seconds == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", keyword + " specified without time - ignoring",
                            "[all] SECONDS");
            return;
        }
        global.vmac.put(VmacDefaults.EXTRA_GARP, new ExtraGarp(all, seconds.intValue()));
    }
}
