/** keepalived.conf: text to settings records and diagnostics. */
module org.jkeepalived.config {
    requires transitive org.jkeepalived.vrrp;

    exports org.jkeepalived.config;
    exports org.jkeepalived.config.diagnostic;
    exports org.jkeepalived.config.effective;
    exports org.jkeepalived.config.render;
    exports org.jkeepalived.config.host;
    exports org.jkeepalived.config.setting;
    exports org.jkeepalived.config.settings;
}
