package org.jkeepalived.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.ForwardingDraft;
import org.jkeepalived.config.draft.ProbeDraft;
import org.jkeepalived.config.draft.RealServerDraft;
import org.jkeepalived.config.draft.SorryServerDraft;
import org.jkeepalived.config.draft.VirtualServerDraft;
import org.jkeepalived.config.draft.VirtualServerGroupDraft;
import org.jkeepalived.config.settings.Forwarding;
import org.jkeepalived.config.settings.LoadBalancing;
import org.jkeepalived.config.settings.LvsSettings;
import org.jkeepalived.config.settings.Mail;
import org.jkeepalived.config.settings.Persistence;
import org.jkeepalived.config.settings.ProbeSettings;
import org.jkeepalived.config.settings.RealServerSettings;
import org.jkeepalived.config.settings.ServiceAddress;
import org.jkeepalived.config.settings.SorryServerSettings;
import org.jkeepalived.config.settings.VirtualServerSettings;
import org.jkeepalived.net.AddressFamily;

/** Checked drafts of load balancing to settings: what a server leaves open comes from its service, from global_defs or from the built-in default. */
final class LoadBalancingBuilder {
    private final ConfigurationDraft draft;
    private final CheckerSettingsBuilder checkers;

    LoadBalancingBuilder(ConfigurationDraft draft) {
        this.draft = draft;
        checkers = new CheckerSettingsBuilder(draft.global.lvs.get(LvsSettings.LOG_ALL_FAILURES));
    }

    LoadBalancing build() {
        if (draft.virtualServers.isEmpty() && draft.virtualServerGroups.isEmpty() && draft.tls == null) {
            return LoadBalancing.NONE;
        }
        return new LoadBalancing(draft.virtualServerGroups.stream().map(VirtualServerGroupDraft::settings).toList(),
                draft.virtualServers.stream().map(this::service).toList(),
                draft.tls == null ? null : draft.tls.settings());
    }

    private VirtualServerSettings service(VirtualServerDraft service) {
        Persistence persistence = new Persistence(service.persistenceEngine, or(service.persistenceTimeoutSeconds, 0),
                service.persistenceMask, (int) or(service.persistencePrefixLength, 0));
        return new VirtualServerSettings(address(service), family(service), service.protocol, service.scheduler,
                flags(service), service.onePacket, service.forwarding.settings(), persistence, service.haSuspend,
                service.omega, service.quorum, or(service.hysteresis, 0), service.command("quorum_up"),
                service.command("quorum_down"), probe(service.probe()), service.virtualHost(),
                mail(service.smtpAlert, false), service.snmpName, sorry(service),
                service.realServers.stream().map(this::server).toList());
    }

    private RealServerSettings server(RealServerDraft server) {
        VirtualServerDraft service = server.service;
        return new RealServerSettings(server.address, port(server.port, service), server.effectiveWeight(),
                forwarding(server.forwarding, service), or(server.upperThreshold, 0), or(server.lowerThreshold, 0),
                server.inhibitOnFailure == null
                        ? Boolean.TRUE.equals(service.inhibitOnFailure)
                        : server.inhibitOnFailure,
                probe(server.probe(), service.probe()),
                server.virtualHost() == null ? service.virtualHost() : server.virtualHost(),
                mail(server.smtpAlert, true), server.snmpName, server.command("notify_up"),
                server.command("notify_down"), checkers.all(server));
    }

    private static ServiceAddress address(VirtualServerDraft service) {
        if (service.firewallMark != null) {
            return new ServiceAddress.FirewallMark(service.firewallMark);
        }
        return service.groupName == null
                ? new ServiceAddress.Host(service.address, service.port)
                : new ServiceAddress.Group(service.groupName);
    }

    /** A group may have both families; a mark without any is taken for IPv4. */
    private static AddressFamily family(VirtualServerDraft service) {
        return service.family == null && service.groupName == null ? AddressFamily.IPV4 : service.family;
    }

    private static Set<Integer> flags(VirtualServerDraft service) {
        Set<Integer> flags = new TreeSet<>();
        if (service.flag1) {
            flags.add(1);
        }
        if (service.flag2) {
            flags.add(2);
        }
        if (service.flag3) {
            flags.add(3);
        }
        return flags;
    }

    private static SorryServerSettings sorry(VirtualServerDraft service) {
        SorryServerDraft sorry = service.sorryServer;
        return sorry == null
                ? null
                : new SorryServerSettings(sorry.address, port(sorry.port, service), sorry.inhibit,
                        forwarding(sorry.forwarding, service));
    }

    private static int port(int own, VirtualServerDraft service) {
        return own == 0 ? service.port : own;
    }

    private static Forwarding forwarding(ForwardingDraft own, VirtualServerDraft service) {
        return (own == null ? service.forwarding : own).settings();
    }

    /** The levels from the inside out. */
    private ProbeSettings probe(ProbeDraft... levels) {
        return ProbeDraft.settings(draft.global.lvs.get(LvsSettings.LOG_ALL_FAILURES), List.of(levels));
    }

    private boolean mail(Boolean own, boolean otherwise) {
        Boolean checkers = draft.global.lvs.get(LvsSettings.SMTP_ALERT);
        Boolean inherited = checkers == null ? draft.global.mail.get(Mail.ALERT) : checkers;
        return own != null ? own : inherited != null ? inherited : otherwise;
    }

    private static long or(Number own, long otherwise) {
        return own == null ? otherwise : own.longValue();
    }
}
