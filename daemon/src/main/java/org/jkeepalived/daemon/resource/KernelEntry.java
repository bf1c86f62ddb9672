package org.jkeepalived.daemon.resource;

import org.jkeepalived.netlink.message.Request;

/**
 * A {@link KernelObject} in the terms of the kernel at one moment: indexes instead of names.
 *
 * @param key what the kernel tells it by: equal for two entries that can only be there once
 * @param addition the request that adds it
 * @param deletion the request that deletes it
 * @param undo what removes it in the words of ip(8), for the record that survives a crash
 * @param marked whether the kernel's copy carries a mark of this program (protocol 18), so that one which is there already is a leftover of ours
 * @param heard whether the kernel's news of its end reaches this process
 */
public record KernelEntry(Object key, Request addition, Request deletion, Undo undo, boolean marked, boolean heard) {

    /** Text that is only made when the record is written, away from the loop. */
    @FunctionalInterface
    public interface Undo {
        /** A line for {@code ip -batch}, or null where the interface of that index is gone, and the thing with it. */
        String line(InterfaceNames names);
    }

    /** Names of interfaces by index. */
    @FunctionalInterface
    public interface InterfaceNames {
        /** The name, or null when there is no such interface. */
        String name(int index);
    }
}
