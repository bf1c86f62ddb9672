package org.jkeepalived.config;

import java.util.Objects;
import org.jkeepalived.config.host.HostFacts;
import org.jkeepalived.config.settings.IncludeCheck;

/**
 * How to read.
 *
 * @param mode test or run: lenient numbers with trailing junk are errors in a test, warnings in a run
 * @param configId the {@code -i} argument that {@code @ID} lines are compared with, or null for the host name up to its first dot
 * @param includeCheck the {@code -e} option: which include problems are fatal
 * @param facts the machine
 * @param awaitsInterfaces an interface that is not there is complained of and waited for; keepalived's start ends with it
 */
public record LoadOptions(
        Mode mode,
        String configId,
        IncludeCheck includeCheck,
        HostFacts facts,
        boolean awaitsInterfaces) {

    /** What the configuration is read for. */
    public enum Mode {
        TEST,
        RUN
    }

    public LoadOptions {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(includeCheck);
        Objects.requireNonNull(facts);
    }

    /** A missing interface ends a start. */
    public LoadOptions(Mode mode, String configId, IncludeCheck includeCheck, HostFacts facts) {
        this(mode, configId, includeCheck, facts, false);
    }

    /** Reads for a daemon, with no options of the command line. */
    public static LoadOptions run(HostFacts facts) {
        return new LoadOptions(Mode.RUN, null, IncludeCheck.NONE, facts);
    }

    /** Reads for {@code -t}, with no further options of the command line. */
    public static LoadOptions test(HostFacts facts) {
        return new LoadOptions(Mode.TEST, null, IncludeCheck.NONE, facts);
    }
}
