package org.jkeepalived.daemon.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * keepalived's options, each declared once: names, argument, the line of the usage text.
 *
 * <p>Declared as data because picocli's annotations cost some 50 ms of every start.
 */
enum OptionTable {
    USE_FILE('f', "use-file", Argument.REQUIRED, "=FILE", "Use the specified configuration file",
            "default '/etc/keepalived/keepalived.conf'"),
    VRRP('P', "vrrp", Argument.NONE, "", "Only run with VRRP subsystem"),
    CHECK('C', "check", Argument.NONE, "", "Only run with Health-checker subsystem"),
    NO_BFD('B', "no_bfd", Argument.NONE, "", "Don't run BFD subsystem"),
    ALL(' ', "all", Argument.NONE, "", "Run every subsystem, also those without configuration"),
    LOG_CONSOLE('l', "log-console", Argument.NONE, "", "Log messages to local console"),
    LOG_DETAIL('D', "log-detail", Argument.NONE, "", "Detailed log messages; twice for the most detailed"),
    LOG_FACILITY('S', "log-facility", Argument.REQUIRED, "=([0-7]|local[0-7]|user|daemon)",
            "Set syslog facility (default daemon)"),
    LOG_FILE('g', "log-file", Argument.OPTIONAL, ""),
    FLUSH_LOG_FILE(' ', "flush-log-file", Argument.NONE, ""),
    NO_SYSLOG('G', "no-syslog", Argument.NONE, "", "Don't log via syslog"),
    UMASK('u', "umask", Argument.REQUIRED, "=MASK", "umask for file creation (in numeric form)"),
    RELEASE_VIPS('X', "release-vips", Argument.NONE, "", "Remove the VIPs whenever an instance is left"),
    DONT_RELEASE_VRRP('V', "dont-release-vrrp", Argument.NONE, "", "Keep VIPs, routes and rules on daemon stop"),
    DONT_RELEASE_IPVS('I', "dont-release-ipvs", Argument.NONE, "", "Keep the IPVS topology on daemon stop"),
    DONT_RESPAWN('R', "dont-respawn", Argument.NONE, "", "No effect: there are no child processes"),
    DONT_FORK('n', "dont-fork", Argument.NONE, "", "Stay in the foreground"),
    DUMP_CONF('d', "dump-conf", Argument.NONE, "", "Dump the configuration data"),
    PID('p', "pid", Argument.REQUIRED, "=FILE", "Use specified pidfile for parent process"),
    VRRP_PID('r', "vrrp_pid", Argument.REQUIRED, "=FILE", "Use specified pidfile for VRRP process"),
    GENHASH('T', "genhash", Argument.NONE, ""),
    CHECKERS_PID('c', "checkers_pid", Argument.REQUIRED, "=FILE", "Use specified pidfile for checkers process"),
    ADDRESS_MONITORING('a', "address-monitoring", Argument.NONE, "", "Log every address change"),
    BFD_PID('b', "bfd_pid", Argument.REQUIRED, "=FILE", "Use specified pidfile for BFD process"),
    SNMP('x', "snmp", Argument.NONE, "", "Enable SNMP subsystem (not supported)"),
    SNMP_AGENT_SOCKET('A', "snmp-agent-socket", Argument.REQUIRED, "=FILE", "SNMP master agent (not supported)"),
    NAMESPACE('s', "namespace", Argument.REQUIRED, "=NAME", "Run in network namespace NAME (overrides config)"),
    CORE_DUMP('m', "core-dump", Argument.NONE, "", "Core files on crashes (not supported)"),
    CORE_DUMP_PATTERN('M', "core-dump-pattern", Argument.OPTIONAL, "=PATN", "Core file pattern (not supported)"),
    ALL_CONFIG('e', "all-config", Argument.NONE, "", "Error if any configuration file is missing"),
    CONFIG_ID('i', "config-id", Argument.REQUIRED, " id", "Take the configuration lines that start with @id,",
            "and those that start with @^ and another id", "default: the node name up to its first dot"),
    SIGNUM(' ', "signum", Argument.REQUIRED, "=SIGFUNC",
            "Return signal number for STOP, RELOAD, DATA, STATS, STATS_CLEAR, JSON"),
    CONFIG_TEST('t', "config-test", Argument.OPTIONAL, "[=LOG_FILE]", "Check the configuration, output to",
            "stderr by default"),
    CONFIG_TEST_FORMAT(' ', "config-test-format", Argument.REQUIRED, "=FORMAT",
            "Form of what -t finds: keepalived, text or json (on stdout)",
            "default: text on a terminal, else keepalived"),
    LINT(' ', "lint", Argument.NONE, "", "As -t, with advice in keepalived's form too"),
    DUMP_CONFIG(' ', "dump-config", Argument.NONE, "", "Print the configuration in force, each value with",
            "where it comes from; it reads back as the same"),
    RELOAD_PLAN(' ', "reload-plan", Argument.REQUIRED, " OLD NEW",
            "Print what a reload from file OLD to file NEW does"),
    CONFIG_FD(' ', "config-fd", Argument.REQUIRED, ""),
    IGNORE_SIGINT(' ', "ignore-sigint", Argument.NONE, "", "Keep running on SIGINT"),
    DEBUG(' ', "debug", Argument.OPTIONAL, ""),
    VERSION('v', "version", Argument.NONE, "", "Display the version number"),
    HELP('h', "help", Argument.NONE, "", "Display this help message");

