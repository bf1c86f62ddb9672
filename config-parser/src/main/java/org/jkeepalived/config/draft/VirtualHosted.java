package org.jkeepalived.config.draft;

/** A block that names the host that is asked for in HTTP requests. */
public interface VirtualHosted {
    /** The name, or null. */
    String virtualHost();

    /** Sets the name. */
    void virtualHost(String name);
}
