/** The operating system: sockets, netlink, ARP and NDP frames, epoll, signals, users, processes. */
package org.jkeepalived.netlink;
