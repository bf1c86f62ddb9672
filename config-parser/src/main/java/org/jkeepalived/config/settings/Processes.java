package org.jkeepalived.config.settings;

/**
 * keepalived's processes.
 *
 * @param names their titles
 * @param vrrp scheduling of the VRRP process
 * @param checker scheduling of the checker process
 * @param bfd scheduling of the BFD process
 */
public record Processes(ProcessNames names, Scheduling vrrp, Scheduling checker, Scheduling bfd) {}
