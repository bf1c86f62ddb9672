package org.jkeepalived.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.syntax.Grammar;

/** Configurations made from the grammar and from the list of facts: most of them nearly right, so that they get past the first check. */
final class FuzzInputs {
    private static final int DEEPEST = 6;
    private static final List<String> WORDS = List.of("0", "1", "-1", "255", "256", "65535", "65536", "4294967295",
            "4294967296", "99999999999999999999", "-99999999999999999999", "1.5", ".5", "1.", "0.0000001", "1e3",
            "0x10", "010", "+5", "12abc", "on", "off", "true", "yes", "eth0", "eth1", "nic9", "lo", "VI", "S", "G", "B",
            "F", "192.0.2.1", "192.0.2.1/24", "192.0.2.1/33", "2001:db8::1", "fe80::1%eth0", "::", "224.0.0.18",
            "ff02::12", "192.0.2.1-9", "root", "nobody", "stranger", "/usr/bin/true", "/usr/bin/none", "\"a b\"", "\"",
            "\"\"", "weight", "reverse", "dev", "via", "table", "fwmark", "group", "default", "inet6", "nexthop",
            "encap", "id", "00:00:5e:00:01:01", "\\", "a\\ b", "'a b'", "${A}", "$A", "${_PWD}", "${_RANDOM 5 1}",
            "${_ENV HOME}", "${", "\u00a0", "\ufeff", "\u00e9", "\ud83d\ude00", "\ud800");

    private final List<KeywordFact> facts;
    private final Map<String, List<KeywordFact>> byPath = new LinkedHashMap<>();
    private final KeywordFacts list;

    FuzzInputs(KeywordFacts list) {
        this.list = list;
        this.facts = list.rows();
        facts.forEach(fact -> byPath.computeIfAbsent(fact.path(), _ -> new ArrayList<>()).add(fact));
    }

    /** A configuration; the same for the same state of the generator. */
    String next(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> placed(random);
            case 1 -> placed(random) + placed(random);
            case 2 -> {
                StringBuilder text = new StringBuilder();
                walk(Language.grammar(), "", 0, random, text);
                yield text.toString();
            }
            default -> crowded(random);
        };
    }

    /** One fact in its file. */
    private String placed(RandomGenerator random) {
        KeywordFact fact = any(facts, random);
        return list.place(fact.context(), statement(fact, random)).text();
    }

    /** Several statements of the same block in one file. */
    private String crowded(RandomGenerator random) {
        KeywordFact first = any(facts, random);
        StringBuilder statements = new StringBuilder(statement(first, random));
        int start = facts.indexOf(first);
        for (int i = random.nextInt(6); i > 0; i--) {
            KeywordFact other = facts.get(Math.floorMod(start + random.nextInt(-60, 60), facts.size()));
            if (other.context().equals(first.context())) {
                statements.append('\n').append(statement(other, random));
            }
        }
        return list.place(first.context(), statements.toString()).text();
    }

    private void walk(Grammar block, String path, int depth, RandomGenerator random, StringBuilder text) {
        List<Grammar> children = List.copyOf(block.children().values());
        if (children.isEmpty()) {
            return;
        }
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            Grammar child = any(children, random);
            String childPath = path.isEmpty() ? child.name() : path + "/" + child.name();
            if (child.kind() == Grammar.Kind.LINE || random.nextInt(8) == 0) {
                line(childPath, child.name(), random, text);
                continue;
            }
            text.append("  ".repeat(depth))
                    .append(child.name())
                    .append(random.nextInt(4) == 0 ? "" : " " + word(random))
                    .append(" {\n");
            if (depth < DEEPEST) {
                walk(child, childPath, depth + 1, random, text);
            }
            for (int entries = child.kind() == Grammar.Kind.LIST ? random.nextInt(4) : 0; entries > 0; entries--) {
                text.append(entry(random)).append('\n');
            }
            text.append("  ".repeat(depth)).append("}\n");
        }
    }

    private void line(String path, String name, RandomGenerator random, StringBuilder text) {
        List<KeywordFact> known = byPath.get(path);
        if (known != null && random.nextInt(3) != 0) {
            text.append(statement(any(known, random), random)).append('\n');
            return;
        }
        text.append(name);
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(' ').append(word(random));
        }
        text.append('\n');
    }

    /** An entry of a list: a line of a sub-language, or words. */
    private String entry(RandomGenerator random) {
        KeywordFact fact = any(facts, random);
        return fact.path().startsWith("(") && !fact.context().equals("top")
                ? statement(fact, random)
                : word(random) + " " + word(random) + " " + word(random);
    }

    private static String statement(KeywordFact fact, RandomGenerator random) {
        boolean good = fact.bad() == null || fact.good() != null && random.nextInt(3) != 0;
        String text = good ? fact.good() : fact.bad().statement();
        return text == null ? fact.word() : text;
    }

    /** A word that some keyword takes, or none does. */
    static String word(RandomGenerator random) {
        return any(WORDS, random);
    }

    static <T> T any(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
