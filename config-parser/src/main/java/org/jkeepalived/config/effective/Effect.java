package org.jkeepalived.config.effective;

/** What a reload does when a value changes, the gentlest first. */
public enum Effect {
    /** The new value holds at once, no router notices. */
    HITLESS("hitless"),
    /** An instance is new. */
    INSTANCE_START("instance start"),
    /** An instance is gone. */
    INSTANCE_STOP("instance stop"),
    /** The instance leaves and starts anew as another one. */
    INSTANCE_RESTART("instance restart"),
    /** The daemon reads it at its start only. */
    GLOBAL_RESTART("global restart"),
    /** The old configuration stays in force until a restart, with all that is in it. */
    REFUSED("refused reload");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }
}
