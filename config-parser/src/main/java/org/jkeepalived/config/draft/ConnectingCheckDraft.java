package org.jkeepalived.config.draft;

import org.jkeepalived.config.finding.Place;

/** A checker that sends something over the network. */
public abstract sealed class ConnectingCheckDraft extends CheckerDraft implements Connector
        permits HttpCheckDraft, TcpCheckDraft, SmtpCheckDraft, DnsCheckDraft, PingCheckDraft, UdpCheckDraft {
    private final ConnectionDraft connection;

    ConnectingCheckDraft(Place place, RealServerDraft server) {
        super(place, server);
        connection = new ConnectionDraft(server.address);
    }

    @Override
    public ConnectionDraft connection() {
        return connection;
    }
}
