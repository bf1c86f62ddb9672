package org.jkeepalived.daemon.dump;

/** Something tracked, or who tracks it, and the weight that counts there. */
public record Tracked(String name, int weight, boolean reverse) {

    /** {@code 5 reverse}. */
    String weightText() {
        return weight + (reverse ? " reverse" : "");
    }
}
