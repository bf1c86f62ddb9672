package org.jkeepalived.config.effective;

import java.util.List;

/**
 * A block with what is in force inside.
 *
 * @param keyword the block's
 * @param head the words that follow it, as written, or the empty text
 * @param children settings in the order of their declaration, unset ones included, and blocks
 */
public record EffectiveBlock(
        String keyword,
        String head,
        Origin origin,
        Effect reload,
        String idle,
        List<EffectiveNode> children) implements EffectiveNode {
    public EffectiveBlock {
        children = List.copyOf(children);
    }

    @Override
    public boolean set() {
        return origin.kind() != Origin.Kind.DROPPED;
    }

    /** The block's keyword with its name, which tells it from others. */
    public String title() {
        return head.isEmpty() ? keyword : keyword + " " + head;
    }

    /** The setting of that keyword directly in this block, or null. */
    public EffectiveSetting setting(String name) {
        for (EffectiveNode child : children) {
            if (child instanceof EffectiveSetting setting && setting.keyword().equals(name)) {
                return setting;
            }
        }
        return null;
    }
}
