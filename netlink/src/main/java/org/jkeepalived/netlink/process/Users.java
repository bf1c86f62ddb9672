package org.jkeepalived.netlink.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jnr.posix.Group;
import jnr.posix.POSIX;
import jnr.posix.POSIXFactory;
import jnr.posix.Passwd;
import org.jkeepalived.netlink.Errno;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Memory;

/**
 * The users and groups of the host. A look-up may ask a directory server, so it has no place on the loop's thread.
 *
 * <p>The look-ups by name are part of reading a configuration and go to the C library directly; those by number only
 * explain a file's owner to a human, and wait for jnr-posix to load.
 */
public final class Users {
    private static final int FIRST_BUFFER = 1024;
    private static final int LAST_BUFFER = 1 << 20;
    private static final int MAXIMUM_GROUPS = 65536;
    /** struct passwd: name, passwd, uid, gid, …; struct group: name, passwd, gid, members. */
    private static final int RECORD_SIZE = 64;
    private static final int PASSWD_UID = 16;
    private static final int PASSWD_GID = 20;
    private static final int GROUP_GID = 16;

    private Users() {}

    private interface LookUp {
        int call(long name, long record, long buffer, long length, long result);
    }

    /** Empty where there is no user of this name. */
    public static Optional<UserAccount> user(String name) {
        Memory found = find(Libc.get()::getpwnam_r, name);
        if (found == null) {
            return Optional.empty();
        }
        int uid = found.getInt(PASSWD_UID);
        int gid = found.getInt(PASSWD_GID);
        return Optional.of(new UserAccount(name, uid, gid, groups(name, gid)));
    }

    /** The number of a group; empty where there is none of this name. */
    public static OptionalInt group(String name) {
        Memory found = find(Libc.get()::getgrnam_r, name);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found.getInt(GROUP_GID));
    }

    /** The record, with pointers that are not valid any more; null where there is none. */
    private static Memory find(LookUp lookUp, String name) {
        Memory key = Memory.ofString(name);
        Memory entry = Memory.allocate(RECORD_SIZE);
        Memory result = Memory.allocate(8);
        for (int size = FIRST_BUFFER; size <= LAST_BUFFER; size *= 4) {
            Memory buffer = Memory.allocate(size);
            int outcome = lookUp.call(key.address(), entry.address(), buffer.address(), size, result.address());
            key.keepAlive();
            result.keepAlive();
            buffer.keepAlive();
            if (outcome != -Errno.ERANGE) {
                return outcome == 0 && result.getLong(0) != Memory.NULL ? entry : null;
            }
        }
        return null;
    }

    private static List<Integer> groups(String name, int gid) {
        Memory key = Memory.ofString(name);
        Memory count = Memory.allocate(4);
        for (int capacity = 32; capacity <= MAXIMUM_GROUPS; capacity *= 8) {
            Memory groups = Memory.allocate(capacity * 4);
            count.putInt(0, capacity);
            int outcome = Libc.get().getgrouplist(key.address(), gid, groups.address(), count.address());
            key.keepAlive();
            if (outcome >= 0) {
                List<Integer> found = new ArrayList<>();
                for (int i = 0; i < count.getInt(0); i++) {
                    found.add(groups.getInt(i * 4));
                }
                return found;
            }
        }
        return List.of(gid);
    }

    /** The name of a user, or the number itself where it has none. */
    public static String nameOfUser(int uid) {
        Passwd found = Names.POSIX_CALLS.getpwuid(uid);
        return found == null ? Integer.toString(uid) : found.getLoginName();
    }

    /** The name of a group, or the number itself where it has none. */
    public static String nameOfGroup(int gid) {
        Group found = Names.POSIX_CALLS.getgrgid(gid);
        return found == null ? Integer.toString(gid) : found.getName();
    }

    /** Loaded with the first question. */
    private static final class Names {
        static final POSIX POSIX_CALLS = POSIXFactory.getPOSIX();
    }
}
