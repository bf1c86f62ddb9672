package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.UrlDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.settings.StatusRange;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of url in HTTP_GET and SSL_GET; those of regular expressions keepalived complains about in its log alone. */
final class UrlKeywords {
    private static final int DIGEST_LENGTH = 32;
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 599;
    private static final Pattern STATUS = Pattern.compile("([0-9]{3})(?:-([0-9]{3}))?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Set<String> REGEX_OPTIONS = Set.of("allow_empty_class", "alt_bsux", "auto_callout", "caseless",
            "dollar_endonly", "dotall", "dupnames", "extended", "firstline", "match_unset_backref", "multiline",
            "never_ucp", "never_utf", "no_auto_capture", "no_auto_possess", "no_dotstar_anchor", "no_start_optimize",
            "ucp", "ungreedy", "utf", "never_backslash_c", "alt_circumflex", "alt_verbnames", "use_offset_limit");

    /** Of HTTP_GET. */
    static final Keywords<UrlDraft> PLAIN = Keywords.of(request(), pattern());
    /** Of SSL_GET. */
    static final Keywords<UrlDraft> TLS = Keywords.of(request(), pattern(), List.of(HttpCheckKeywords.tlsCompliant()));

    private UrlKeywords() {}

    private static List<Keyword<UrlDraft>> request() {
        return List.of(
                Keyword.<UrlDraft>words("path", "PATH", (url, statement, _) -> url.path = statement.argument().text())
                        .required()
                        .example("path /health")
                        .shows(url -> url.path == null ? null : Quoting.word(url.path))
                        .says("What is asked for; mandatory."),
                Keyword.<UrlDraft>words("digest", "32 hex digits", UrlKeywords::digest)
                        .required()
                        .defaults("none")
                        .example("digest 9b3a0c85a887a256d6939da88aabd8cd")
                        .shows(url -> url.digest)
                        .says("MD5 that the body of the reply must have."),
                Keyword.<UrlDraft>words("status_code", "CODE or CODE-CODE, 100..599, any number of them",
                        UrlKeywords::statusCodes)
                        .defaults("200-299")
                        .example("status_code 200 301-302")
                        .shows(UrlKeywords::shownStatusCodes)
                        .says("Status codes that are expected."),
                CheckerDefaultsKeywords.virtualHost(_ -> "Missing HTTP_GET virtualhost name"));
    }

    private static List<Keyword<UrlDraft>> pattern() {
        return List.of(
                Keyword.<UrlDraft>words("regex", "PATTERN", UrlKeywords::regex)
                        .defaults("none")
                        .example("regex \"^ok\"")
                        .shows(url -> url.regex == null ? null : RegexText.written(url.regex))
                        .says("What the body must match, in the syntax of PCRE2; write \\\\ for a backslash."),
                Keyword.<UrlDraft>flag("regex_no_match", url -> url.regexNoMatch = true)
                        .defaults("off")
                        .shows(url -> url.regexNoMatch)
                        .says("The body must not match."),
                Keyword.<UrlDraft>words("regex_options", String.join(", ", new TreeSet<>(REGEX_OPTIONS)),
                        UrlKeywords::regexOptions)
                        .defaults("none")
                        .example("regex_options caseless multiline")
                        .shows(url -> url.regexOptions.isEmpty() ? null : String.join(" ", url.regexOptions))
                        .says("Options of PCRE2; words that are none are passed over."),
                Keyword.<UrlDraft>words("regex_min_offset", "N", (url, statement, binding) -> {
                    Long offset = offset(statement, binding);
                    url.regexMinOffset = offset == null ? url.regexMinOffset : offset;
                })
                        .defaults("0")
                        .example("regex_min_offset 4")
                        .shows(url -> url.regexMinOffset)
                        .says("The match begins at this byte or after it."),
                Keyword.<UrlDraft>words("regex_max_offset", "N", (url, statement, binding) -> {
                    Long offset = offset(statement, binding);
                    url.regexMaxOffset = offset == null ? url.regexMaxOffset : offset;
                })
                        .defaults("no limit")
                        .example("regex_max_offset 100")
                        .shows(url -> url.regexMaxOffset)
                        .says("The match begins at this byte or before it."),
                Keyword.<UrlDraft>words("regex_stack", "START MAX", UrlKeywords::regexStack)
                        .defaults("of the matcher")
                        .example("regex_stack 32768 65536")
                        .shows(url -> url.regexStackStart == null
                                ? null
                                : url.regexStackStart + " " + url.regexStackMax)
                        .says("First and largest size of the matcher's stack in bytes."));
    }

