package org.jkeepalived.daemon.run;

import java.util.List;
import org.jkeepalived.config.ConfigLoader;
import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.Configuration;
import org.jkeepalived.config.settings.TrackSources;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.config.settings.StaticSettings;
import org.jkeepalived.daemon.cli.DaemonOptions;

/** What the command line means for reading a configuration. */
final class Configurations {
    private Configurations() {}

    static LoadOptions loadOptions(DaemonOptions options, HostFacts facts) {
        return new LoadOptions(options.test().wanted() ? LoadOptions.Mode.TEST : LoadOptions.Mode.RUN,
                options.configId(), options.includesRequired() ? IncludeCheck.ALL : IncludeCheck.NONE, facts);
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
}
