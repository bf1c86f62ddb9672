package org.jkeepalived.netlink.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jkeepalived.netlink.Namespaces;
import org.jkeepalived.netlink.SystemCallException;
import org.junit.jupiter.api.Test;

class HostTest {
    @Test
    void rootIsUserAndGroupZero() {
        UserAccount root = Users.user("root").orElseThrow();
        assertEquals(0, root.uid());
        assertEquals(0, root.gid());
        assertTrue(root.groups().contains(0));
        assertEquals(OptionalInt.of(0), Users.group("root"));
        assertEquals("root", Users.nameOfUser(0));
        assertEquals("root", Users.nameOfGroup(0));
    }

    @Test
    void whoIsNotThereIsNotFound() {
        assertTrue(Users.user("no such user").isEmpty());
        assertTrue(Users.group("no such group").isEmpty());
        assertEquals("987654321", Users.nameOfUser(987654321));
    }

    @Test
    void thisProcessKnowsItself() {
        assertEquals(ProcessHandle.current().pid(), OwnProcess.pid());
        assertTrue(OwnProcess.kernel().startsWith("Linux "), OwnProcess.kernel());
        assertFalse(OwnProcess.hostName().isEmpty());
        int before = OwnProcess.umask(022);
        assertEquals(022, OwnProcess.umask(before));
    }

    @Test
    void theNameOfTheProcessCanBeSet() throws Exception {
        Namespaces.run(nameCommand());
    }

    private static List<String> nameCommand() {
        List<String> command = new ArrayList<>(Namespaces.jvm());
        command.add(Naming.class.getName());
        return command;
    }

    static final class Naming {
        public static void main(String[] args) throws Exception {
            OwnProcess.setName("keepalived");
            assertEquals("keepalived\n",
                    Files.readString(Path.of("/proc", Integer.toString(OwnProcess.pid()), "comm")));
        }
    }

    @Test
    void aSignalToNobodyFailsWithItsErrno() {
        SystemCallException failure = assertThrows(SystemCallException.class,
                () -> OwnProcess.signal(Integer.MAX_VALUE, 0));
        assertEquals("kill 2147483647: No such process (ESRCH)", failure.getMessage());
    }
}
