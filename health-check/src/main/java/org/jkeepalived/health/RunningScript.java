package org.jkeepalived.health;

/** A started program, the leader of a process group of its own. Safe for use by any thread. */
public interface RunningScript {
    /** The process id, which is also the id of its process group. */
    long pid();

    /**
     * Sends a signal to the whole process group.
     *
     * @return false when the group no longer exists or the signal could not be sent
     */
    boolean signalGroup(int signo);
}
