package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.TrackFileDraft;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of track_file. */
final class TrackFileKeywords {
    private static final int LIMIT = 254;
    private static final WholeNumber WEIGHT = WholeNumber.lenient(-LIMIT, LIMIT);
    private static final WholeNumber VALUE = WholeNumber.strict(Integer.MIN_VALUE, Integer.MAX_VALUE);

    static final Keywords<TrackFileDraft> KEYWORDS = Keywords.of(List.of(
            Keyword.<TrackFileDraft>words("file", "PATH", TrackFileKeywords::file)
                    .example("file /run/keepalived/weight")
                    .shows(file -> file.path == null ? null : Quoting.word(file.path))
                    .says("The file; it may come later, its directory must be there."),
            Keyword.<TrackFileDraft>words("weight", "N -254..254 [reverse]", TrackFileKeywords::weight)
                    .defaults("1")
                    .example("weight 5")
                    .shows(file -> file.weight == null ? null : file.weight + (file.reverse ? " reverse" : ""))
                    .says("What the number in the file is multiplied with; 0 makes any number but 0 a FAULT."),
            Keyword.<TrackFileDraft>words("init_file", "[NUMBER] [overwrite]", TrackFileKeywords::initFile)
                    .defaults("not made")
                    .example("init_file 0 overwrite")
                    .shows(TrackFileKeywords::shownInitFile)
                    .says("Make the file at the start, with 0 or this number; overwrite writes to one that is there too.")));

    private TrackFileKeywords() {}

    static TrackFileDraft open(ConfigurationDraft all, Statement block, Binding binding) {
        TrackFileDraft file = new TrackFileDraft(block.argument().text(), block.argument().place());
        all.trackFiles.add(file);
        return file;
    }

    /** A file without a path, or in a directory whose changes nobody would see, is dropped. */
    static void close(ConfigurationDraft all, TrackFileDraft file, Statement block, Binding binding) {
        String complaint = complaint(file, binding);
        if (complaint == null) {
            binding.named().add(file.name, file, file.place);
        } else {
            binding.findings()
                    .error(block.closedAt(), "no-track-file", complaint + " - ignoring",
                            "file PATH, in a directory that is there");
            all.trackFiles.remove(file);
        }
    }

    private static String complaint(TrackFileDraft file, Binding binding) {
        if (file.path == null) {
            return "No file set for track_file " + file.name;
        }
        int slash = file.path.lastIndexOf('/');
        String directory = slash < 0 ? "." : slash == 0 ? "/" : file.path.substring(0, slash);
        FileFacts facts = binding.facts().file(directory);
        if (facts.error() != null || !facts.directory()) {
            return "Directory " + directory + " of track_file " + file.name + " does not exist";
        }
        String type = binding.facts().unwatchableFileSystem(directory);
        return type == null
                ? null
                : "Directory " + directory + " of track_file " + file.name + " is on a file system of type " + type
                        + ", which tells of no changes";
    }

    private static void file(TrackFileDraft file, Statement statement, Binding binding) {
        Word path = statement.argument();
        if (path == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "track file file name missing", "a path");
        } else if (file.path != null) {
            binding.findings()
                    .error(path.place(), "already-set",
                            "File already set for track file " + file.name + " - ignoring " + path);
        } else {
            file.path = path.text();
        }
    }

    private static void weight(TrackFileDraft file, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value",
                            "No weight specified for track file " + file.name + " - ignoring", "weight N [reverse]");
            return;
        }
        if (file.weight != null) {
            binding.findings()
                    .error(word.place(), "already-set",
                            "Weight already set for track file " + file.name + " - ignoring " + word);
            return;
        }
        OptionalLong value = WEIGHT.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "bad-weight", "Weight (" + word + ") for track_file " + file.name
                            + " must be between [-254..254] inclusive. Ignoring...");
            return;
        }
        file.weight = (int) value.getAsLong();
        file.reverse = Weights.reverse(statement, "track_file " + file.name, binding);
    }

    private static void initFile(TrackFileDraft file, Statement statement, Binding binding) {
        file.create = true;
        for (Word word : statement.arguments()) {
            String text = word.text();
            if (text.equals("overwrite")) {
                file.overwrite = true;
            } else if (!text.isEmpty() && (text.charAt(0) == '-' || Character.isDigit(text.charAt(0)))) {
                initialValue(file, word, binding);
            } else {
                binding.findings()
                        .error(word.place(), "unknown-option", "Unknown track file init option " + word,
                                "[NUMBER] [overwrite]");
            }
        }
    }

    private static void initialValue(TrackFileDraft file, Word word, Binding binding) {
        OptionalLong value = VALUE.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "value-ignored",
                            "Track file " + file.name + " init value " + word + " is invalid");
            return;
        }
        file.initialValue = (int) value.getAsLong();
        if (Math.abs(value.getAsLong()) > LIMIT) {
            binding.findings()
                    .warning(word.place(), "value-without-sense", "Track file " + file.name + " init value " + word
                            + " is outside sensible range [-254, 254]");
        }
    }

    private static String shownInitFile(TrackFileDraft file) {
        return file.create ? file.initialValue + (file.overwrite ? " overwrite" : "") : null;
    }
}
