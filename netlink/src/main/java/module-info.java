/** The operating system: sockets, netlink, ARP and NDP frames, epoll, signals, users, processes. */
module org.jkeepalived.netlink {
    requires org.jnrproject.jffi;
}
