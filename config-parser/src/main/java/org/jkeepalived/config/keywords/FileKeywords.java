package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.FileDraft;
import org.jkeepalived.config.draft.GlobalDraft;
import org.jkeepalived.config.host.FileFacts;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of global_defs about files and directories. */
final class FileKeywords {
    private static final String MISSING = "No such file or directory";
    /** errno(3) of what may keep a directory from being looked at. */
    private static final Map<String, Integer> ERROR_NUMBERS = Map.of("Permission denied", 13, "Not a directory", 20,
            "File name too long", 36, "Too many levels of symbolic links", 40);

    static final List<Keyword<GlobalDraft>> ALL = List.of(
            optional("reload_check_config", "[LOGFILE]", (files, path) -> files.reloadCheckLog = path,
                    files -> files.reloadCheckLog).defaults("off; alone: /dev/null")
                    .example("reload_check_config /run/keepalived.check")
                    .withoutEffect("every reload checks the new files before it leaves the old configuration")
                    .says("Test the new files before a reload and write what is found to this file."),
            onlyWord("reload_time_file", "PATH", (files, path) -> files.reloadTimeFile = path,
                    files -> files.reloadTimeFile).defaults("none")
                    .example("reload_time_file /etc/keepalived/reload_time")
                    .notYet()
                    .says("File that holds the time of the next reload."),
            GlobalForms
                    .flag("reload_repeat", global -> global.files.reloadRepeat = true,
                            global -> global.files.reloadRepeat)
                    .notYet()
                    .says("Let a time of day in reload_time_file hold for every day."),
            optional("reload_file", "[PATH]", (files, path) -> files.reloadMarkerFile = path,
                    files -> files.reloadMarkerFile).defaults("off; alone: the pid file with .reload")
                    .example("reload_file /run/keepalived.reload")
                    .says("File that is there while a configuration is read."),
            Keyword.<GlobalDraft>words("config_save_dir", "DIR", FileKeywords::saveDirectory)
                    .required()
                    .defaults("none")
                    .shows(GlobalForms.shown(global -> global.files.savedConfigurations))
                    .example("config_save_dir /etc/keepalived")
                    .notYet()
                    .says("Directory that receives copies of what was read."),
            Keyword.<GlobalDraft>words("tmp_config_directory", "DIR", FileKeywords::temporary)
                    .defaults("none")
                    .shows(GlobalForms.shown(global -> global.files.temporary))
                    .onReload(ReloadEffect.REFUSED)
                    .example("tmp_config_directory /run")
                    .withoutEffect("the configuration is read once, by one process")
                    .says("Directory of the expanded configuration that processes pass on."),
            GlobalForms.yesNo("data_use_instance", "date_use_instance",
                    (global, on) -> global.files.dumpsWithInstance = on, global -> global.files.dumpsWithInstance)
                    .says("Put network namespace and instance into the names of data dumps."),
            onlyWord("state_dump_file", "PATH", (files, path) -> files.stateDump = path, files -> files.stateDump)
                    .defaults("keepalived.data in TMPDIR or /tmp")
                    .example("state_dump_file /run/keepalived/")
                    .says("Path of the data dumps; a slash at its end keeps the usual names."),
            onlyWord("stats_dump_file", "PATH", (files, path) -> files.statsDump = path, files -> files.statsDump)
                    .defaults("keepalived.stats in TMPDIR or /tmp")
                    .example("stats_dump_file /run/keepalived.stats")
                    .withoutEffect("keepalived does not use it either")
                    .says("Path of the statistics."),
            onlyWord("json_dump_file", "PATH", (files, path) -> files.jsonDump = path, files -> files.jsonDump)
                    .defaults("keepalived.json in TMPDIR or /tmp")
                    .example("json_dump_file /run/keepalived.json")
                    .withoutEffect("keepalived does not use it either")
                    .says("Path of the JSON dump."),
            onlyWord("iproute_usr_dir", "DIR", (files, path) -> files.iprouteUsr = path, files -> files.iprouteUsr)
                    .defaults("/usr/share/iproute2 and /usr/lib/iproute2")
                    .example("iproute_usr_dir /usr/lib/iproute2")
                    .says("First directory that names of routing tables and protocols are looked up in."),
            onlyWord("iproute_etc_dir", "DIR", (files, path) -> files.iprouteEtc = path, files -> files.iprouteEtc)
                    .defaults("/etc/iproute2")
                    .example("iproute_etc_dir /etc/iproute2")
                    .says("Second directory that names of routing tables and protocols are looked up in."),
            Keyword.<GlobalDraft>whole("random_seed", WholeNumber.strict(0, 0xffff_ffffL),
                    (global, seed) -> global.randomSeed = seed, (_, word) -> "random_seed " + word + " invalid")
                    .defaults("from the clock")
                    .shows(global -> global.randomSeed)
                    .example("random_seed 42")
                    .withoutEffect("keepalived's random numbers do not repeat with it either")
                    .says("Seed of the numbers of ${_RANDOM}."));

    private FileKeywords() {}

    /** A file that may go without name. */
    private static Keyword.Builder<GlobalDraft> optional(String name, String accepts,
            BiConsumer<FileDraft, String> setter, Function<FileDraft, String> getter) {
        return Keyword.<GlobalDraft>words(name, accepts, (global, statement, _) -> setter.accept(global.files,
                statement.argument() == null ? "" : statement.argument().text())).shows(global -> {
                    String path = getter.apply(global.files);
                    return path == null || path.isEmpty() ? path : Quoting.word(path);
                });
    }

    private static Keyword.Builder<GlobalDraft> onlyWord(String name, String accepts,
            BiConsumer<FileDraft, String> setter, Function<FileDraft, String> getter) {
        return GlobalForms.onlyWord(name, accepts, (global, path) -> setter.accept(global.files, path),
                global -> getter.apply(global.files));
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
        global.files.savedConfigurations = word.text();
    }

    private static void temporary(GlobalDraft global, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            GlobalForms.missing(statement, "tmp_config_directory missing directory name", "DIR", binding);
        } else if (global.files.temporary != null) {
            binding.findings()
                    .error(statement.argument().place(), "already-set",
                            "tmp_config_directory already specified - ignoring");
        } else {
            global.files.temporary = statement.argument().text();
        }
    }
}
