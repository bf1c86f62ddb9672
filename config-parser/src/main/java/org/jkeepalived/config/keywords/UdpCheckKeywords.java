package org.jkeepalived.config.keywords;

import java.util.List;
import java.util.Locale;
import java.util.function.ObjLongConsumer;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.UdpCheckDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.syntax.Statement;

/** The keywords of UDP_CHECK. */
final class UdpCheckKeywords {
    private static final WholeNumber LENGTH = WholeNumber.strict(0, 65535);
    private static final String HEX = "0123456789abcdef";

    static final Keywords<UdpCheckDraft> KEYWORDS = Keywords.of(ConnectionKeywords.all(), List.of(
            Keyword.<UdpCheckDraft>words("payload", "hex digits, with blanks where wanted", UdpCheckKeywords::payload)
                    .defaults("a filler of 32 bytes")
                    .example("payload 0a0b 0c")
                    .shows(check -> check.payload)
                    .says("Content of the datagram; an odd digit at the end of a group is a byte of its own."),
            Keyword.<UdpCheckDraft>words("require_reply", "[hex digits and x for any digit]",
                    UdpCheckKeywords::requireReply)
                    .defaults("no reply needed")
                    .example("require_reply 0axx")
                    .shows(check -> check.replyRequired ? check.replyPattern == null ? "" : check.replyPattern : null)
                    .says("Silence is a failure, and so is a reply that begins otherwise."),
            length("min_reply_length", "min", (check, n) -> check.minReplyLength = (int) n).defaults("0")
                    .example("min_reply_length 4")
                    .shows(check -> check.minReplyLength)
                    .says("Shortest acceptable reply in bytes."),
            length("max_reply_length", "max", (check, n) -> check.maxReplyLength = (int) n).defaults("255")
                    .example("max_reply_length 512")
                    .shows(check -> check.maxReplyLength)
                    .says("Longest acceptable reply in bytes.")));

    private UdpCheckKeywords() {}

    static boolean close(UdpCheckDraft check, Statement block, Binding binding) {
        if (check.minReplyLength > check.maxReplyLength) {
            binding.findings()
                    .error(block.closedAt(), "never-succeeds", "UDP_CHECK min_reply length " + check.minReplyLength
                            + " > max_reply_length " + check.maxReplyLength + " - will always fail");
        }
        return ConnectionKeywords.reachable(check, block, binding);
    }

    private static Keyword.Builder<UdpCheckDraft> length(String name, String which,
            ObjLongConsumer<UdpCheckDraft> setter) {
        return Keyword.<UdpCheckDraft>whole(name, LENGTH, setter,
                (_, word) -> "UDP_CHECK " + which + " length " + word + " not valid - must be between 0 & 65535");
    }

    private static void payload(UdpCheckDraft check, Statement statement, Binding binding) {
        if (statement.argument() == null) {
            binding.findings()
                    .error(statement.keyword().place(), "missing-value", "UDP_CHECK payload requires a payload",
                            "hex digits");
            return;
        }
        String bytes = bytes(statement, HEX);
        if (bytes == null) {
            binding.findings()
                    .error(statement.argument().place(), "bad-hex", "Invalid hex string for UDP_CHECK payload",
                            "hex digits");
            return;
        }
        check.payload = bytes;
    }

    private static void requireReply(UdpCheckDraft check, Statement statement, Binding binding) {
        check.replyRequired = true;
        if (statement.argument() == null) {
            return;
        }
        String bytes = bytes(statement, HEX + "x");
        if (bytes == null) {
            binding.findings()
                    .error(statement.argument().place(), "bad-hex", "Invalid hex string for UDP_CHECK reply",
                            "hex digits, x for any digit");
            return;
        }
        check.replyPattern = bytes;
    }

    /** Two digits per byte, in lower case; null when something else stands among them. */
    private static String bytes(Statement statement, String digits) {
        StringBuilder bytes = new StringBuilder();
        for (Word word : statement.arguments()) {
            for (String group : word.text().toLowerCase(Locale.ROOT).strip().split("[ \\t]+")) {
                int paired = group.length() & ~1;
                bytes.append(group, 0, paired);
                if (paired < group.length()) {
                    bytes.append('0').append(group.charAt(paired));
                }
            }
        }
        return bytes.chars().allMatch(c -> digits.indexOf(c) >= 0) ? bytes.toString() : null;
    }
}
