package org.jkeepalived.config.effective;

import java.util.List;
import org.jkeepalived.config.settings.Configuration;

/**
 * A whole configuration as it is in force.
 *
 * @param nodes what stands outside any block, and the blocks, in the order of the keywords' declaration
 * @param settings what the daemon makes of them
 */
public record EffectiveConfiguration(List<EffectiveNode> nodes, Configuration settings) {
    public EffectiveConfiguration {
        nodes = List.copyOf(nodes);
    }

    /** The outermost block of that title, such as {@code vrrp_instance VI_1}, or null. */
    public EffectiveBlock block(String title) {
        for (EffectiveNode node : nodes) {
            if (node instanceof EffectiveBlock block && block.title().equals(title)) {
                return block;
            }
        }
        return null;
    }
}
