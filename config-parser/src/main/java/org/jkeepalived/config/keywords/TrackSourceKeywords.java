package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.BfdDraft;
import org.jkeepalived.config.draft.Followed;
import org.jkeepalived.config.draft.Follower;
import org.jkeepalived.config.draft.TrackDraft;
import org.jkeepalived.config.draft.TrackFileDraft;
import org.jkeepalived.config.draft.TrackProcessDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** track_file, track_process and track_bfd, the same in an instance and in a sync group. */
final class TrackSourceKeywords {
    private static final WholeNumber WEIGHT = WholeNumber.lenient(-254, 254);
    private static final WholeNumber SESSION_WEIGHT = WholeNumber.lenient(-253, 253);

    private TrackSourceKeywords() {}

    /** The three kinds, which messages name in ways of their own. */
    private enum Kind {
        FILE("track_file", "track file", "track file", "track file NAME", WEIGHT, followed -> followed.files),
        PROCESS("track_process", "track process", "track process", "track_process NAME", WEIGHT,
                followed -> followed.processes),
        SESSION("track_bfd", "track bfd", "track bfd NAME", "track bfd NAME", SESSION_WEIGHT,
                followed -> followed.sessions);

        private final String keyword;
        private final String words;
        private final String optionOwner;
        private final String weightOwner;
        private final WholeNumber weight;
        private final Function<Followed, Map<String, TrackDraft>> entries;

        Kind(String keyword, String words, String optionOwner, String weightOwner, WholeNumber weight,
                Function<Followed, Map<String, TrackDraft>> entries) {
            this.keyword = keyword;
            this.words = words;
            this.optionOwner = optionOwner;
            this.weightOwner = weightOwner;
            this.weight = weight;
            this.entries = entries;
        }

        boolean known(Word name, Binding binding) {
            return switch (this) {
                case FILE -> binding.named().above(name.place(), TrackFileDraft.class, name.text()) != null;
                case PROCESS -> binding.named().above(name.place(), TrackProcessDraft.class, name.text()) != null;
                case SESSION -> {
                    BfdDraft session = binding.named().above(name.place(), BfdDraft.class, name.text());
                    yield session != null && session.tellsVrrp();
                }
            };
        }
    }

    static <D extends Follower> List<Keyword<D>> all() {
        return List.of(
                TrackSourceKeywords.<D>list(Kind.FILE)
                        .example("track_file {\n  load weight 2\n}")
                        .says("Files whose number is followed, with their own weight unless overridden."),
                TrackSourceKeywords.<D>list(Kind.PROCESS)
                        .example("track_process {\n  nginx weight -10\n}")
                        .says("Processes that are followed, with their own weight unless overridden."),
                TrackSourceKeywords.<D>list(Kind.SESSION)
                        .example("track_bfd {\n  peer weight -10\n}")
                        .says("BFD sessions that are followed, with their own weight unless overridden."));
    }

    private static <D extends Follower> Keyword.Builder<D> list(Kind kind) {
        return Keyword
                .<D>list(kind.keyword, "NAME [weight N [reverse or noreverse]] per line",
                        (follower, block, binding) -> entries(kind, follower, block, binding))
                .notYet()
                .shows(follower -> kind.entries.apply(follower.followed())
                        .values()
                        .stream()
                        .map(TrackSourceKeywords::shown)
                        .toList());
    }

    private static <D extends Follower> void entries(Kind kind, D follower, Statement block, Binding binding) {
        String who = "(" + follower.name() + ") ";
        Map<String, TrackDraft> entries = kind.entries.apply(follower.followed());
        for (Statement entry : block.children()) {
            Word name = entry.keyword();
            if (!kind.known(name, binding)) {
                binding.findings()
                        .error(name.place(), "no-such-source",
                                who + kind.words + " " + name + " not found, ignoring...",
                                "the name of one that is defined above");
            } else if (entries.containsKey(name.text())) {
                binding.findings()
                        .error(name.place(), "duplicate",
                                who + "duplicate " + kind.keyword + " " + name + " - ignoring");
            } else {
                TrackDraft track = new TrackDraft(name.text(), name.place());
                if (options(kind, track, entry, who, binding)) {
                    entries.put(track.name, track);
                }
            }
        }
    }

    private static boolean options(Kind kind, TrackDraft track, Statement entry, String who, Binding binding) {
        List<Word> words = entry.words();
        if (words.size() == 1) {
            return true;
        }
        if (!words.get(1).text().equals("weight")) {
            binding.findings()
                    .error(words.get(1).place(), "unknown-option", who + "unknown "
                            + kind.optionOwner.replace("NAME", track.name) + " option " + words.get(1) + " - ignoring",
                            "weight N [reverse or noreverse]");
            return false;
        }
        if (words.size() == 2) {
            binding.findings()
                    .error(words.get(1).place(), "missing-value",
                            who + "weight without value specified for " + kind.words + " " + track.name + " - ignoring",
                            "weight N");
            return false;
        }
        OptionalLong weight = kind.weight.read(words.get(2), binding);
        if (weight.isPresent()) {
            track.weight = (int) weight.getAsLong();
        } else {
            binding.findings()
                    .error(words.get(2).place(), "bad-weight",
                            who + "weight for " + kind.words + " " + track.name + " must be in [" + kind.weight.min()
                                    + ".." + kind.weight.max() + "] inclusive. Ignoring...");
        }
        return words.size() == 3 || weightOption(kind, track, words.get(3), who, binding);
    }

    /** Whether the entry counts: a process is followed although the word is wrong. */
    private static boolean weightOption(Kind kind, TrackDraft track, Word option, String who, Binding binding) {
        switch (option.text()) {
            case "reverse" -> track.reverse = true;
            case "noreverse" -> track.reverse = false;
            default -> {
                binding.findings()
                        .error(option.place(), "unknown-option",
                                who + "unknown " + kind.weightOwner.replace("NAME", track.name) + " weight option "
                                        + option + " - ignoring",
                                "reverse or noreverse");
                return kind == Kind.PROCESS;
            }
        }
        return true;
    }

    private static String shown(TrackDraft track) {
        String name = Quoting.word(track.name);
        if (track.weight == null) {
            return name;
        }
        String sense = track.reverse == null ? "" : track.reverse ? " reverse" : " noreverse";
        return name + " weight " + track.weight + sense;
    }
}
