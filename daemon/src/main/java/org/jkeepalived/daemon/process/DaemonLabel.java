package org.jkeepalived.daemon.process;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells this daemon from others on the machine.
 *
 * @param namespace the network namespace that it was started into with {@code -s}
 * @param instance the label of the configuration
 */
public record DaemonLabel(Optional<String> namespace, Optional<String> instance) {

    /** Both, joined by an underscore; empty without them. */
    public String text() {
        return Stream.of(namespace, instance).flatMap(Optional::stream).collect(Collectors.joining("_"));
    }

    /** What follows the names in the system log: {@code _NAMESPACE_INSTANCE}, or nothing. */
    public String identSuffix() {
        return text().isEmpty() ? "" : "_" + text();
    }
}
