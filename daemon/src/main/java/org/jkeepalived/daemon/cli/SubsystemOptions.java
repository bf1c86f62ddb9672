package org.jkeepalived.daemon.cli;

/**
 * Which of keepalived's parts run.
 *
 * @param vrrp off by -C without -P
 * @param checkers off by -P without -C
 * @param bfd off by -B
 * @param all run each part also where nothing is configured for it (--all)
 */
public record SubsystemOptions(boolean vrrp, boolean checkers, boolean bfd, boolean all) {}
