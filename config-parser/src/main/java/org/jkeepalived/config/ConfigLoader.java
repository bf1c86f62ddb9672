package org.jkeepalived.config;

import java.nio.file.Path;
import java.util.List;
import org.jkeepalived.config.advice.Advice;
import org.jkeepalived.config.declaration.Origins;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.finding.Findings;
import org.jkeepalived.config.keywords.ConfigBinder;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.lexer.ConfigReader;
import org.jkeepalived.config.lexer.ReadAborted;
import org.jkeepalived.config.rule.NetworkNamespaceRule;
import org.jkeepalived.config.rule.Rules;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.syntax.TreeBuilder;

/** Reads configurations. Stateless; a load may run on any thread and blocks on the files it reads. */
public final class ConfigLoader {
    /** A daemon ends with this when its configuration cannot run. */
    private static final int EXIT_CONFIG = 2;
    /** A daemon ends with this when there is no configuration to read. */
    private static final int EXIT_NO_CONFIG = 6;

    private ConfigLoader() {}

    /**
     * Reads a file and what it includes.
     *
     * @param file the main file, or a glob pattern: several matches are read in order
     * @return never null; a file that cannot be read is a diagnostic
     */
    public static LoadResult load(Path file, LoadOptions options) {
        return load(file.toString(), options);
    }

    /** As {@link #load(Path, LoadOptions)} with the name exactly as {@code -f} gave it, which messages repeat. */
    public static LoadResult load(String file, LoadOptions options) {
        return load(options, origins(options), null, reader -> reader.readMain(file));
    }

    /** As {@link #load(String, LoadOptions)}, and says what is in force and why. Slower: it keeps account of every statement. */
    public static EffectiveLoad loadEffective(String file, LoadOptions options) {
        return loadEffective(options, reader -> reader.readMain(file));
    }

    /** As {@link #loadText}, and says what is in force and why. */
    public static EffectiveLoad loadEffectiveText(String name, String text, LoadOptions options) {
        return loadEffective(options, text(name, text));
    }

    /** A test says where what it finds stands; a start has no use for it. */
    private static Origins origins(LoadOptions options) {
        return options.mode() == LoadOptions.Mode.TEST ? Origins.recording() : Origins.none();
    }

    private static EffectiveLoad loadEffective(LoadOptions options, Source source) {
        EffectiveRecorder recorder = new EffectiveRecorder();
        LoadResult result = load(options, recorder.origins(), recorder, source);
        return new EffectiveLoad(result, recorder.effective(result.configuration()));
    }

    /** Reads text as if it stood in a file of that name. */
    public static LoadResult loadText(String name, String text, LoadOptions options) {
        return load(options, origins(options), null, text(name, text));
    }

    private static Source text(String name, String text) {
        return reader -> {
            reader.readText(name, text);
            return true;
        };
    }

    private interface Source {
        boolean readInto(ConfigReader reader);
    }

    private static LoadResult load(LoadOptions options, Origins origins, EffectiveRecorder recorder, Source source) {
        Findings findings = new Findings(options.awaitsInterfaces());
        boolean test = options.mode() == LoadOptions.Mode.TEST;
        String configId = options.configId() != null
                ? options.configId()
                : options.facts().hostName().split("\\.", 2)[0];
        TreeBuilder tree = new TreeBuilder(Language.grammar(), findings);
        ConfigReader reader = new ConfigReader(findings, options.facts(), configId, options.includeCheck(), tree::take);
        boolean found = true;
        Configuration configuration = null;
        try {
            found = source.readInto(reader);
            tree.end();
            ConfigurationDraft draft = new ConfigBinder(findings, test, options.facts(), origins).bind(tree.root());
            if (test) {
                NetworkNamespaceRule.apply(draft, findings, options.facts());
            }
            boolean complete = !tree.aborted();
            if (complete && recorder != null) {
                recorder.beforeRules(draft);
            }
            // Where reading stopped, too: some of them speak about lines before that.
            Rules.apply(draft, findings, options.facts(), test, origins);
            if (complete) {
                if (test) {
                    Advice.give(draft, findings, options.facts(), origins);
                }
                configuration = new SettingsBuilder(draft, options.facts()).build();
                if (recorder != null) {
                    recorder.afterRules(draft);
                }
            }
        } catch (ReadAborted e) {
            // what stopped the reading is among the findings
        } catch (OutOfMemoryError e) {
            findings.abort(null, ExitClass.ABORT_LIMIT, "limit", "More configuration than this process has memory for",
                    "a smaller configuration, or a larger -Xmx");
        }
        tree.tieConsequences();
        List<Diagnostic> diagnostics = findings.inOrder(reader.files().size() > 1);
        Outcome outcome = new Outcome(testExitCode(diagnostics),
                startExitCode(diagnostics, found && !reader.files().isEmpty()), tree.balanced(), tree.isEmpty());
        if (configuration == null) {
            configuration = new SettingsBuilder(new ConfigurationDraft(), options.facts()).build();
        }
        return new LoadResult(configuration, diagnostics, outcome, reader.files());
    }

    private static int testExitCode(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.exitClass().aborts()) {
                return diagnostic.exitClass().code();
            }
        }
        return diagnostics.stream().mapToInt(d -> d.exitClass().code()).max().orElse(0);
    }

    private static int startExitCode(List<Diagnostic> diagnostics, boolean found) {
        if (!found || diagnostics.stream().anyMatch(d -> d.exitClass() == ExitClass.ABORT_INCLUDE)) {
            return EXIT_NO_CONFIG;
        }
        return diagnostics.stream().anyMatch(Diagnostic::endsStart) ? EXIT_CONFIG : 0;
    }
}
