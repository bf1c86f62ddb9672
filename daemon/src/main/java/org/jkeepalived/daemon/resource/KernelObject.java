package org.jkeepalived.daemon.resource;

import org.jkeepalived.vrrp.ResourceKind;
import org.jkeepalived.vrrp.ResourceSpec;

/**
 * A kind of thing that this process holds in the kernel, as it is configured. Equal objects are the same resource across a reload, so an
 * implementation compares everything that the kernel is told.
 */
public interface KernelObject extends ResourceSpec {
    /** Its place in the order in which resources come and go. */
    ResourceKind kind();

    /** The interface that it cannot be without, or the empty text. */
    String interfaceName();

    /** How the kernel is asked for it as the interfaces are now, or null while one that it needs is missing. */
    KernelEntry prepare(Interfaces interfaces);

    /** How log lines call it. */
    String text();
}
