package org.jkeepalived.config.settings;

/**
 * A named pipe that state changes are written to.
 *
 * @param path where it is
 * @param uid its owner
 * @param gid its group
 * @param script the program that reads it, started with the path as its last argument, or null
 */
public record NotifyFifo(String path, int uid, int gid, ScriptCommand script) {}
