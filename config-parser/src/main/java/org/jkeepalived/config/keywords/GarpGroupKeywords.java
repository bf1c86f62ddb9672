package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.regex.Pattern;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.GarpGroupDraft;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** What stands in a garp_group. */
final class GarpGroupKeywords {
    private static final DecimalNumber SECONDS = new DecimalNumber(6, 0, 4_294_967_295_000L);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final Pattern NUMBER = Pattern.compile("[ \\t]*[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)");

    static final Keywords<GarpGroupDraft> KEYWORDS = Keywords.of(List.of(
            interval("garp_interval", (group, nanos) -> group.garpIntervalNanos = nanos,
                    group -> group.garpIntervalNanos).says("Least gap between gratuitous ARPs on all members."),
            interval("gna_interval", (group, nanos) -> group.gnaIntervalNanos = nanos, group -> group.gnaIntervalNanos)
                    .says("Least gap between unsolicited neighbour advertisements on all members."),
            Keyword.<GarpGroupDraft>words("interface", "IFNAME", GarpGroupKeywords::member)
                    .required()
                    .shows(group -> members(group, false))
                    .example("interface eth0")
                    .says("A member; may stand several times."),
            Keyword.<GarpGroupDraft>list("interfaces", "one IFNAME per line", GarpGroupKeywords::members)
                    .shows(group -> members(group, true))
                    .example("interfaces {\n  eth0\n  eth1\n}")
                    .says("Members.")));

    private GarpGroupKeywords() {}

    /** keepalived takes what is no number at all for 0, once it has said so. */
    private static Keyword.Builder<GarpGroupDraft> interval(String name, ObjLongConsumer<GarpGroupDraft> setter,
            Function<GarpGroupDraft, Long> getter) {
        return Keyword.<GarpGroupDraft>words(name, SECONDS.accepts(), (group, statement, binding) -> {
            Word word = statement.argument();
            OptionalLong nanos = SECONDS.read(word, binding);
            if (nanos.isEmpty() && NUMBER.matcher(word.text()).matches()) {
                binding.findings()
                        .error(word.place(), "value-ignored", "garp_group " + name + " '" + word + "' invalid");
                return;
            }
            setter.accept(group, nanos.orElse(0));
            if (nanos.orElse(0) >= NANOS_PER_SECOND) {
                binding.findings().notice(null, "very-large", "The " + name + " is very large - " + word + " seconds");
            }
        }).required().defaults("0, no gap").shows(seconds(getter)).example(name + " 0.5");
    }

    private static Function<GarpGroupDraft, String> seconds(Function<GarpGroupDraft, Long> getter) {
        return group -> {
            List<String> written = SECONDS.written(getter.apply(group));
            return written.isEmpty() ? null : written.getFirst();
        };
    }

    private static void member(GarpGroupDraft group, Statement statement, Binding binding) {
        Word name = statement.argument();
        group.members.add(new GarpGroupDraft.Member(name.text(), name.place(), false));
    }

    private static void members(GarpGroupDraft group, Statement block, Binding binding) {
        Place end = block.closedAt() == null ? block.keyword().place() : block.closedAt();
        if (block.children().isEmpty()) {
            binding.findings().warning(end, "empty-list", "Warning - empty garp_group interfaces block");
        }
        block.children()
                .forEach(entry -> entry.words()
                        .forEach(name -> group.members.add(new GarpGroupDraft.Member(name.text(), end, true))));
    }

    private static List<String> members(GarpGroupDraft group, boolean listed) {
        return group.members.stream()
                .filter(member -> member.listed() == listed)
                .map(member -> Quoting.word(member.name()))
                .toList();
    }
}
