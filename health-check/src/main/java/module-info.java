/** Check scripts and notify scripts: they produce results and decide nothing about VRRP. */
module org.jkeepalived.health {
    exports org.jkeepalived.health;
}
