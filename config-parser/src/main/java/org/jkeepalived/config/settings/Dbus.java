package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;

/**
 * The objects on the system bus.
 *
 * @param values of {@link #SECTION}
 */
public record Dbus(Values values) {
    private static final String NO_BUS = "this version does not speak D-Bus";

    public static final Section SECTION = Section.empty();
    private static final Setting<Boolean> ENABLED = SECTION.flag("enable_dbus")
            .withoutEffect(NO_BUS)
            .says("Publish instances on the system bus.");
    private static final Setting<String> SERVICE_NAME = SECTION.word("dbus_service_name", "NAME")
            .missing("dbus_service_name missing - ignoring")
            .defaults("org.keepalived.Vrrp1")
            .example("dbus_service_name org.keepalived.Vrrp2")
            .withoutEffect(NO_BUS)
            .says("Name to own on the system bus.");
    private static final Setting<String> NO_INTERFACE_NAME = SECTION.word("dbus_no_interface_name", "NAME")
            .missing("dbus_no_interface_name missing - ignoring")
            .otherwise("none")
            .example("dbus_no_interface_name none")
            .withoutEffect(NO_BUS)
            .says("Path element of instances that have no interface.");

    /** Whether there are any. */
    public boolean enabled() {
        return values.get(ENABLED);
    }

    /** Name that is owned on the bus. */
    public String serviceName() {
        return values.get(SERVICE_NAME);
    }

    /** Path element of instances without an interface, or null. */
    public String noInterfaceName() {
        return values.get(NO_INTERFACE_NAME);
    }
}
