/** rtnetlink: interfaces and addresses, read, watched and changed. */
package org.jkeepalived.netlink.route;
