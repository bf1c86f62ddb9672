package org.jkeepalived.config.effective;

import java.util.List;

/**
 * A whole configuration as it is in force.
 *
 * @param nodes
 *            what stands outside any block, and the blocks, in the order of the keywords' declaration
 */
public record EffectiveConfiguration(List<EffectiveNode> nodes) {
    /** Nothing at all. */
    public static final EffectiveConfiguration EMPTY = new EffectiveConfiguration(List.of());

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
