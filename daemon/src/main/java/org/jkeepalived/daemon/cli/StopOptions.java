package org.jkeepalived.daemon.cli;

/**
 * What is left behind, and what ends the daemon.
 *
 * @param releaseVips remove the addresses whenever an instance is left, also those not added by this run (-X)
 * @param keepVrrp leave addresses, routes and rules in place at stop (-V)
 * @param keepIpvs leave the IPVS table in place at stop (-I)
 * @param ignoreSigint SIGINT does not stop the daemon (--ignore-sigint)
 */
public record StopOptions(boolean releaseVips, boolean keepVrrp, boolean keepIpvs, boolean ignoreSigint) {}
