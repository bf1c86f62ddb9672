/** The daemon's own process, its children, and the users and groups of the host. */
package org.jkeepalived.netlink.process;
