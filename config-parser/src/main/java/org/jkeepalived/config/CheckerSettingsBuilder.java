package org.jkeepalived.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jkeepalived.config.draft.BfdCheckDraft;
import org.jkeepalived.config.draft.CheckerDraft;
import org.jkeepalived.config.draft.ConnectionDraft;
import org.jkeepalived.config.draft.DnsCheckDraft;
import org.jkeepalived.config.draft.FileCheckDraft;
import org.jkeepalived.config.draft.HttpCheckDraft;
import org.jkeepalived.config.draft.MiscCheckDraft;
import org.jkeepalived.config.draft.PingCheckDraft;
import org.jkeepalived.config.draft.ProbeDraft;
import org.jkeepalived.config.draft.RealServerDraft;
import org.jkeepalived.config.draft.SmtpCheckDraft;
import org.jkeepalived.config.draft.TcpCheckDraft;
import org.jkeepalived.config.draft.UdpCheckDraft;
import org.jkeepalived.config.draft.UrlDraft;
import org.jkeepalived.config.settings.BfdCheckSettings;
import org.jkeepalived.config.settings.BodyPattern;
import org.jkeepalived.config.settings.CheckerSettings;
import org.jkeepalived.config.settings.ConnectionSettings;
import org.jkeepalived.config.settings.DnsCheckSettings;
import org.jkeepalived.config.settings.FileCheckSettings;
import org.jkeepalived.config.settings.HttpCheckSettings;
import org.jkeepalived.config.settings.MiscCheckSettings;
import org.jkeepalived.config.settings.PingCheckSettings;
import org.jkeepalived.config.settings.ProbeSettings;
import org.jkeepalived.config.settings.SmtpCheckSettings;
import org.jkeepalived.config.settings.StatusRange;
import org.jkeepalived.config.settings.TcpCheckSettings;
import org.jkeepalived.config.settings.UdpCheckSettings;
import org.jkeepalived.config.settings.UrlSettings;

/** Checked checkers to settings: what one leaves open comes from its real server, from the virtual server or from its kind. */
final class CheckerSettingsBuilder {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final String HELO_NAME = "smtpchecker.keepalived.org";

    private final boolean logAllFailures;

    /** @param logAllFailures
     *        of global_defs */
    CheckerSettingsBuilder(boolean logAllFailures) {
        this.logAllFailures = logAllFailures;
    }

    /** Kind by kind, as they are written back: their order means nothing. */
    List<CheckerSettings> all(RealServerDraft server) {
        return server.checkers.stream()
                .sorted(Comparator.comparingInt(CheckerSettingsBuilder::rank))
                .flatMap(this::settings)
                .toList();
    }

    private static int rank(CheckerDraft check) {
        return switch (check) {
            case HttpCheckDraft http -> http.tls ? 1 : 0;
            case TcpCheckDraft _ -> 2;
            case SmtpCheckDraft _ -> 3;
            case DnsCheckDraft _ -> 4;
            case MiscCheckDraft _ -> 5;
            case PingCheckDraft _ -> 6;
            case UdpCheckDraft _ -> 7;
            case FileCheckDraft _ -> 8;
            case BfdCheckDraft _ -> 9;
        };
    }

    private Stream<CheckerSettings> settings(CheckerDraft check) {
        return switch (check) {
            case HttpCheckDraft http -> Stream.of(http(http));
            case TcpCheckDraft tcp ->
                    Stream.of(new TcpCheckSettings(probe(tcp, 1L, SECOND_NANOS), connection(tcp.connection(), tcp)));
            case PingCheckDraft ping -> Stream
                    .of(new PingCheckSettings(probe(ping, 1L, SECOND_NANOS), connection(ping.connection(), ping)));
            case UdpCheckDraft udp -> Stream.of(udp(udp));
            case DnsCheckDraft dns -> Stream.of(new DnsCheckSettings(probe(dns, 3L, null),
                    connection(dns.connection(), dns), dns.type, dns.name == null ? "" : dns.name));
            case SmtpCheckDraft smtp -> smtp(smtp);
            case MiscCheckDraft misc -> Stream.of(misc).filter(it -> it.command.settings() != null).map(this::misc);
            case FileCheckDraft file -> Stream.of(new FileCheckSettings(file.file.name,
                    file.weight == null ? file.file.effectiveWeight() : file.weight,
                    file.reverse == null ? file.file.reverse : file.reverse));
            case BfdCheckDraft bfd -> Stream.of(bfd)
                    .filter(it -> !it.session.unusable)
                    .map(it -> new BfdCheckSettings(it.session.name, probe(it, 0L, SECOND_NANOS).alpha()));
        };
    }

