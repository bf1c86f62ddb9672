package org.jkeepalived.config.iproute;

import java.util.List;
import java.util.Set;
import org.jkeepalived.config.declaration.Binding;

/**
 * What reading a line may use.
 *
 * @param binding findings and the machine
 * @param iproute2Directories where iproute2's files are searched
 * @param trackGroups names of the track groups so far for a static line; null for the line of an instance, which follows none
 */
public record LineContext(Binding binding, List<String> iproute2Directories, Set<String> trackGroups) {

    /** Whether the line stands in a static_* list. */
    public boolean isStatic() {
        return trackGroups != null;
    }
}
