/** The operating system: sockets, netlink, ARP and NDP frames, epoll, signals, users, processes. */
module org.jkeepalived.netlink {
    requires transitive org.jkeepalived.vrrp;
    requires org.jnrproject.jffi;
    requires org.jnrproject.posix;

    exports org.jkeepalived.netlink;
    exports org.jkeepalived.netlink.event;
    exports org.jkeepalived.netlink.message;
    exports org.jkeepalived.netlink.packet;
    exports org.jkeepalived.netlink.process;
    exports org.jkeepalived.netlink.route;
}
