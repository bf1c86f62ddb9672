package org.jkeepalived.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names for numeric ids, for messages only: from passwd(5) and group(5), the bare number where they do not know it. */
final class AccountNames {
    private final Path passwd;
    private final Path group;

    AccountNames(Path passwd, Path group) {
        this.passwd = passwd;
        this.group = group;
    }

    static AccountNames ofSystem() {
        return new AccountNames(Path.of("/etc/passwd"), Path.of("/etc/group"));
    }

    String user(int uid) {
        return lookUp(passwd, uid);
    }

    String group(int gid) {
        return lookUp(group, gid);
    }

    private static String lookUp(Path file, int id) {
        String wanted = Integer.toString(id);
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                String[] fields = line.split(":", 4);
                if (fields.length > 2 && fields[2].equals(wanted)) {
                    return fields[0];
                }
            }
        } catch (IOException unreadable) {
            return wanted;
        }
        return wanted;
    }
}
