package org.jkeepalived.daemon.run;

import org.jkeepalived.config.LoadOptions;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.IncludeCheck;
import org.jkeepalived.daemon.cli.DaemonOptions;

/** What the command line means for reading a configuration. */
final class Configurations {
    private Configurations() {}

    static LoadOptions loadOptions(DaemonOptions options, HostFacts facts) {
        return new LoadOptions(options.configTest() ? LoadOptions.Mode.TEST : LoadOptions.Mode.RUN,
                options.configId(), options.includesRequired() ? IncludeCheck.ALL : IncludeCheck.NONE, facts);
    }
}
