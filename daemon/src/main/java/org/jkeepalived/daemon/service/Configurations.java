package org.jkeepalived.daemon.service;

import java.util.List;
import java.util.Optional;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.DaemonSettings;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.config.settings.TrackSources;
import org.jkeepalived.daemon.cli.DaemonOptions;
import org.jkeepalived.daemon.process.DaemonLabel;
import org.jkeepalived.daemon.process.PidFilePaths;

/** What the command line means for reading a configuration. */
final class Configurations {
    private Configurations() {}

    static LoadOptions loadOptions(DaemonOptions options, HostFacts facts) {
        return loadOptions(options, options.test().wanted() ? LoadOptions.Mode.TEST : LoadOptions.Mode.RUN, facts);
    }

    /** As {@link #loadOptions(DaemonOptions, HostFacts)}, for this purpose. A daemon waits for its interfaces, a test wants them to be there. */
    static LoadOptions loadOptions(DaemonOptions options, LoadOptions.Mode mode, HostFacts facts) {
        return new LoadOptions(mode, options.configId(),
                options.includesRequired() ? IncludeCheck.ALL : IncludeCheck.NONE, facts, mode == LoadOptions.Mode.RUN);
    }

    /** Reads the configuration that the command line names; without its instances where VRRP is not to run ({@code -C}). */
    static LoadResult load(DaemonOptions options, HostFacts facts) {
        LoadResult loaded = ConfigLoader.load(options.configurationFile(), loadOptions(options, facts));
        if (options.subsystems().vrrp()) {
            return loaded;
        }
        Configuration all = loaded.configuration();
        Configuration without = new Configuration(all.global(), all.daemon(), all.links(), List.of(), List.of(),
                List.of(), TrackSources.NONE, StaticSettings.NONE, all.loadBalancing());
        return new LoadResult(without, loaded.diagnostics(), loaded.outcome(), loaded.files());
    }

    /** What tells this daemon from others on the machine. */
    static DaemonLabel label(DaemonOptions options, DaemonSettings settings) {
        return new DaemonLabel(options.namespace(), Optional.ofNullable(settings.instance()));
    }

    /** Where the pid files are; the command line wins. */
    static PidFilePaths pidFiles(DaemonOptions options, DaemonSettings settings) {
        return PidFilePaths.of(options.pidFiles().parent(), options.pidFiles().vrrp(), label(options, settings),
                settings.pidDirectory());
    }
}
