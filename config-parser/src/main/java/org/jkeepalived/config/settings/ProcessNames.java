package org.jkeepalived.config.settings;

/**
 * Process titles of keepalived.conf(5).
 *
 * @param fixed process_names: the children carry keepalived's fixed names
 * @param parent process_name, or null
 * @param vrrp vrrp_process_name, or null
 * @param checker checker_process_name, or null
 * @param bfd bfd_process_name, or null
 */
public record ProcessNames(boolean fixed, String parent, String vrrp, String checker, String bfd) {}
