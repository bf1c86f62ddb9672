package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.OptionalLong;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.BfdCheckDraft;
import org.jkeepalived.config.draft.BfdDraft;
import org.jkeepalived.config.draft.FileCheckDraft;
import org.jkeepalived.config.draft.TrackFileDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** Checkers that follow something that is defined outside: the keywords of FILE_CHECK and BFD_CHECK. */
final class FollowCheckKeywords {
    private static final int NAME_LENGTH = 31;
    private static final int OPTION = 2;
    private static final WholeNumber WEIGHT = WholeNumber.lenient(-Integer.MAX_VALUE, Integer.MAX_VALUE);

    static final Keywords<FileCheckDraft> FILE = Keywords.of(List.of(
            Keyword.<FileCheckDraft>words("track_file", "NAME", FollowCheckKeywords::trackFile)
                    .required()
                    .example("track_file load")
                    .shows(check -> check.file == null ? null : Quoting.word(check.file.name))
                    .says("The track_file, which must be defined above."),
            Keyword.<FileCheckDraft>words("weight", "N -2147483647..2147483647 [reverse or noreverse]",
                    FollowCheckKeywords::weight)
                    .defaults("of the track_file")
                    .example("weight 10")
                    .shows(FollowCheckKeywords::shownWeight)
                    .says("What the number is multiplied with; 0 makes any number but 0 a failure.")));

    static final Keywords<BfdCheckDraft> BFD = Keywords
            .of(List.of(Keyword.<BfdCheckDraft>words("name", "NAME", FollowCheckKeywords::name)
                    .example("name peer")
                    .shows(check -> check.session == null ? null : Quoting.word(check.session.name))
                    .says("The bfd_instance, which must be defined above."), CheckerDefaultsKeywords.alpha()));

    private FollowCheckKeywords() {}

    static boolean closeFile(FileCheckDraft check, Statement block, Binding binding) {
        if (check.file == null) {
            binding.findings()
                    .error(block.closedAt(), "no-track-file", "FILE_CHECK has no track_file specified - ignoring",
                            "track_file NAME");
        }
        return check.file != null;
    }

    static boolean closeSession(BfdCheckDraft check, Statement block, Binding binding) {
        if (check.session == null && !check.refused) {
            binding.findings()
                    .error(block.closedAt(), "no-session",
                            "(" + check.server.label() + ") No name has been specified for BFD_CHECKER - skipping",
                            "name NAME");
        }
        return check.session != null;
    }

    private static void trackFile(FileCheckDraft check, Statement statement, Binding binding) {
        Word name = statement.argument();
        TrackFileDraft file = binding.named().above(name.place(), TrackFileDraft.class, name.text());
        if (file == null) {
            binding.findings()
                    .error(name.place(), "no-such-source", "track_file " + name + " not found",
                            "the name of a track_file that is defined above");
            return;
        }
        check.file = file;
    }

    private static void weight(FileCheckDraft check, Statement statement, Binding binding) {
        Word word = statement.argument();
        if (word == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "track file weight missing",
                            "weight N [reverse or noreverse]");
            return;
        }
        OptionalLong value = WEIGHT.read(word, binding);
        if (value.isEmpty()) {
            binding.findings()
                    .error(word.place(), "bad-weight", "weight for track file must be in [" + WEIGHT.min() + ".."
                            + WEIGHT.max() + "] inclusive. Ignoring...");
            return;
        }
        Word option = statement.words().size() > OPTION ? statement.words().get(OPTION) : null;
        Boolean reverse = null;
        switch (option == null ? "" : option.text()) {
            case "" -> reverse = null;
            case "reverse" -> reverse = true;
            case "noreverse" -> reverse = false;
            default -> {
                binding.findings()
                        .error(statement.words().get(OPTION).place(), "unknown-option",
                                "unknown track file weight option " + option + " - ignoring", "reverse or noreverse");
                return;
            }
        }
        check.weight = (int) value.getAsLong();
        check.reverse = reverse;
    }

    private static String shownWeight(FileCheckDraft check) {
        if (check.weight == null) {
            return null;
        }
        return check.weight + (check.reverse == null ? "" : check.reverse ? " reverse" : " noreverse");
    }

    private static void name(BfdCheckDraft check, Statement statement, Binding binding) {
        if (check.refused) {
            return;
        }
        String complaint = complaint(check, statement, binding);
        if (complaint != null) {
            binding.findings()
                    .error(statement.keyword().place(), "no-session",
                            "(" + check.server.label() + ") BFD_CHECK - " + complaint,
                            "the name of a bfd_instance that is defined above");
            check.refused = true;
            return;
        }
        check.session = binding.named()
                .above(statement.argument().place(), BfdDraft.class, statement.argument().text());
    }

    private static String complaint(BfdCheckDraft check, Statement statement, Binding binding) {
        if (statement.words().size() != 2) {
            return "No or too many names specified - skipping checker";
        }
        Word name = statement.argument();
        if (check.session != null) {
            return "BFD " + name + " already specified as " + check.session.name;
        }
        if (name.text().length() > NAME_LENGTH) {
            return "BFD name " + name + " too long";
        }
        BfdDraft session = binding.named().above(name.place(), BfdDraft.class, name.text());
        return session == null || !session.tellsChecker() ? "BFD " + name + " not configured" : null;
    }
}
