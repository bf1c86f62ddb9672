package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.draft.BfdDraft;
import org.jkeepalived.config.draft.Follower;
import org.jkeepalived.config.draft.TrackDraft;
import org.jkeepalived.config.draft.TrackFileDraft;
import org.jkeepalived.config.draft.TrackProcessDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The lists of what is followed, the same in an instance and in a sync group. */
final class TrackKeywords {
    private static final int LIMIT = 254;

    private TrackKeywords() {}

    static <D extends Follower> List<Keyword<D>> all() {
        return List.of(
                TrackKeywords.<D>list(TrackKind.INTERFACE, "IFNAME")
                        .example("track_interface {\n  eth1 weight -10\n}")
                        .says("Interfaces whose link state is followed; weight 0 makes down a FAULT."),
                TrackKeywords.<D>list(TrackKind.SCRIPT, "NAME")
                        .example("track_script {\n  chk weight -10\n}")
                        .says("Scripts that are followed, with their own weight unless overridden."),
                TrackKeywords.<D>list(TrackKind.FILE, "NAME")
                        .notYet()
                        .example("track_file {\n  load weight 2\n}")
                        .says("Files whose number is followed, with their own weight unless overridden."),
                TrackKeywords.<D>list(TrackKind.PROCESS, "NAME")
                        .notYet()
                        .example("track_process {\n  nginx weight -10\n}")
                        .says("Processes that are followed, with their own weight unless overridden."),
                TrackKeywords.<D>list(TrackKind.SESSION, "NAME")
                        .notYet()
                        .example("track_bfd {\n  peer weight -10\n}")
                        .says("BFD sessions that are followed, with their own weight unless overridden."));
    }

    private static <D extends Follower> Keyword.Builder<D> list(TrackKind kind, String name) {
        return Keyword
                .<D>list(kind.keyword, name + " [weight N [" + kind.senses() + "]] per line",
                        (follower, block, binding) -> entries(kind, follower, block, binding))
                .shows(follower -> kind.entries(follower.followed())
                        .values()
                        .stream()
                        .map(TrackKeywords::shown)
                        .toList());
    }

    private static <D extends Follower> void entries(TrackKind kind, D follower, Statement block, Binding binding) {
        String who = "(" + follower.name() + ") ";
        Map<String, TrackDraft> entries = kind.entries(follower.followed());
        for (Statement entry : block.children()) {
            Word name = entry.keyword();
            if (kind.definedAbove() && !defined(kind, name, binding)) {
                binding.findings()
                        .error(name.place(), "no-such-source",
                                who + kind.missingOwner.replace("NAME", name.text()) + " not found, ignoring...",
                                "the name of one that is defined above");
            } else if (entries.containsKey(name.text())) {
                binding.findings()
                        .error(name.place(), "duplicate",
                                who + "duplicate " + kind.keyword + " " + name + " - ignoring");
            } else if (kind != TrackKind.INTERFACE || usable(name, who, binding)) {
                TrackDraft track = new TrackDraft(name.text(), name.place());
                if (options(kind, track, entry, who, binding)) {
                    entries.put(track.name, track);
                }
            }
        }
    }

    private static boolean defined(TrackKind kind, Word name, Binding binding) {
        if (kind == TrackKind.SESSION) {
            BfdDraft session = binding.named().above(name.place(), BfdDraft.class, name.text());
            return session != null && session.tellsVrrp();
        }
        Class<?> draft = kind == TrackKind.FILE ? TrackFileDraft.class : TrackProcessDraft.class;
        return binding.named().above(name.place(), draft, name.text()) != null;
    }

    /** An interface that is there or may come, or for which a start waits. */
    private static boolean usable(Word name, String who, Binding binding) {
        return binding.dynamicInterfaces() || binding.facts().interfaceExists(name.text())
                || !binding.findings()
                        .absentInterface(name.place(), who + "tracked interface " + name + " doesn't exist",
                                "an interface of this machine")
                        .endsStart();
    }

    private static boolean options(TrackKind kind, TrackDraft track, Statement entry, String who, Binding binding) {
        List<Word> words = entry.words();
        if (words.size() == 1) {
            return true;
        }
        if (!words.get(1).text().equals("weight")) {
            binding.findings()
                    .error(words.get(1).place(), "unknown-option", who + "unknown "
                            + kind.optionOwner.replace("NAME", track.name) + " option " + words.get(1) + " - ignoring",
                            "weight N [" + kind.senses() + "]");
            return false;
        }
        if (words.size() == 2) {
            binding.findings()
                    .error(words.get(1).place(), "missing-value", who + "weight without value specified for "
                            + kind.missingOwner.replace("NAME", track.name) + " - ignoring", "weight N");
            return false;
        }
        weight(kind, track, words.get(2), who, binding);
        return words.size() == 3 || sense(kind, track, words.get(3), who, binding);
    }

    /** A bad weight of an interface counts as 0. */
    private static void weight(TrackKind kind, TrackDraft track, Word word, String who, Binding binding) {
        OptionalLong weight = kind.weight.read(word, binding);
        if (weight.isPresent()) {
            track.weight = limited(kind, weight.getAsLong(), word, track, who, binding);
            return;
        }
        binding.findings().error(word.place(), "bad-weight", who + kind.badWeight(track.name, word.text()));
        if (kind == TrackKind.INTERFACE) {
            track.weight = 0;
        }
    }

    /** Whether the entry counts: a process is followed although the word is wrong. */
    private static boolean sense(TrackKind kind, TrackDraft track, Word option, String who, Binding binding) {
        boolean reverse = option.text().equals("reverse");
        if (reverse || option.text().equals("noreverse") && kind != TrackKind.INTERFACE) {
            track.reverse = reverse;
            return true;
        }
        binding.findings()
                .error(option.place(), "unknown-option", who + "unknown " + kind.weightOwner.replace("NAME", track.name)
                        + " weight option " + option + " - ignoring", kind.senses());
        return kind == TrackKind.PROCESS;
    }

    private static int limited(TrackKind kind, long weight, Word word, TrackDraft track, String who, Binding binding) {
        if (kind.definedAbove() || Math.abs(weight) < LIMIT) {
            return (int) weight;
        }
        binding.findings()
                .error(word.place(), "value-lowered",
                        who + "weight for " + track.name + " cannot be +/-254. Setting to +/-253");
        return weight < 0 ? 1 - LIMIT : LIMIT - 1;
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
