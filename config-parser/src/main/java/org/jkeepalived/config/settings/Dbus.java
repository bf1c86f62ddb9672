package org.jkeepalived.config.settings;

/**
 * The objects on the system bus.
 *
 * @param enabled enable_dbus
 * @param serviceName name that is owned on the bus
 * @param noInterfaceName path element of instances without an interface, or null
 */
public record Dbus(boolean enabled, String serviceName, String noInterfaceName) {}
