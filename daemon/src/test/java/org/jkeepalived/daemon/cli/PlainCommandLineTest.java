package org.jkeepalived.daemon.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainCommandLineTest {
    private static final List<String> VALUES = List.of("a.conf", "/b", "-x", "--pid", "7", "JSON", "json", "0", "text",
            "x=y");

    private static String word(Random random) {
        OptionTable[] options = OptionTable.values();
        OptionTable option = options[random.nextInt(options.length)];
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return switch (random.nextInt(9)) {
            case 0, 1 -> option.longName();
            case 2 -> option.longName() + "=" + value;
            case 3, 4 -> option.shortName().isEmpty() ? option.longName() : option.shortName();
            case 5 -> option.shortName().isEmpty() ? option.longName() : option.shortName() + value;
            case 6 -> option.longName().substring(0, 2 + random.nextInt(option.longName().length() - 2));
            case 7 -> value;
            default -> "-nlD";
        };
    }

    @Test
    void whatItReadsPicocliReadsTheSame() {
        Random random = new Random(11);
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            List<String> words = new ArrayList<>();
            for (int j = random.nextInt(5); j >= 0; j--) {
                words.add(word(random));
            }
            if (PlainCommandLine.read(AttachedArguments.rewrite(words)) != null) {
                plain++;
                assertEquals(CommandLineParser.parseAny(words), CommandLineParser.parse(words), words::toString);
            }
        }
        assertTrue(plain > 2000, "so few are plain: " + plain);
    }

    @Test
    void whatUnitsAndToolsWriteIsPlain() {
        for (List<String> words : List.of(List.of("--dont-fork", "-D"), List.of("-n", "-l", "-f", "/x"),
                List.of("-nlD"), List.of("--dont-fork", "--log-console", "--log-detail", "--vrrp"),
                List.of("-f", "a", "-t"), List.of("--use-file=/a", "-i", "node1", "-P"), List.<String>of())) {
            assertNotNull(PlainCommandLine.read(AttachedArguments.rewrite(words)), words::toString);
        }
    }

    @Test
    void everythingElseIsLeftToPicocli() {
        for (String word : List.of("x", "-", "--", "--dont-fork=1", "--use-file=", "-f", "--nonsense", "-y", "--l")) {
            assertNull(PlainCommandLine.read(AttachedArguments.rewrite(List.of(word))), word);
        }
    }
}
