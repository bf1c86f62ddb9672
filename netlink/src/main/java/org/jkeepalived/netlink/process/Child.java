package org.jkeepalived.netlink.process;

/**
 * A child that was started, in a process group of its own whose number is {@code pid}.
 *
 * @param id distinguishes it from every other child of this run; a process number comes again
 */
public record Child(long id, int pid, SpawnRequest request) {}
