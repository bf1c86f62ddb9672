/**
 * A host in memory on which the daemon's real code takes over and gives way, so that it is loaded, linked and compiled before the first
 * take-over that counts.
 */
package org.jkeepalived.daemon.rehearsal;
