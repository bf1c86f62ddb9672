package org.jkeepalived.vrrp;

import java.util.List;

/** A sync group at one moment: its state, the numbers of its members and how many of them have faults. */
public record GroupSnapshot(String name, RouterState state, List<Integer> members, int faultyMembers) {}
