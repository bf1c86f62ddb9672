/**
 * The daemon's own process, its children, and the users and groups of the host.
 *
 * <p>What stands on jnr-unixsocket or jnr-posix is for threads other than the loop's, and after the start: with an AOT
 * cache and C1 alone the first datagram costs 160 ms of processor time and 11 MB, of which
 * {@code -Djnr.ffi.asm.enabled=false}, which makes jnr-ffi use reflection instead of generating classes, saves 70 ms and
 * 5 MB. The ones after that cost 20 us.
 */
package org.jkeepalived.netlink.process;
