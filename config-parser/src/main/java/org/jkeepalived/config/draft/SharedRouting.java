package org.jkeepalived.config.draft;

import java.util.List;
import java.util.function.Supplier;
import org.jkeepalived.net.AddressFamily;

/** What the routes and rules of a whole configuration share while it is read. */
public final class SharedRouting {
    private static final long FIRST_PREFERENCE = 16_384;

    private final Supplier<List<String>> iproute2Directories;
    private long nextIpv4 = FIRST_PREFERENCE;
    private long nextIpv6 = FIRST_PREFERENCE;

    /**
     * Before the first route.
     *
     * @param iproute2Directories where names of tables and the like are searched, in order; asked when global_defs has been read
     */
    public SharedRouting(Supplier<List<String>> iproute2Directories) {
        this.iproute2Directories = iproute2Directories;
    }

    /** The preference of the next rule that names none: one less than that of the rule of its family before it. */
    public long nextPreference(AddressFamily family) {
        return family == AddressFamily.IPV6 ? nextIpv6-- : nextIpv4--;
    }

    /** Where names of tables and the like are searched, in order. */
    public List<String> iproute2Directories() {
        return iproute2Directories.get();
    }
}