    /** As getopt_long(3) has it: an optional argument must be attached to its option. */
    enum Argument {
        NONE,
        REQUIRED,
        OPTIONAL
    }

    private static final int USAGE_COLUMN = 31;
    /** Ends the name under which picocli sees the attached argument of an optional one. */
    private static final String ATTACHED = "-attached";

    private final char letter;
    private final String word;
    private final Argument argument;
    private final String argumentText;
    private final List<String> description;

    OptionTable(char letter, String word, Argument argument, String argumentText, String... description) {
        this.letter = letter;
        this.word = word;
        this.argument = argument;
        this.argumentText = argumentText;
        this.description = List.of(description);
    }

    Argument argument() {
        return argument;
    }

    /** {@code --word}. */
    String longName() {
        return "--" + word;
    }

    /** {@code -x}, or empty. */
    String shortName() {
        return letter == ' ' ? "" : "-" + letter;
    }

    /** The long name that carries an optional argument; see {@link AttachedArguments}. */
    String attachedName() {
        return longName() + ATTACHED;
    }

    /** An option that {@code -h} names: one with a description. */
    boolean isShown() {
        return !description.isEmpty();
    }

    /** An option that keepalived does not have. */
    boolean isOurs() {
        return this == CONFIG_TEST_FORMAT || this == LINT || this == DUMP_CONFIG || this == RELOAD_PLAN;
    }

    /** The option of a letter, or null. */
    static OptionTable ofLetter(char letter) {
        for (OptionTable option : values()) {
            if (option.letter == letter && letter != ' ') {
                return option;
            }
        }
        return null;
    }

    /** The option of a whole name, {@code -x}, {@code --word} or {@link #attachedName}, or null. */
    static OptionTable ofName(String name) {
        for (OptionTable option : values()) {
            if (option.longName().equals(name) || option.letter != ' ' && option.shortName().equals(name)
                    || option.argument == Argument.OPTIONAL && option.attachedName().equals(name)) {
                return option;
            }
        }
        return null;
    }

    /** All options in picocli's form. */
    static CommandSpec toSpec() {
        CommandSpec spec = CommandSpec.create().name("keepalived");
        for (OptionTable option : values()) {
            OptionSpec.Builder builder = option.letter == ' '
                    ? OptionSpec.builder(option.longName())
                    : OptionSpec.builder(option.shortName(), option.longName());
            if (option.argument == Argument.REQUIRED) {
                spec.addOption(builder.arity("1").type(String.class).build());
            } else {
                // As a list: a flag may be repeated, and -D counts.
                spec.addOption(builder.arity("0").type(boolean[].class).build());
            }
            if (option.argument == Argument.OPTIONAL) {
                spec.addOption(OptionSpec.builder(option.attachedName()).arity("1").type(String.class).build());
            }
        }
        return spec;
    }

    /** What {@code -h} prints. */
    static String usage() {
        StringBuilder text = new StringBuilder("Usage: keepalived [OPTION...]\n");
        for (OptionTable option : values()) {
            if (option.isShown()) {
                option.appendUsage(text);
            }
        }
        return text.toString();
    }

    private void appendUsage(StringBuilder text) {
        StringBuilder line = new StringBuilder(letter == ' ' ? "      " : "  -" + letter + ", ");
        line.append(longName()).append(argumentText);
        if (line.length() >= USAGE_COLUMN) {
            text.append(line).append('\n');
            line.setLength(0);
        }
        for (String part : description) {
            line.repeat(' ', USAGE_COLUMN - line.length()).append(part);
            text.append(line).append('\n');
            line.setLength(0);
            line.append(' ');
        }
    }
}
