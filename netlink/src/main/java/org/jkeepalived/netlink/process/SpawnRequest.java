package org.jkeepalived.netlink.process;

import java.util.List;
import java.util.Map;

/**
 * A program to run.
 *
 * @param arguments the program's path, which is not searched for, then its arguments
 * @param environment all of its environment; {@link #inheritedEnvironment} is ours
 * @param user whom to run it as; null means as ourselves
 * @param directory where it starts; null means where we are
 * @param output where its standard output and error go; its input is empty
 */
public record SpawnRequest(
        List<String> arguments,
        Map<String, String> environment,
        UserAccount user,
        String directory,
        Output output) {
    /** Where a child's output goes. */
    public enum Output {
        DISCARD,
        INHERIT
    }

    public SpawnRequest {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("no program");
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** As ourselves, with our environment, output discarded. */
    public SpawnRequest(List<String> arguments) {
        this(arguments, inheritedEnvironment(), null, null, Output.DISCARD);
    }

    public String program() {
        return arguments.getFirst();
    }

    /** This process's environment but for what the launcher put there for the JVM alone. */
    public static Map<String, String> inheritedEnvironment() {
        return ChildEnvironment.INHERITED;
    }
}