    /**
     * When a checker probes.
     *
     * @param delayBeforeRetryNanos of its kind; null for its delay loop
     */
    private ProbeSettings probe(CheckerDraft check, Long retries, Long delayBeforeRetryNanos) {
        return probe(List.of(check.probe()), check.server, retries, delayBeforeRetryNanos);
    }

    private ProbeSettings probe(List<ProbeDraft> inner, RealServerDraft server, Long retries,
            Long delayBeforeRetryNanos) {
        ProbeDraft kind = new ProbeDraft(ProbeDraft.Level.CHECKER);
        kind.retries = retries;
        kind.delayBeforeRetryNanos = delayBeforeRetryNanos;
        List<ProbeDraft> levels = new ArrayList<>(inner);
        levels.addAll(List.of(server.probe(), server.service.probe(), kind));
        ProbeSettings probe = ProbeDraft.settings(logAllFailures, levels);
        if (probe.delayBeforeRetryNanos() == null) {
            kind.delayBeforeRetryNanos = probe.delayLoopNanos();
            probe = ProbeDraft.settings(logAllFailures, levels);
        }
        return probe;
    }

    private static ConnectionSettings connection(ConnectionDraft draft, CheckerDraft check) {
        RealServerDraft server = check.server;
        int serverPort = server.port == 0 ? server.service.port : server.port;
        return new ConnectionSettings(draft.target(), draft.port == null ? serverPort : draft.port, draft.bindAddress,
                draft.bindPort == null ? 0 : draft.bindPort, draft.bindInterface,
                draft.firewallMark == null ? 0 : draft.firewallMark);
    }

    private HttpCheckSettings http(HttpCheckDraft check) {
        return new HttpCheckSettings(probe(check, 1L, 3 * SECOND_NANOS), connection(check.connection(), check),
                check.tls, check.protocol, check.sni, check.sniName, check.fastRecovery,
                check.urls.stream().map(url -> url(url, check)).toList());
    }

    private static UrlSettings url(UrlDraft url, HttpCheckDraft check) {
        String virtualHost = Stream.of(url, check, check.server, check.server.service)
                .map(block -> block.virtualHost())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Boolean compliant = url.tlsCompliant() == null ? check.tlsCompliant() : url.tlsCompliant();
        return new UrlSettings(url.path, virtualHost, url.digest,
                url.statusCodes.isEmpty() ? List.of(StatusRange.SUCCESS) : url.statusCodes, pattern(url),
                Boolean.TRUE.equals(compliant));
    }

    private static BodyPattern pattern(UrlDraft url) {
        return url.regex == null
                ? null
                : new BodyPattern(url.regex, url.regexNoMatch, url.regexOptions,
                        url.regexMinOffset == null ? 0 : url.regexMinOffset,
                        url.regexMaxOffset == null ? BodyPattern.UNLIMITED : url.regexMaxOffset,
                        url.regexStackStart == null ? 0 : url.regexStackStart,
                        url.regexStackMax == null ? 0 : url.regexStackMax);
    }

    private UdpCheckSettings udp(UdpCheckDraft check) {
        return new UdpCheckSettings(probe(check, 1L, SECOND_NANOS), connection(check.connection(), check),
                check.payload, check.replyRequired, check.replyPattern == null ? "" : check.replyPattern,
                check.minReplyLength, check.maxReplyLength);
    }

    private Stream<CheckerSettings> smtp(SmtpCheckDraft check) {
        String heloName = check.heloName == null ? HELO_NAME : check.heloName;
        if (check.hosts.isEmpty()) {
            return Stream.of(new SmtpCheckSettings(probe(check, 1L, SECOND_NANOS),
                    connection(check.connection(), check), heloName));
        }
        return check.hosts.stream()
                .map(host -> new SmtpCheckSettings(
                        probe(List.of(host.probe(), check.probe()), check.server, 1L, SECOND_NANOS),
                        connection(host.connection(), check), heloName));
    }

    private MiscCheckSettings misc(MiscCheckDraft check) {
        ProbeSettings probe = probe(check, 0L, SECOND_NANOS);
        return new MiscCheckSettings(probe, check.command.settings(),
                check.timeoutSeconds == null ? probe.delayLoopNanos() : check.timeoutSeconds * SECOND_NANOS,
                check.dynamic);
    }
}
