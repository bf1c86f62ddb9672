package org.jkeepalived.config.draft;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.finding.Place;
import org.jkeepalived.config.settings.HttpCheckSettings.Protocol;

/** HTTP_GET and SSL_GET: a web server answers requests as it should. */
public final class HttpCheckDraft extends ConnectingCheckDraft implements VirtualHosted, TlsCompliance {
    /** SSL_GET. */
    public final boolean tls;
    public Protocol protocol = Protocol.HTTP_1_0;
    public boolean sni;
    /** Null for the virtual host. */
    public String sniName;
    public boolean fastRecovery;
    public final List<UrlDraft> urls = new ArrayList<>();
    private String virtualHost;
    private Boolean tlsCompliant;

    /** Of this server. */
    public HttpCheckDraft(Place place, RealServerDraft server, boolean tls) {
        super(place, server);
        this.tls = tls;
    }

    @Override
    public String virtualHost() {
        return virtualHost;
    }

    @Override
    public void virtualHost(String name) {
        virtualHost = name;
    }

    @Override
    public Boolean tlsCompliant() {
        return tlsCompliant;
    }

    @Override
    public void tlsCompliant(boolean on) {
        tlsCompliant = on;
    }
}
