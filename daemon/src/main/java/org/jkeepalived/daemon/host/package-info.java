/** Joins the interfaces that libraries declare for the system to what the netlink module has. */
package org.jkeepalived.daemon.host;
