/** Wiring, event loop, reload, command line, dumps, notification. */
module org.jkeepalived.daemon {
    requires org.jkeepalived.config;
    requires org.jkeepalived.vrrp;
    requires org.jkeepalived.netlink;
    requires org.jkeepalived.health;
    requires info.picocli;
    requires org.slf4j;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;

    provides ch.qos.logback.classic.spi.Configurator with org.jkeepalived.daemon.log.SilentConfigurator;
}
