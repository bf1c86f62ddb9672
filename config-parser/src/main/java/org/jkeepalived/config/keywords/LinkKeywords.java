package org.jkeepalived.config.keywords;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.DecimalNumber;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.ValueType;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.GarpGroupDraft;
import org.jkeepalived.config.draft.LinkWatchDraft;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.LinkSettings.Method;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** What stands outside any block and in blocks of its own about links: their polling, their delays, their gratuitous messages. */
final class LinkKeywords {
    private static final DecimalNumber DELAY = new DecimalNumber(6, 0, 255_000_000_000L);
    private static final String NO_POLLING = "links are not polled, the kernel tells when they change";

    static final List<Keyword<ConfigurationDraft>> ALL = List.of(
            Keyword.<ConfigurationDraft>typed("linkbeat_use_polling", new ValueType.Flag(), Field.POLLING)
                    .readBy(Part.VRRP)
                    .defaults("off")
                    .shows(Field.POLLING)
                    .withoutEffect(NO_POLLING)
                    .says("Ask the interfaces of all instances for the state of their links."),
            Keyword.<ConfigurationDraft>list("linkbeat_interfaces", "IFNAME [MII or ETHTOOL or IOCTL] per line",
                    Field.LINKBEAT)
                    .readBy(Part.VRRP)
                    .shows(Field.LINKBEAT)
                    .example("linkbeat_interfaces {\n  eth0 MII\n}")
                    .withoutEffect(NO_POLLING)
                    .says("Interfaces that are asked for the state of their links."),
            Keyword.<ConfigurationDraft>list("interface_up_down_delays",
                    "IFNAME DOWN [UP] per line, seconds 0..255 with up to 6 decimals", Field.DELAYS)
                    .readBy(Part.VRRP)
                    .shows(Field.DELAYS)
                    .example("interface_up_down_delays {\n  eth0 1.5 0.5\n}")
                    .notYet()
                    .says("How long a change of a link lasts before it counts."),
            Keyword.<ConfigurationDraft, GarpGroupDraft>nested("garp_group", "", new GarpGroupBlock())
                    .readBy(Part.VRRP)
                    .notYet()
                    .example("garp_group {\n  garp_interval 0.1\n  interface eth0\n}")
                    .says("Interfaces whose gratuitous messages share one limit."));

    private LinkKeywords() {}

    /** What each keyword reads and shows: one class, as a lambda for each would cost every start. */
    private enum Field implements Keyword.Binder<ConfigurationDraft>, Function<ConfigurationDraft, Object> {
        POLLING,
        LINKBEAT,
        DELAYS;

        @Override
        public void bind(ConfigurationDraft all, Statement statement, Binding binding) {
            switch (this) {
                case POLLING -> all.links.polling = true;
                case LINKBEAT -> linkbeat(all, statement, binding);
                case DELAYS -> delays(all, statement, binding);
            }
        }

        @Override
        public Object apply(ConfigurationDraft all) {
            return switch (this) {
                case POLLING -> all.links.polling;
                case LINKBEAT -> all.links.linkbeat.entrySet()
                        .stream()
                        .map(e -> Quoting.word(e.getKey()) + (e.getValue() == Method.PROBE ? "" : " " + e.getValue()))
                        .toList();
                case DELAYS -> all.links.delays.entrySet()
                        .stream()
                        .map(e -> Quoting.word(e.getKey()) + " " + seconds(e.getValue().downNanos()) + " "
                                + seconds(e.getValue().upNanos()))
                        .toList();
            };
        }
    }

    private static final class GarpGroupBlock implements Body.Own<ConfigurationDraft, GarpGroupDraft> {
        @Override
        public Keywords<GarpGroupDraft> keywords() {
            return GarpGroupKeywords.KEYWORDS;
        }

        @Override
        public GarpGroupDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            GarpGroupDraft group = new GarpGroupDraft(
                    block.closedAt() == null ? block.keyword().place() : block.closedAt());
            all.links.garpGroups.add(group);
            return group;
        }

        @Override
        public Collection<GarpGroupDraft> drafts(ConfigurationDraft all) {
            return List.copyOf(all.links.garpGroups);
        }
    }

    private static String seconds(long nanos) {
        return DELAY.written(nanos).getFirst();
    }

    private static boolean known(Word name, String purpose, Binding binding) {
        return binding.dynamicInterfaces() || binding.facts().interfaceExists(name.text()) || !binding.findings()
                .absentInterface(name.place(), ExitClass.CANNOT_RUN,
                        "unknown interface " + name + " specified for " + purpose, "an interface of this machine")
                .endsStart();
    }

    private static void linkbeat(ConfigurationDraft all, Statement block, Binding binding) {
        for (Statement entry : block.children()) {
            Word name = entry.keyword();
            if (!known(name, "linkbeat interface", binding)) {
                continue;
            }
            Method method = Method.PROBE;
            for (Word word : entry.arguments()) {
                Method named = switch (word.text()) {
                    case "MII" -> Method.MII;
                    case "ETHTOOL" -> Method.ETHTOOL;
                    case "IOCTL" -> Method.IOCTL;
                    default -> null;
                };
                if (named == null || method != Method.PROBE) {
                    binding.findings()
                            .error(word.place(), "extra-words",
                                    "extra characters " + entry.argument() + " in linkbeat interface",
                                    "one of MII, ETHTOOL and IOCTL");
                    break;
                }
                method = named;
            }
            all.links.linkbeat.put(name.text(), method);
        }
    }

    private static void delays(ConfigurationDraft all, Statement block, Binding binding) {
        for (Statement entry : block.children()) {
            Word name = entry.keyword();
            if (!known(name, "up/down delay", binding)) {
                continue;
            }
            List<Word> values = entry.arguments();
            if (values.isEmpty()) {
                binding.findings()
                        .notice(null, "missing-value", "No timeouts specified for " + name + " up/down delays");
                continue;
            }
            if (values.size() > 2) {
                binding.findings().notice(null, "extra-words", "Too many parameters for " + name + " up/down delays");
            }
            OptionalLong down = DELAY.read(values.get(0), binding);
            OptionalLong up = values.size() < 2 ? OptionalLong.of(0) : DELAY.read(values.get(1), binding);
            if (down.isPresent() && up.isPresent()) {
                all.links.delays.put(name.text(), new LinkWatchDraft.Delay(down.getAsLong(), up.getAsLong()));
            }
        }
    }
}
