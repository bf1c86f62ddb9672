package org.jkeepalived.config.keywords;

import java.util.Iterator;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.ForwardingDraft;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Forwarding;
import org.jkeepalived.config.syntax.Statement;

/** lb_kind, lvs_method and sorry_server_lvs_method: how packets get to a server. */
final class ForwardingKeywords {
    private static final WholeNumber PORT = WholeNumber.strict(1, 65535);
    private static final String SYNTAX = "NAT, DR or TUN [type ipip, gue or gre] [port N] [nocsum, csum or remcsum]";

    private ForwardingKeywords() {}

    /** One of the keywords. */
    static <D> Keyword.Builder<D> declaration(String name, Function<D, ForwardingDraft> getter,
            Keyword.Binder<D> binder) {
        return Keyword.<D>words(name, SYNTAX, binder)
                .example(name + " TUN type gue port 6080")
                .shows(draft -> written(getter.apply(draft)));
    }

    /**
     * What to do with a line of a kind of server.
     *
     * @param server the kind, in messages
     */
    static <D> Keyword.Binder<D> binder(String server, BiConsumer<D, ForwardingDraft> setter) {
        return (draft, statement, binding) -> {
            ForwardingDraft read = read(statement, server, binding);
            if (read != null) {
                setter.accept(draft, read);
            }
        };
    }

    /** What the words say; null after something was reported that makes the whole line void. */
    static ForwardingDraft read(Statement statement, String server, Binding binding) {
        Findings findings = binding.findings();
        Iterator<Word> words = statement.arguments().iterator();
        Word word = words.next();
        Forwarding.Method method = method(word.text());
        if (method == null) {
            findings.error(word.place(), "unknown-option",
                    "PARSER : unknown [" + word + "] routing method for " + server + ".", "NAT, DR or TUN");
            return null;
        }
        ForwardingDraft draft = new ForwardingDraft(method);
        while (words.hasNext()) {
            if (!option(draft, words.next(), words, server, binding)) {
                return null;
            }
        }
        String conflict = conflict(draft);
        if (conflict != null) {
            findings.error(word.place(), "tunnel-options", conflict);
            return new ForwardingDraft(method);
        }
        return draft;
    }

    private static Forwarding.Method method(String word) {
        return switch (word) {
            case "NAT" -> Forwarding.Method.NAT;
            case "DR" -> Forwarding.Method.DR;
            case "TUN" -> Forwarding.Method.TUN;
            default -> null;
        };
    }

    private static boolean option(ForwardingDraft draft, Word option, Iterator<Word> words, String server,
            Binding binding) {
        switch (option.text()) {
            case "type" -> {
                return type(draft, option, words, server, binding);
            }
            case "port" -> {
                return port(draft, option, words, server, binding);
            }
            case "nocsum" -> draft.checksum = Forwarding.Checksum.NONE;
            case "csum" -> draft.checksum = Forwarding.Checksum.CHECKSUM;
            case "remcsum" -> draft.checksum = Forwarding.Checksum.REMOTE;
            default -> {
                binding.findings()
                        .error(option.place(), "unknown-option",
                                "Invalid tunnel option " + option + " for " + server + ".",
                                "type, port, nocsum, csum or remcsum");
                return false;
            }
        }
        return true;
    }

    private static boolean type(ForwardingDraft draft, Word option, Iterator<Word> words, String server,
            Binding binding) {
        if (!words.hasNext()) {
            binding.findings()
                    .error(option.place(), "missing-value", "Missing tunnel type for " + server + ".",
                            "ipip, gue or gre");
            return false;
        }
        Word type = words.next();
        switch (type.text()) {
            case "ipip" -> draft.tunnel = Forwarding.Tunnel.IPIP;
            case "gue" -> draft.tunnel = Forwarding.Tunnel.GUE;
            case "gre" -> draft.tunnel = Forwarding.Tunnel.GRE;
            default -> {
                binding.findings()
                        .error(type.place(), "unknown-option", "Unknown tunnel type " + type + " for " + server + ".",
                                "ipip, gue or gre");
                return false;
            }
        }
        return true;
    }

    private static boolean port(ForwardingDraft draft, Word option, Iterator<Word> words, String server,
            Binding binding) {
        if (!words.hasNext()) {
            binding.findings()
                    .error(option.place(), "missing-value", "Missing port for " + server + " gue tunnel.",
                            PORT.accepts());
            return false;
        }
        Word port = words.next();
        OptionalLong value = PORT.read(port, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(port.place(), "value-ignored", "Invalid gue tunnel port " + port + " for " + server + ".");
            return false;
        }
        draft.tunnelPort = (int) value.getAsLong();
        return true;
    }

    private static String conflict(ForwardingDraft draft) {
        if ((draft.tunnel == Forwarding.Tunnel.GUE) != (draft.tunnelPort != null)) {
            return "gue tunnels require port, otherwise cannot have port.";
        }
        if (draft.tunnel == Forwarding.Tunnel.IPIP && draft.checksum != Forwarding.Checksum.NONE) {
            return "ipip tunnels do not support checksum option.";
        }
        return draft.tunnel == Forwarding.Tunnel.GRE && draft.checksum == Forwarding.Checksum.REMOTE
                ? "gre tunnels do not support remote checksum option."
                : null;
    }

    private static String written(ForwardingDraft draft) {
        if (draft == null) {
            return null;
        }
        String checksum = switch (draft.checksum) {
            case NONE -> "";
            case CHECKSUM -> " csum";
            case REMOTE -> " remcsum";
        };
        return draft.method
                + (draft.tunnel == Forwarding.Tunnel.IPIP
                        ? ""
                        : " type " + draft.tunnel.name().toLowerCase(Locale.ROOT))
                + (draft.tunnelPort == null ? "" : " port " + draft.tunnelPort) + checksum;
    }
}
