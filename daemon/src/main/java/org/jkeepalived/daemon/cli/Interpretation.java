package org.jkeepalived.daemon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jkeepalived.daemon.log.SyslogFacility;

/** Turns matched options into what they ask for. */
final class Interpretation {
    /** Options that ask for a part of keepalived which this program lacks. */
    private static final Set<OptionTable> UNSUPPORTED = EnumSet.of(OptionTable.GENHASH, OptionTable.SNMP,
            OptionTable.SNMP_AGENT_SOCKET, OptionTable.CORE_DUMP, OptionTable.CORE_DUMP_PATTERN, OptionTable.CONFIG_FD,
            OptionTable.DEBUG, OptionTable.ADDRESS_MONITORING, OptionTable.DONT_RELEASE_IPVS);
    private static final int MAX_UMASK = 0777;

    private final List<String> words;
    private final MatchedOptions matched;
    private final List<String> unexpected;
    private final List<String> notes = new ArrayList<>();

    Interpretation(List<String> words, MatchedOptions matched) {
        this.words = words;
        this.matched = matched;
        this.unexpected = matched.unexpected();
    }

    Invocation invocation() {
        List<String> unknown = new ArrayList<>();
        for (String word : matched.unknown()) {
            unknown.add("Unknown option " + word);
        }
        for (OptionTable option : matched.inOrder()) {
            if (option == OptionTable.VERSION) {
                return new Invocation.Version(unknown);
            }
            if (option == OptionTable.HELP) {
                return new Invocation.Help(unknown);
            }
            if (option == OptionTable.SIGNUM) {
                return signalNumber(unknown, matched.firstArgument(option));
            }
        }
        List<String> problems = new ArrayList<>(unknown);
        if (given(OptionTable.LOG_FILE)) {
            problems.add("-g requires configure option --enable-log-file");
        }
        if (given(OptionTable.FLUSH_LOG_FILE)) {
            problems.add("Unknown option " + OptionTable.FLUSH_LOG_FILE.longName());
        }
        if (given(OptionTable.GENHASH)) {
            problems.add("-T requires genhash, which is not part of this program");
        }
        value(OptionTable.CONFIG_TEST_FORMAT).filter(name -> TestOptions.Format.parse(name).isEmpty())
                .ifPresent(name -> problems.add("Unknown format " + name + ": keepalived, text or json"));
        for (OptionTable option : OptionTable.values()) {
            if (value(option).filter(String::isEmpty).isPresent() && option != OptionTable.CONFIG_ID) {
                problems.add("Missing parameter for option " + option.longName());
            }
        }
        if (given(OptionTable.RELOAD_PLAN) && unexpected.size() != 1) {
            problems.add(OptionTable.RELOAD_PLAN.longName() + " needs two files, OLD and NEW");
        }
        DaemonOptions options = options();
        return problems.isEmpty()
                ? new Invocation.Run(List.copyOf(notes), given(OptionTable.RELOAD_PLAN) ? List.of() : unexpected,
                        options)
                : new Invocation.Refused(List.copyOf(notes), problems);
    }

    private static Invocation signalNumber(List<String> notes, String name) {
        for (SignalFunction function : SignalFunction.values()) {
            if (function.name().equals(name)) {
                return new Invocation.SignalNumber(notes, function);
            }
        }
        return new Invocation.Refused(notes, List.of("Unknown sigfunc " + name));
    }

