package org.jkeepalived.netlink.process;

/** How a child ended: waitid(2). */
public sealed interface ExitStatus {
    /** @param code 0 to 255 */
    record Exited(int code) implements ExitStatus {}

    /** @param coreDumped whether it left a core file */
    record Killed(int signal, boolean coreDumped) implements ExitStatus {}
}
