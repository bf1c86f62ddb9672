package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Directories;
import org.jkeepalived.config.settings.DumpFiles;
import org.jkeepalived.config.settings.Reloading;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about files and directories. */
final class FileKeywords {
    private static final String MISSING = "No such file or directory";
    /** errno(3) of what may keep a directory from being looked at. */
    private static final Map<String, Integer> ERROR_NUMBERS = Map.of("Permission denied", 13, "Not a directory", 20,
            "File name too long", 36, "Too many levels of symbolic links", 40);

    static final List<Keyword<GlobalDraft>> ALL = all();

    private FileKeywords() {}

    private static List<Keyword<GlobalDraft>> all() {
        List<Keyword<GlobalDraft>> all = new ArrayList<>(
                SettingKeywords.of(Reloading.SECTION, (GlobalDraft global) -> global.reloading).all());
        all.addAll(SettingKeywords.of(Directories.SECTION, (GlobalDraft global) -> global.directories)
                .read(Directories.SAVED_CONFIGURATIONS, FileKeywords::saveDirectory)
                .behind(Directories.TEMPORARY,
                        SettingKeywords.of(DumpFiles.SECTION, (GlobalDraft global) -> global.dumps).all())
                .all());
        return List.copyOf(all);
    }

    /** keepalived makes a directory that is missing; a test of ours leaves the machine as it is and looks whether it could be made. */
    private static void saveDirectory(GlobalDraft global, Statement statement, Binding binding) {
        Word word = statement.argument();
        FileFacts directory = binding.facts().file(word.text());
        if (directory.error() == null && !directory.directory()) {
            binding.findings()
                    .error(word.place(), "not-a-directory",
                            "config_save_dir " + word + " exists and is not a directory", "a directory");
            return;
        }
        if (directory.error() != null && !directory.error().equals(MISSING)) {
            binding.findings()
                    .error(word.place(), "not-a-directory", "config_save_dir " + word + " error "
                            + ERROR_NUMBERS.getOrDefault(directory.error(), 0) + " - " + directory.error(),
                            "a directory");
            return;
        }
        int slash = word.text().lastIndexOf('/');
        if (directory.error() != null && slash > 0
                && binding.facts().file(word.text().substring(0, slash)).error() != null) {
            binding.findings()
                    .error(word.place(), "not-a-directory",
                            "Unable to create config_save_dir " + word + " (error 2 - " + MISSING + ")",
                            "a directory in one that is there");
            return;
        }
        global.directories.put(Directories.SAVED_CONFIGURATIONS, word.text());
    }
}
