/** VRRP packets and state machines as pure functions of time. */
module org.jkeepalived.vrrp {
    exports org.jkeepalived.vrrp;
    exports org.jkeepalived.vrrp.packet;
    exports org.jkeepalived.vrrp.simulation;
}
