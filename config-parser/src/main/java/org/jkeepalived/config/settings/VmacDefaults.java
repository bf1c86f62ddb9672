package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.InterfaceSettings.ExtraGarp;

/**
 * Defaults of interfaces with a virtual MAC address.
 *
 * @param values of {@link #SECTION}
 */
public record VmacDefaults(Values values) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public static final Section SECTION = Section.empty();
    private static final Setting<String> PREFIX = prefix("vmac_prefix", "vmac prefix").defaults("vrrp")
            .says("What generated names of VMAC interfaces begin with.");
    private static final Setting<String> ADDRESS_PREFIX = prefix("vmac_addr_prefix", "vmac_addr prefix")
            .fallsBackTo(PREFIX)
            .says("What names of VMAC interfaces for use_vmac_addr begin with.");
    public static final Setting<ExtraGarp> EXTRA_GARP = SECTION
            .<ExtraGarp>own("vrrp_garp_extra_if", "[all] seconds 1..86400")
            .deprecatedWithError("vrrp_vmac_garp_intvl",
                    "Keyword \"vrrp_vmac_garp_intvl\" is deprecated - please use \"vrrp_garp_extra_if\"")
            .otherwise("0, off")
            .written(ExtraGarp::asWritten)
            .example("vrrp_garp_extra_if all 60")
            .notYet()
            .says("Seconds between gratuitous ARPs on VMAC interfaces that hold addresses, or on all of them.");

    private static SettingBuilder<String> prefix(String name, String spoken) {
        return SECTION.word(name, "TEXT")
                .required()
                .again(spoken + " has already been specified - ignoring {word}")
                .withoutEffect("this version makes no interfaces")
                .example(name + " vip");
    }

    /** What generated names begin with. */
    public String prefix() {
        return values.get(PREFIX);
    }

    /** What the names of interfaces for use_vmac_addr begin with. */
    public String addressPrefix() {
        return values.get(ADDRESS_PREFIX);
    }

    /** Period of gratuitous ARPs on interfaces other than the instance's own, 0 for none. */
    public long garpIntervalNanos() {
        ExtraGarp garp = values.get(EXTRA_GARP);
        return garp == null ? 0 : garp.refreshSeconds() * NANOS_PER_SECOND;
    }

    /** Whether those without a virtual MAC address are included. */
    public boolean garpOnAll() {
        ExtraGarp garp = values.get(EXTRA_GARP);
        return garp != null && garp.all();
    }
}
