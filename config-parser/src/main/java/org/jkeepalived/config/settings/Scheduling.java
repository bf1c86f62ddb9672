package org.jkeepalived.config.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.jkeepalived.config.setting.ReloadEffect;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.SettingBuilder;
import org.jkeepalived.config.setting.Values;

/**
 * How a process of keepalived is scheduled (keepalived.conf(5), vrrp_priority and those beside it).
 *
 * @param process which
 * @param values of its section
 */
public record Scheduling(Child process, Values values) {
    private static final int HIGHEST_NICE = 19;
    private static final long RTTIME_MICROS = 10_000;

    /** The same five settings for each process. */
    public enum Child {
        VRRP("vrrp", "VRRP", ""),
        CHECKER("checker", "checker", "this version has no checker process"),
        BFD("bfd", "BFD", "this version has no BFD process");

        /** As messages call it. */
        public final String spoken;
        public final Section section = Section.empty();
        private final Setting<Integer> nice;
        public final Setting<Integer> realtimePriority;
        private final Setting<Boolean> noSwap;
        /** Ascending. */
        public final Setting<List<Integer>> cpus;
        public final Setting<Long> rttimeLimit;

        /** @param idle why nothing comes of them, or the empty text */
        Child(String name, String title, String idle) {
            spoken = name;
            nice = restart(section.whole(name + "_priority", -20, HIGHEST_NICE), idle).accepting("a nice value -20..19")
                    .missing("No " + name + " process priority specified", "a whole number -20..19")
                    .complains("Invalid " + name + " process priority specified")
                    .instead(0)
                    .defaults(0)
                    .example(name + "_priority -10")
                    .says("Nice value of the " + title + " process.");
            realtimePriority = restart(section.<Integer>own(name + "_rt_priority", "a realtime priority 1..99"), idle)
                    .otherwise("none")
                    .example(name + "_rt_priority 50")
                    .says("Realtime scheduling priority of the " + title + " process.");
            noSwap = restart(section.flag(name + "_no_swap"), idle).says("Lock the " + title + " process in memory.");
            cpus = section.<List<Integer>>own(name + "_cpu_affinity", "CPU [CPU...]")
                    .otherwise("every processor")
                    .example(name + "_cpu_affinity 0")
                    .written(Child::line)
                    .withoutEffect(idle.isEmpty() ? "the daemon runs on every processor" : idle)
                    .says("Numbers of the processors that the " + title + " process may use.");
            rttimeLimit = section.<Long>own(name + "_rlimit_rttime", "microseconds 1..4294967295")
                    .required()
                    .deprecated(name + "_rlimit_rtime",
                            "Keyword '" + name + "_rlimit_rtime' is deprecated - please use '" + name
                                    + "_rlimit_rttime'")
                    .otherwise(Long.toString(RTTIME_MICROS))
                    .example(name + "_rlimit_rttime 20000")
                    .withoutEffect(idle.isEmpty() ? "the daemon sets no limit on its processor time" : idle)
                    .says("Processor time that the " + title
                            + " process may use at real-time priority without a pause.");
        }

        private static <T> SettingBuilder<T> restart(SettingBuilder<T> setting, String idle) {
            return setting.onReload(ReloadEffect.NEEDS_RESTART).withoutEffect(idle);
        }

        private static String line(List<Integer> cpus) {
            return cpus.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }

    /** Nice value, -20..19, 0 by default. */
    public int nice() {
        return values.get(process.nice);
    }

    /** Priority of the round-robin real-time class, 1..99, or 0 for none. */
    public int realtimePriority() {
        Integer priority = values.get(process.realtimePriority);
        return priority == null ? 0 : priority;
    }

    /** Whether the memory is locked. */
    public boolean noSwap() {
        return values.get(process.noSwap);
    }

    /** Numbers of the processors it may use, ascending; empty for all. */
    public List<Integer> cpus() {
        List<Integer> cpus = values.get(process.cpus);
        return cpus == null ? List.of() : cpus;
    }

    /** Microseconds of processor time it may use at real-time priority without a pause; 0 after a value that could not be read. */
    public long rttimeLimitMicros() {
        Long micros = values.get(process.rttimeLimit);
        return micros == null ? RTTIME_MICROS : micros;
    }
}
