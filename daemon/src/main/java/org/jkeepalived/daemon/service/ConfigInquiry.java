package org.jkeepalived.daemon.service;

import java.io.IOException;
import java.util.List;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.EffectiveLoad;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.ReloadCheck;
import org.jkeepalived.config.effective.EffectiveText;
import org.jkeepalived.config.effective.ReloadPlan;
import org.jkeepalived.config.effective.ReloadPlanText;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.OddBytes;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.cli.TestOptions;

/**
 * Answers about configurations that are not run: what is in force of one ({@code --dump-config}), and what a reload from one to another does
 * ({@code --reload-plan}). Answers go to standard output, what is wrong with a file to standard error.
 */
final class ConfigInquiry {

    private final DaemonOptions options;
    private final HostFacts facts;

    ConfigInquiry(DaemonOptions options, HostFacts facts) {
        this.options = options;
        this.facts = facts;
    }

    /** Prints what is asked for; returns the exit code of a test of the file, or of the new one of two, or else of the old one. */
    int answer() throws IOException {
        if (options.test().reload().isPresent()) {
            return plan(options.test().reload().get());
        }
        int code = problems(options.configurationFile());
        EffectiveLoad loaded = load(options.configurationFile());
        if (!loaded.effective().nodes().isEmpty()) {
            print(EffectiveText.of(loaded.effective(), options.configurationFile()));
        }
        return code;
    }

    private int plan(TestOptions.Reload reload) throws IOException {
        int oldCode = problems(reload.oldFile());
        int newCode = problems(reload.newFile());
        EffectiveLoad old = load(reload.oldFile());
        EffectiveLoad fresh = load(reload.newFile());
        List<String> refusals = ReloadCheck.refusals(old.result(), fresh.result());
        for (String refusal : refusals) {
            print("The daemon would refuse this reload: " + refusal + "\n");
        }
        print(ReloadPlanText.of(ReloadPlan.between(old.effective(), fresh.effective())));
        return newCode != 0 ? newCode : oldCode;
    }

    /** As a daemon reads it; a test, which counts more as an error, says what is wrong. */
    private EffectiveLoad load(String file) {
        return ConfigLoader.loadEffective(file, mode(LoadOptions.Mode.RUN));
    }

    private int problems(String file) throws IOException {
        LoadResult tested = ConfigLoader.load(file, mode(LoadOptions.Mode.TEST));
        if (tested.outcome().testExitCode() != 0) {
            System.err.write(ConfigTest.findings(tested, options.test()));
        }
        return tested.outcome().testExitCode();
    }

    private LoadOptions mode(LoadOptions.Mode mode) {
        return Configurations.loadOptions(options, mode, facts);
    }

    private static void print(String text) throws IOException {
        System.out.write(OddBytes.encode(text));
    }
}
