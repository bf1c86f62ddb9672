package org.jkeepalived.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names for numeric user ids, for messages only: from passwd(5), the bare number where it does not know it. */
final class AccountNames {
    private final Path passwd;

    AccountNames(Path passwd) {
        this.passwd = passwd;
    }

    static AccountNames ofSystem() {
        return new AccountNames(Path.of("/etc/passwd"));
    }

    String user(int uid) {
        String wanted = Integer.toString(uid);
        try {
            for (String line : Files.readAllLines(passwd, StandardCharsets.ISO_8859_1)) {
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