    private DaemonOptions options() {
        boolean vrrpOnly = given(OptionTable.VRRP);
        boolean checkOnly = given(OptionTable.CHECK);
        SubsystemOptions subsystems = new SubsystemOptions(vrrpOnly || !checkOnly, checkOnly || !vrrpOnly,
                !given(OptionTable.NO_BFD), given(OptionTable.ALL));
        LogOptions log = new LogOptions(given(OptionTable.LOG_CONSOLE), !given(OptionTable.NO_SYSLOG), facility(),
                Math.min(2, matched.count(OptionTable.LOG_DETAIL)), given(OptionTable.DUMP_CONF),
                given(OptionTable.ADDRESS_MONITORING));
        PidFileOptions pidFiles = new PidFileOptions(path(OptionTable.PID), path(OptionTable.VRRP_PID),
                path(OptionTable.CHECKERS_PID), path(OptionTable.BFD_PID));
        StopOptions stop = new StopOptions(given(OptionTable.RELEASE_VIPS), given(OptionTable.DONT_RELEASE_VRRP),
                given(OptionTable.DONT_RELEASE_IPVS), given(OptionTable.IGNORE_SIGINT));
        return new DaemonOptions(words, configurationFile(), given(OptionTable.USE_FILE),
                value(OptionTable.CONFIG_ID).orElseGet(Interpretation::nodeName), given(OptionTable.ALL_CONFIG),
                subsystems, log, pidFiles, stop, given(OptionTable.DONT_FORK), umask(), value(OptionTable.NAMESPACE),
                test(), unsupported());
    }

    /** A daemon in the background leaves the directory it was started in, and reads the file again at a reload. */
    private String configurationFile() {
        String file = value(OptionTable.USE_FILE).orElse(DaemonOptions.DEFAULT_CONFIGURATION_FILE);
        boolean stays = given(OptionTable.DONT_FORK) || test().wanted();
        return stays || file.startsWith("/") ? file : Path.of("").toAbsolutePath() + "/" + file;
    }

    private TestOptions test() {
        Optional<Path> file = Optional.ofNullable(matched.argument(OptionTable.CONFIG_TEST)).map(Path::of);
        boolean wanted = given(OptionTable.CONFIG_TEST) || given(OptionTable.CONFIG_TEST_FORMAT)
                || given(OptionTable.LINT) || given(OptionTable.DUMP_CONFIG) || given(OptionTable.RELOAD_PLAN);
        Optional<TestOptions.Reload> reload = value(OptionTable.RELOAD_PLAN).filter(_ -> !unexpected.isEmpty())
                .map(old -> new TestOptions.Reload(old, unexpected.getFirst()));
        return new TestOptions(wanted, file, value(OptionTable.CONFIG_TEST_FORMAT).flatMap(TestOptions.Format::parse),
                given(OptionTable.LINT), given(OptionTable.DUMP_CONFIG), reload);
    }

    private SyslogFacility facility() {
        Optional<String> text = value(OptionTable.LOG_FACILITY);
        Optional<SyslogFacility> facility = text.flatMap(SyslogFacility::parse);
        if (text.isPresent() && facility.isEmpty()) {
            notes.add("Invalid log facility '" + text.get() + "'");
        }
        return facility.orElse(SyslogFacility.DAEMON);
    }

    /** As strtol(3) with base 0: octal after 0, hexadecimal after 0x. */
    private OptionalInt umask() {
        Optional<String> text = value(OptionTable.UMASK);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int mask = Integer.decode(text.get());
            if (mask >= 0 && mask <= MAX_UMASK) {
                return OptionalInt.of(mask);
            }
        } catch (NumberFormatException notANumber) {
            notes.add("Invalid --umask option " + text.get());
            return OptionalInt.empty();
        }
        notes.add("Invalid --umask option " + text.get());
        return OptionalInt.empty();
    }

    private List<String> unsupported() {
        List<String> names = new ArrayList<>();
        for (OptionTable option : UNSUPPORTED) {
            if (given(option)) {
                names.add(option.longName());
            }
        }
        return names;
    }

    private static String nodeName() {
        String name = VersionText.kernel("hostname");
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private boolean given(OptionTable option) {
        return matched.given(option);
    }

    private Optional<String> value(OptionTable option) {
        return option.argument() == OptionTable.Argument.REQUIRED
                ? Optional.ofNullable(matched.argument(option))
                : Optional.empty();
    }

    private Optional<Path> path(OptionTable option) {
        return value(option).map(Path::of);
    }
}
