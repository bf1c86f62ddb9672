package org.jkeepalived.config.keywords;

import java.util.ArrayList;
import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.ConnectionDraft;
import org.jkeepalived.config.draft.Connector;
import org.jkeepalived.config.draft.InstanceDraft;
import org.jkeepalived.config.lexer.Addresses;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.AddressText;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;
import org.jkeepalived.net.IpAddress;

/** Where a checker connects to and from, the same in every checker that uses the network and in the hosts of SMTP_CHECK. */
final class ConnectionKeywords {
    private static final int INTERFACE_NAME_LENGTH = 15;
    private static final WholeNumber PORT = WholeNumber.lenient(1, 65535);
    private static final WholeNumber MARK = WholeNumber.lenient(0, 0xffff_ffffL);

    private ConnectionKeywords() {}

    /** These, and those about when a checker probes. */
    static <D extends Connector> List<Keyword<D>> all() {
        List<Keyword<D>> all = new ArrayList<>(connection());
        all.add(CheckerDefaultsKeywords.connectTimeout());
        all.addAll(CheckerDefaultsKeywords.timing());
        all.add(CheckerDefaultsKeywords.logAllFailures());
        return List.copyOf(all);
    }

    private static <D extends Connector> List<Keyword<D>> connection() {
        return List.of(
                Keyword.<D>words("connect_ip", "ADDR", ConnectionKeywords::connectIp)
                        .required()
                        .defaults("the real server's address")
                        .example("connect_ip 192.0.2.21")
                        .shows(check -> text(check.connection().address))
                        .says("Address that is asked instead."),
                Keyword.<D>whole("connect_port", PORT, (check, n) -> check.connection().port = (int) n,
                        (_, word) -> "Invalid checker connect_port '" + word + "'")
                        .defaults("the real server's port")
                        .example("connect_port 8080")
                        .shows(check -> check.connection().port)
                        .says("Port that is asked instead."),
                Keyword.<D>words("bindto", "ADDR", ConnectionKeywords::bindTo)
                        .required()
                        .defaults("the system's choice")
                        .example("bindto 192.0.2.1")
                        .shows(check -> text(check.connection().bindAddress))
                        .says("Source address, of the family of the address that is asked."),
                Keyword.<D>whole("bind_port", PORT, (check, n) -> check.connection().bindPort = (int) n,
                        (_, word) -> "Invalid checker bind_port '" + word + "'")
                        .defaults("the system's choice")
                        .example("bind_port 40000")
                        .shows(check -> check.connection().bindPort)
                        .says("Source port."),
                Keyword.<D>words("bind_if", "IFNAME", ConnectionKeywords::bindInterface)
                        .required()
                        .defaults("none")
                        .example("bind_if eth0")
                        .shows(check -> check.connection().bindInterface == null
                                ? null
                                : Quoting.word(check.connection().bindInterface))
                        .says("Interface of the probe; mandatory where a link-local address is asked."),
                Keyword.<D>whole("fwmark", MARK, (check, n) -> check.connection().firewallMark = n,
                        (_, word) -> "Invalid fwmark connection value '" + word + "'")
                        .defaults("0")
                        .example("fwmark 7")
                        .shows(check -> check.connection().firewallMark)
                        .says("Mark of the probe's packets."));
    }

    private static String text(IpAddress address) {
        return address == null ? null : AddressText.of(address);
    }

    private static <D extends Connector> void connectIp(D check, Statement statement, Binding binding) {
        ConnectionDraft connection = check.connection();
        IpAddress address = address(statement, connection.bindAddress, "bindto", binding);
        if (address != null) {
            connection.address = address;
        }
    }

    private static <D extends Connector> void bindTo(D check, Statement statement, Binding binding) {
        ConnectionDraft connection = check.connection();
        IpAddress address = address(statement, connection.target(), "connect_ip", binding);
        if (address != null) {
            connection.bindAddress = address;
        }
    }

    /**
     * The address that was written; null after a complaint.
     *
     * @param otherEnd whose family it must have, or null
     * @param otherKeyword that sets the other end
     */
    private static IpAddress address(Statement statement, IpAddress otherEnd, String otherKeyword, Binding binding) {
        Word word = statement.argument();
        IpAddress address = Addresses.parseWithPrefix(word.text());
        if (address == null) {
            binding.findings()
                    .error(word.place(), "bad-address",
                            "Invalid " + statement.keyword() + " address " + word + " - ignoring", "an address");
            return null;
        }
        if (otherEnd != null && InstanceDraft.familyOf(address) != InstanceDraft.familyOf(otherEnd)) {
            binding.findings()
                    .error(word.place(), "other-family", statement.keyword() + " address " + word
                            + " does not match address family of " + otherKeyword + " - skipping");
            return null;
        }
        return address;
    }

    private static <D extends Connector> void bindInterface(D check, Statement statement, Binding binding) {
        Word name = statement.argument();
        if (name.text().length() > INTERFACE_NAME_LENGTH) {
            binding.findings()
                    .error(name.place(), "name-too-long", "Interface name " + name + " is too long - ignoring",
                            "an interface, of 15 characters at most");
            return;
        }
        check.connection().bindInterface = name.text();
    }

    /** Whether the address can be asked; a link-local one belongs to an interface, which must be named. */
    static boolean reachable(Connector check, Statement block, Binding binding) {
        ConnectionDraft connection = check.connection();
        boolean lost = connection.target() != null && connection.target().isIpv6() && connection.target().isLinkLocal()
                && connection.bindInterface == null;
        if (lost) {
            binding.findings()
                    .error(block.closedAt(), "no-interface",
                            "Checker link local address " + AddressText.of(connection.target()) + " requires a bind_if",
                            "bind_if IFNAME");
        }
        return !lost;
    }
}
