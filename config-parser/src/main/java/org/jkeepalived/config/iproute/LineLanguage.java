package org.jkeepalived.config.iproute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jkeepalived.config.settings.RouteMetric;

/**
 * What the lines of a kind of list take, for the manual.
 *
 * @param lists the keywords whose lists they stand in
 * @param options in the order of their declaration
 */
public record LineLanguage(String lists, List<LineOption> options) {
    /** Addresses, routes and rules. */
    public static List<LineLanguage> all() {
        return List.of(
                new LineLanguage("virtual_ipaddress, virtual_ipaddress_excluded, static_ipaddress",
                        AddressOption.OPTIONS.all()),
                new LineLanguage("virtual_routes, static_routes", routes()),
                new LineLanguage("virtual_rules, static_rules", RuleOption.OPTIONS.all()));
    }

    private static List<LineOption> routes() {
        List<LineOption> options = new ArrayList<>(RouteOption.OPTIONS.all());
        options.add(LineOption.of("[lock] N", "Metrics of the route.",
                Arrays.stream(RouteMetric.values()).map(RouteMetric::word).toArray(String[]::new)));
        return options;
    }
}
