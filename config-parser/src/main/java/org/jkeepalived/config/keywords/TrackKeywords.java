package org.jkeepalived.config.keywords;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.Follower;
import org.jkeepalived.config.draft.TrackDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** track_script and track_interface, the same in an instance and in a sync group. */
final class TrackKeywords {
    private static final WholeNumber WEIGHT = WholeNumber.strict(-254, 254);
    private static final int LIMIT = 254;

    private TrackKeywords() {}

    static <D extends Follower> List<Keyword<D>> all() {
        return List.of(
                Keyword.<D>list("track_interface", "IFNAME [weight N [reverse]] per line", TrackKeywords::interfaces)
                        .example("track_interface {\n  eth1 weight -10\n}")
                        .shows(follower -> entries(follower.followed().interfaces.values()))
                        .says("Interfaces whose link state is followed; weight 0 makes down a FAULT."),
                Keyword.<D>list("track_script", "NAME [weight N [reverse or noreverse]] per line",
                        TrackKeywords::scripts)
                        .example("track_script {\n  chk weight -10\n}")
                        .shows(follower -> entries(follower.followed().scripts.values()))
                        .says("Scripts that are followed, with their own weight unless overridden."));
    }

    /** Entries as they read back. */
    static List<String> entries(Collection<TrackDraft> tracks) {
        return tracks.stream().map(track -> {
            String weight = track.weight == null ? "" : " weight " + track.weight;
            String reverse = track.reverse == null ? "" : track.reverse ? " reverse" : " noreverse";
            return Quoting.word(track.name) + weight + reverse;
        }).toList();
    }

    private static <D extends Follower> void interfaces(D follower, Statement block, Binding binding) {
        String who = "(" + follower.name() + ") ";
        for (Statement entry : block.children()) {
            Word name = entry.keyword();
            if (follower.followed().interfaces.containsKey(name.text())) {
                binding.findings()
                        .error(name.place(), "duplicate", who + "duplicate track_interface " + name + " - ignoring");
                continue;
            }
            if (!binding.dynamicInterfaces() && !binding.facts().interfaceExists(name.text())
                    && binding.findings()
                            .absentInterface(name.place(), who + "tracked interface " + name + " doesn't exist",
                                    "an interface of this machine")
                            .endsStart()) {
                continue;
            }
            TrackDraft track = new TrackDraft(name.text(), name.place());
            if (interfaceOptions(track, entry, who, binding)) {
                follower.followed().interfaces.put(track.name, track);
            }
        }
    }

    private static boolean interfaceOptions(TrackDraft track, Statement entry, String who, Binding binding) {
        List<Word> words = entry.words();
        if (words.size() == 1) {
            return true;
        }
        if (!words.get(1).text().equals("weight")) {
            binding.findings()
                    .error(words.get(1).place(), "unknown-option",
                            who + "unknown track_interface " + track.name + " option " + words.get(1) + " - ignoring",
                            "weight N [reverse]");
            return false;
        }
        if (words.size() == 2) {
            binding.findings()
                    .error(words.get(1).place(), "missing-value",
                            who + "weight without value specified for track_interface " + track.name + " - ignoring",
                            "weight N");
            return false;
        }
        OptionalLong weight = WEIGHT.read(words.get(2), binding);
        if (weight.isEmpty()) {
            binding.findings()
                    .error(words.get(2).place(), "bad-weight", who + "weight " + words.get(2) + " for " + track.name
                            + " must be between [-253..253] inclusive. Ignoring...");
        }
        track.weight = limited(weight.orElse(0), words.get(2), track, who, binding);
        if (words.size() > 3) {
            if (!words.get(3).text().equals("reverse")) {
                binding.findings()
                        .error(words.get(3).place(), "unknown-option", who + "unknown track_interace " + track.name
                                + " weight option " + words.get(3) + " - ignoring", "reverse");
                return false;
            }
            track.reverse = true;
        }
        return true;
    }

    private static <D extends Follower> void scripts(D follower, Statement block, Binding binding) {
        String who = "(" + follower.name() + ") ";
        for (Statement entry : block.children()) {
            Word name = entry.keyword();
            if (follower.followed().scripts.containsKey(name.text())) {
                binding.findings()
                        .error(name.place(), "duplicate", who + "duplicate track_script " + name + " - ignoring");
                continue;
            }
            TrackDraft track = new TrackDraft(name.text(), name.place());
            if (scriptOptions(track, entry, who, binding)) {
                follower.followed().scripts.put(track.name, track);
            }
        }
    }

    private static boolean scriptOptions(TrackDraft track, Statement entry, String who, Binding binding) {
        List<Word> words = entry.words();
        if (words.size() == 1) {
            return true;
        }
        if (!words.get(1).text().equals("weight")) {
            binding.findings()
                    .error(words.get(1).place(), "unknown-option",
                            who + "unknown track script option " + words.get(1) + " - ignoring",
                            "weight N [reverse or noreverse]");
            return false;
        }
        if (words.size() == 2) {
            binding.findings()
                    .error(words.get(1).place(), "missing-value",
                            who + "weight without value specified for track script " + track.name + " - ignoring",
                            "weight N");
            return false;
        }
        OptionalLong weight = WEIGHT.read(words.get(2), binding);
        if (weight.isEmpty()) {
            binding.findings()
                    .error(words.get(2).place(), "bad-weight", who + "track script " + track.name
                            + ": weight must be between [-253..253] inclusive, ignoring...");
        } else {
            track.weight = limited(weight.getAsLong(), words.get(2), track, who, binding);
        }
        if (words.size() > 3) {
            switch (words.get(3).text()) {
                case "reverse" -> track.reverse = true;
                case "noreverse" -> track.reverse = false;
                default -> {
                    binding.findings()
                            .error(words.get(3).place(), "unknown-option", who + "unknown track_script " + track.name
                                    + " weight option " + words.get(3) + " - ignoring", "reverse or noreverse");
                    return false;
                }
            }
        }
        return true;
    }

    private static int limited(long weight, Word word, TrackDraft track, String who, Binding binding) {
        if (Math.abs(weight) < LIMIT) {
            return (int) weight;
        }
        binding.findings()
                .error(word.place(), "value-lowered",
                        who + "weight for " + track.name + " cannot be +/-254. Setting to +/-253");
        return weight < 0 ? 1 - LIMIT : LIMIT - 1;
    }
}