    private static void digest(UrlDraft url, Statement statement, Binding binding) {
        Word word = statement.argument();
        String text = word.text();
        if (text.length() != DIGEST_LENGTH) {
            binding.findings()
                    .error(word.place(), "bad-digest",
                            "digest '" + text + "' character length should be 32 rather than " + text.length(),
                            "32 hex digits");
            return;
        }
        for (int first = DIGEST_LENGTH - 2; first >= 0; first -= 2) {
            if (Character.digit(text.charAt(first), 16) < 0 || Character.digit(text.charAt(first + 1), 16) < 0) {
                binding.findings()
                        .error(word.place(), "bad-digest", "Unable to interpret hex digit in '"
                                + text.substring(0, first + 2) + "' at offset " + first + "/" + (first + 1),
                                "32 hex digits");
                return;
            }
        }
        if (url.digest != null) {
            binding.findings().error(word.place(), "already-set", "Digest '" + text + "' is a duplicate");
            return;
        }
        url.digest = text.toLowerCase(Locale.ROOT);
    }

    private static void statusCodes(UrlDraft url, Statement statement, Binding binding) {
        for (Word word : statement.arguments()) {
            Matcher matcher = STATUS.matcher(word.text());
            int first = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
            int last = first == 0 || matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (first < FIRST_STATUS || last > LAST_STATUS || last < first) {
                binding.findings()
                        .error(word.place(), "bad-status-code", "Invalid HTTP_GET status code '" + word + "'",
                                "CODE or CODE-CODE, 100..599");
            } else {
                url.statusCodes.add(new StatusRange(first, last));
            }
        }
    }

    private static String shownStatusCodes(UrlDraft url) {
        return url.statusCodes.isEmpty()
                ? null
                : url.statusCodes.stream().map(StatusRange::written).collect(Collectors.joining(" "));
    }

    private static void regex(UrlDraft url, Statement statement, Binding binding) {
        String regex = RegexText.read(statement);
        if (regex == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "regex missing or too many fields",
                            "one PATTERN, in double quotes when it has blanks");
            return;
        }
        if (url.regex != null) {
            binding.findings()
                    .error(statement.argument().place(), "already-set", "Regex '" + regex + "' is a duplicate");
        }
        url.regex = regex;
        url.regexPlace = statement.argument().place();
    }

    private static void regexOptions(UrlDraft url, Statement statement, Binding binding) {
        statement.arguments().stream().map(Word::text).filter(REGEX_OPTIONS::contains).forEach(url.regexOptions::add);
    }

    /** Null when not one word follows. */
    private static Long offset(Statement statement, Binding binding) {
        if (statement.words().size() != 2) {
            binding.findings()
                    .notice(statement.keyword().place().untold(), "missing-value",
                            "Missing or too may options for " + statement.keyword());
            return null;
        }
        Word word = statement.argument();
        if (!NUMBER.matcher(word.text()).matches()) {
            binding.findings()
                    .notice(word.place().untold(), "value-ignored",
                            "Invalid " + statement.keyword() + " " + word + " specified");
            return 0L;
        }
        return Long.parseLong(word.text());
    }

    private static void regexStack(UrlDraft url, Statement statement, Binding binding) {
        List<Word> words = statement.arguments();
        String complaint;
        if (words.size() != 2) {
            complaint = "regex_stack requires start and max values";
        } else if (!NUMBER.matcher(words.getFirst().text()).matches()) {
            complaint = "regex_stack invalid start value";
        } else if (!NUMBER.matcher(words.getLast().text()).matches()) {
            complaint = "regex_stack invalid max value";
        } else if (Long.parseLong(words.getFirst().text()) > Long.parseLong(words.getLast().text())) {
            complaint = "regex stack start cannot exceed max value";
        } else {
            url.regexStackStart = Long.parseLong(words.getFirst().text());
            url.regexStackMax = Long.parseLong(words.getLast().text());
            return;
        }
        binding.findings().notice(statement.keyword().place().untold(), "value-ignored", complaint);
    }
}
