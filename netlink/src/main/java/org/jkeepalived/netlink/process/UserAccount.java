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
}
