package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.draft.SyncDaemonDraft;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.IpAddress;

/** The words of lvs_sync_daemon; one reader reads one line. The first line holds. */
final class SyncDaemonReader {
    private static final int LONGEST_INTERFACE = 15;
    private static final WholeNumber SYNC_ID = WholeNumber.strict(0, 255);
    private static final WholeNumber MAX_LENGTH = WholeNumber.strict(1, 65507);
    private static final WholeNumber PORT = WholeNumber.strict(1, 65535);
    private static final WholeNumber TTL = WholeNumber.strict(1, 255);
    private static final String OPTIONS = "inst, id, maxlen, port, ttl or group";

    private final List<Word> words;
    private final Binding binding;
    private final SyncDaemonDraft daemon;
    private int at = 2;

    private SyncDaemonReader(Statement statement, Binding binding) {
        words = statement.words();
        this.binding = binding;
        daemon = new SyncDaemonDraft(statement.argument().text());
    }

    /** Reads the line, unless there was one before. */
    static void read(GlobalDraft global, Statement statement, Binding binding) {
        Word name = statement.argument();
        SyncDaemonDraft before = global.syncDaemon;
        if (name == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "lvs_sync_daemon requires interface",
                            "IFNAME");
        } else if (before != null) {
            binding.findings()
                    .error(statement.keyword().place(), "already-set", "lvs_sync_daemon has already been specified as "
                            + before.interfaceName + " " + before.instanceName + " - ignoring");
        } else if (name.text().length() > LONGEST_INTERFACE) {
            binding.findings()
                    .error(name.place(), "too-long",
                            "lvs_sync_daemon interface name '" + name + "' too long - ignoring", "up to 15 characters");
        } else {
            SyncDaemonReader reader = new SyncDaemonReader(statement, binding);
            reader.options();
            global.syncDaemon = reader.daemon;
        }
    }

    /** The words that read back; null for null. */
    static String written(SyncDaemonDraft daemon) {
        if (daemon == null) {
            return null;
        }
        return Quoting.word(daemon.interfaceName)
                + (daemon.instanceName == null ? "" : " inst " + Quoting.word(daemon.instanceName))
                + (daemon.syncId == null ? "" : " id " + daemon.syncId)
                + (daemon.maxLength == 0 ? "" : " maxlen " + daemon.maxLength)
                + (daemon.port == 0 ? "" : " port " + daemon.port) + (daemon.ttl == 0 ? "" : " ttl " + daemon.ttl)
                + (daemon.group == null ? "" : " group " + AddressText.of(daemon.group));
    }

    private void options() {
        positional();
        while (at < words.size()) {
            Word option = words.get(at++);
            switch (option.text()) {
                case "inst" -> instance(option);
                case "id" -> syncId(option);
                case "maxlen" -> daemon.maxLength = number(option, MAX_LENGTH, daemon.maxLength);
                case "port" -> daemon.port = number(option, PORT, daemon.port);
                case "ttl" -> daemon.ttl = number(option, TTL, daemon.ttl);
                case "group" -> group(option);
                default -> binding.findings()
                        .error(option.place(), "unknown-option",
                                "Unknown option " + option + " specified for lvs_sync_daemon", OPTIONS);
            }
        }
    }

    /** The older form: the instance, then the id, without words before them. */
    private void positional() {
        if (at >= words.size() || isOption(words.get(at))) {
            return;
        }
        daemon.instanceName = words.get(at++).text();
        if (at >= words.size() || isOption(words.get(at))) {
            return;
        }
        Word word = words.get(at++);
        OptionalLong id = id(word);
        if (id.isPresent()) {
            binding.findings()
                    .error(word.place(), "deprecated", "Please use keyword \"id\" before lvs_sync_daemon SYNCID",
                            "id " + word);
            daemon.syncId = (int) id.getAsLong();
        }
    }

    private static boolean isOption(Word word) {
        return switch (word.text()) {
            case "inst", "id", "maxlen", "port", "ttl", "group" -> true;
            default -> false;
        };
    }

    private void instance(Word option) {
        if (at >= words.size()) {
            binding.findings()
                    .abort(option.place(), ExitClass.ABORT, "missing-parameter",
                            "*** Configuration line starting `lvs_sync_daemon` is missing a parameter after keyword `inst` at word position "
                                    + (at + 1),
                            "inst NAME");
            return;
        }
        Word name = words.get(at++);
        if (daemon.instanceName == null) {
            daemon.instanceName = name.text();
        } else {
            binding.findings()
                    .error(name.place(), "already-set", "lvs_sync_daemon vrrp instance has already been specified as "
                            + daemon.instanceName + " - ignoring");
        }
    }

    private void syncId(Word option) {
        if (at >= words.size()) {
            binding.findings()
                    .error(option.place(), "missing-value",
                            "No value specified for lvs_sync_daemon id, defaulting to vrid", SYNC_ID.accepts());
            return;
        }
        OptionalLong id = id(words.get(at++));
        daemon.syncId = id.isPresent() ? Integer.valueOf((int) id.getAsLong()) : daemon.syncId;
    }

    private OptionalLong id(Word word) {
        OptionalLong id = SYNC_ID.read(word, binding);
        if (id.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored", "Invalid syncid (" + word + ") - defaulting to vrid");
        }
        return id;
    }

    private int number(Word option, WholeNumber type, int otherwise) {
        Word word = value(option, type.accepts());
        if (word == null) {
            return otherwise;
        }
        OptionalLong number = type.read(word, binding);
        if (number.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored",
                            "Invalid lvs_sync_daemon " + option + " (" + word + ") - ignoring");
        }
        return (int) number.orElse(otherwise);
    }

    private void group(Word option) {
        Word word = value(option, "a multicast address");
        if (word == null) {
            return;
        }
        IpAddress address = Addresses.parse(word.text());
        if (address == null) {
            binding.findings()
                    .error(word.place(), "bad-address", "Invalid lvs_sync_daemon group (" + word + ") - ignoring",
                            "a multicast address");
        } else if (!address.isMulticast()) {
            binding.findings()
                    .error(word.place(), "not-multicast",
                            "lvs_sync_daemon group address " + word + " is not multicast - ignoring",
                            "a multicast address");
        } else {
            daemon.group = address;
        }
    }

    private Word value(Word option, String accepts) {
        if (at < words.size()) {
            return words.get(at++);
        }
        binding.findings()
                .error(option.place(), "missing-value",
                        "No value specified for lvs_sync_daemon " + option + " - ignoring", accepts);
        return null;
    }
}
