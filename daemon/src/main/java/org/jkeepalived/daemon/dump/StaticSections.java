package org.jkeepalived.daemon.dump;

import java.util.List;
import java.util.function.Function;
import org.jkeepalived.config.settings.TrackGroup;

/** The sections of static addresses, routes and rules and of the groups that follow them; each stands only when it has entries. */
final class StaticSections {
    private StaticSections() {}

    static void render(Report report, StaticSnapshot statics) {
        lines(report, "Static Addresses", statics.addresses(),
                entry -> VirtualAddressText.of(entry.address(), entry.set()));
        lines(report, "Static Routes", statics.routes(), RouteSnapshot::text);
        lines(report, "Static Rules", statics.settings().rules(), RuleText::of);
        if (!statics.settings().trackGroups().isEmpty()) {
            report.section("Static Track groups");
            statics.settings().trackGroups().forEach(group -> group(report, group));
        }
    }

    private static <T> void lines(Report report, String title, List<T> entries, Function<T, String> text) {
        if (!entries.isEmpty()) {
            report.section(title);
            entries.forEach(entry -> report.line(5, text.apply(entry)));
        }
    }

    private static void group(Report report, TrackGroup group) {
        report.field(1, "Static Track Group", group.name());
        report.line(3, "VRRP member instances :");
        group.members().forEach(name -> report.line(5, name));
    }
}
