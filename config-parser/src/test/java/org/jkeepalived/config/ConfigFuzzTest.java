package org.jkeepalived.config;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.SourcePosition;
import org.jkeepalived.config.render.JsonForm;
import org.jkeepalived.config.render.KeepalivedForm;
import org.jkeepalived.config.render.TextForm;
import org.jkeepalived.config.settings.IncludeCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged configurations. Whatever stands in a file, reading it throws nothing, says where it found what, and ends with one of keepalived's exit codes.
 * The normal build reads a fixed number of inputs; the system properties {@code jkeepalived.fuzz.inputs} or {@code jkeepalived.fuzz.minutes} make it longer
 * and ask that no input takes more than 2 s; {@code jkeepalived.fuzz.seed} repeats a run from a certain input on. A long run prints configurations and
 * reads them back when {@code jkeepalived.fuzz.roundtrips} is true.
 */
class ConfigFuzzTest {
    private static final long NORMAL_INPUTS = 10_000;
    private static final long NORMAL_SEED = 20_260_101;
    private static final int MOST_MUTATIONS = 6;
    /** Every so many inputs one is read from a file, as bytes. */
    private static final int FILE_EVERY = 50;
    /** About every so many inputs one is read for a daemon too, its findings are written in every form, and what has no problem is printed and read back. */
    private static final int FORMS_EVERY = 8;
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final Set<Integer> TEST_CODES = Set.of(0, 2, 4, 5, 6);
    private static final Set<Integer> START_CODES = Set.of(0, 2, 6);

    @TempDir
    Path folder;

    private FakeHost host;
    private String name;
    private boolean roundTrips;
    private long readNanos;

    @Test
    void noInputMakesTheReaderThrowOrMisplaceAFinding() throws IOException {
        KeywordFacts facts = new KeywordFacts(folder);
        Files.writeString(folder.resolve("loop.conf"), "include loop.conf\ninclude *\n");
        Files.writeString(folder.resolve("tree.conf"), "include tree.conf\ninclude t*.conf\ninclude tree.conf\n");
        FuzzInputs inputs = new FuzzInputs(facts);
        host = KeywordFacts.host();
        name = folder.resolve("fuzz.conf").toString();
        long minutes = Long.getLong("jkeepalived.fuzz.minutes", 0);
        long count = Long.getLong("jkeepalived.fuzz.inputs", minutes > 0 ? Long.MAX_VALUE : NORMAL_INPUTS);
        boolean longRun = minutes > 0 || count > NORMAL_INPUTS;
        roundTrips = !longRun || Boolean.getBoolean("jkeepalived.fuzz.roundtrips");
        long seed = Long.getLong("jkeepalived.fuzz.seed", longRun ? System.currentTimeMillis() * 1000 : NORMAL_SEED);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes > 0 ? minutes : 1_000_000);
        System.out.println("fuzz: " + (minutes > 0 ? minutes + " minutes" : count + " inputs") + " from seed " + seed);
        long done = 0;
        try (FuzzWatch watch = new FuzzWatch(longRun)) {
            for (; done < count && System.nanoTime() < end; done++) {
                String input = mutated(inputs, new SplittableRandom(seed + done));
                watch.begins(seed + done, input);
                String problem = problem(input, (seed + done) % FILE_EVERY == 0);
                if (longRun && problem == null && readNanos > SLOW_NANOS && slowAgain(input)) {
                    problem = "reading takes more than 2 s";
                }
                watch.ends();
                if (problem != null) {
                    fail(report(seed + done, input, problem));
                }
            }
        }
        System.out.println("fuzz: " + done + " inputs read");
    }

    /** Whether it was not just that the machine had other work. */
    private boolean slowAgain(String input) {
        for (int i = 0; i < 4; i++) {
            long began = System.nanoTime();
            ConfigLoader.loadText(name, input, LoadOptions.test(host));
            if (System.nanoTime() - began <= SLOW_NANOS) {
                return false;
            }
        }
        return true;
    }

    private static String mutated(FuzzInputs inputs, RandomGenerator random) {
        String text = inputs.next(random);
        for (int i = random.nextInt(MOST_MUTATIONS + 1); i > 0; i--) {
            text = FuzzMutations.apply(text, random);
        }
        return text;
    }

    /** What is wrong with how the input is read, or null. */
    private String problem(String input, boolean asFile) {
        try {
            LoadOptions options = new LoadOptions(LoadOptions.Mode.TEST, null, IncludeCheck.NONE, host);
            LoadResult result;
            long began = System.nanoTime();
            if (asFile) {
                Path file = Path.of(name);
                Files.write(file,
                        input.getBytes(input.length() % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
                result = ConfigLoader.load(file, options);
                Files.delete(file);
            } else {
                result = ConfigLoader.loadText(name, input, options);
            }
            readNanos = System.nanoTime() - began;
            if (input.length() % FORMS_EVERY == 0) {
                ConfigLoader.loadText(name, input, LoadOptions.run(host));
                TextForm.text(result, true, code -> code);
                JsonForm.text(result, code -> code);
                KeepalivedForm.text(result, true);
                if (roundTrips && result.outcome().testExitCode() == 0) {
                    EffectiveRoundTripTest.printed(name, input, LoadOptions.test(host));
                }
            }
            return problem(result, input.split("\n", -1));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (AssertionError e) {
            String difference = e.getMessage();
            return "what is printed reads back as other settings: "
                    + difference.substring(Math.max(0, difference.lastIndexOf("but was:")));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return e.getClass().getName() + " at " + (trace.length == 0 ? "?" : trace[0]) + ": " + e.getMessage();
        }
    }

    private String problem(LoadResult result, String[] lines) {
        if (!TEST_CODES.contains(result.outcome().testExitCode())) {
            return "a test ends with " + result.outcome().testExitCode();
        }
        if (!START_CODES.contains(result.outcome().startExitCode())) {
            return "a start ends with " + result.outcome().startExitCode();
        }
        for (Diagnostic diagnostic : result.diagnostics()) {
            SourcePosition position = diagnostic.position();
            if (diagnostic.message().isBlank() || diagnostic.code().isBlank()) {
                return "a finding without words";
            }
            if (position != null && misplaced(position, lines)) {
                return "a finding at " + position.line() + ":" + position.column() + "+" + position.length()
                        + " of a file of " + lines.length + " lines";
            }
        }
        return null;
    }

    /** Columns count characters, and bytes where a file is not UTF-8. */
    private boolean misplaced(SourcePosition position, String[] lines) {
        if (position.line() < 1 || position.column() < 1 || position.length() < 1) {
            return true;
        }
        return position.file().equals(name) && (position.line() > lines.length
                || position.column() > lines[position.line() - 1].getBytes(StandardCharsets.UTF_8).length + 1);
    }

    private String report(long seed, String input, String problem) {
        String smallest = FuzzMinimizer.smallest(input, text -> {
            String same = problem(text, false);
            return same != null && same.split("[:\\d]", 2)[0].equals(problem.split("[:\\d]", 2)[0]);
        });
        return problem + "\nagain: mvn -pl config-parser test -Dtest=ConfigFuzzTest -Djkeepalived.fuzz.inputs=1"
                + " -Djkeepalived.fuzz.seed=" + seed + "\nsmallest input:\n" + FuzzMinimizer.printable(smallest);
    }
}
