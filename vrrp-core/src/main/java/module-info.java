/** VRRP packets and state machines as pure functions of time, and the values that every module shares. */
@SuppressWarnings("module") module org.jkeepalived.vrrp {
    exports org.jkeepalived.net;
    exports org.jkeepalived.vrrp to org.jkeepalived.daemon;
    exports org.jkeepalived.vrrp.packet to org.jkeepalived.daemon;
    exports org.jkeepalived.vrrp.simulation to org.jkeepalived.daemon;
}
