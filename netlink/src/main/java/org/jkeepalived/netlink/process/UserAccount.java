package org.jkeepalived.netlink.process;

import java.util.List;

/**
 * A user as a child process may run: credentials(7).
 *
 * @param name the login name; a number where it was asked for by number and has no name
 * @param gid the primary group
 * @param groups all groups, the primary one included
 */
public record UserAccount(String name, int uid, int gid, List<Integer> groups) {
    public UserAccount {
        groups = List.copyOf(groups);
    }

    /** The same user with another primary group, and no other one. */
    public UserAccount withGroup(int newGid) {
        return new UserAccount(name, uid, newGid, List.of(newGid));
    }
}
