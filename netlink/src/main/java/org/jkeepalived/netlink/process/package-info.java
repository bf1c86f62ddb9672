/**
 * The daemon's own process, its children, and the users and groups of the host.
 *
 * <p>What stands on jnr-posix ({@code Users}) is for threads other than the loop's, and never on the way of a start: the
 * first call through an interface of jnr-ffi costs some 100 ms of processor time and several MB, since its proxies are made
 * at run time and are in no AOT cache.
 */
package org.jkeepalived.netlink.process;
