package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.settings.VirtualRoute;
import org.jkeepalived.config.settings.VirtualRule;

/** The routes and rules of an instance, or those of the static lists, while they are read. */
public final class RoutingDraft {
    public final SharedRouting shared;
    public final List<VirtualRoute> routes = new ArrayList<>();
    public final List<VirtualRule> rules = new ArrayList<>();

    /** Without routes and rules. */
    public RoutingDraft(SharedRouting shared) {
        this.shared = shared;
    }
}
