package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.VmacDefaultsDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about interfaces with a virtual MAC address, and about membership reports. */
final class VmacKeywords {
    private static final WholeNumber SECONDS = WholeNumber.lenient(1, 86400);
    private static final String ABSENT = "this version makes no interfaces";

    static final List<Keyword<GlobalDraft>> ALL = List.of(
            prefix("vmac_prefix", "vmac prefix", (vmac, text) -> vmac.prefix = text, vmac -> vmac.prefix)
                    .defaults("vrrp")
                    .withoutEffect(ABSENT)
                    .says("What generated names of VMAC interfaces begin with."),
            prefix("vmac_addr_prefix", "vmac_addr prefix", (vmac, text) -> vmac.addressPrefix = text,
                    vmac -> vmac.addressPrefix).defaults("vmac_prefix")
                    .withoutEffect(ABSENT)
                    .says("What names of VMAC interfaces for use_vmac_addr begin with."),
            Keyword.<GlobalDraft>words("vrrp_garp_extra_if", "[all] seconds 1..86400", VmacKeywords::garpInterval)
                    .deprecatedWithError("vrrp_vmac_garp_intvl",
                            "Keyword \"vrrp_vmac_garp_intvl\" is deprecated - please use \"vrrp_garp_extra_if\"")
                    .defaults("0, off")
                    .shows(VmacKeywords::shownInterval)
                    .example("vrrp_garp_extra_if all 60")
                    .notYet()
                    .says("Seconds between gratuitous ARPs on VMAC interfaces that hold addresses, or on all of them."),
            GlobalForms
                    .flag("disable_local_igmp", global -> global.disableLocalIgmp = true,
                            global -> global.disableLocalIgmp)
                    .onReload(ReloadEffect.REFUSED)
                    .notYet()
                    .says("Send no membership reports for link-local groups."));

    private VmacKeywords() {}

    private static Keyword.Builder<GlobalDraft> prefix(String name, String spoken,
            BiConsumer<VmacDefaultsDraft, String> setter, Function<VmacDefaultsDraft, String> getter) {
        return Keyword.<GlobalDraft>words(name, "TEXT", (global, statement, binding) -> {
            if (getter.apply(global.vmac) != null) {
                binding.findings()
                        .error(statement.argument().place(), "already-set",
                                spoken + " has already been specified - ignoring " + statement.argument());
            } else {
                setter.accept(global.vmac, statement.argument().text());
            }
        }).required().shows(GlobalForms.shown(global -> getter.apply(global.vmac))).example(name + " vip");
    }

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
            GlobalForms.missing(statement, keyword + " specified without time - ignoring", "[all] SECONDS", binding);
            return;
        }
        global.vmac.garpSeconds = seconds;
        global.vmac.garpOnAll = all;
    }

    private static String shownInterval(GlobalDraft global) {
        VmacDefaultsDraft vmac = global.vmac;
        return vmac.garpSeconds == null ? null : (vmac.garpOnAll ? "all " : "") + vmac.garpSeconds;
    }
}
