package org.jkeepalived.config.reference;

import java.util.List;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.iproute.LineLanguage;
import org.jkeepalived.config.keywords.Language;
import org.jkeepalived.config.setting.Deprecation;
import org.jkeepalived.config.setting.ReloadEffect;

/** keepalived.conf(5): the lexical rules in words, the keywords from their declarations. */
public final class ManualPage {
    private ManualPage() {}

    /** The whole page in man(7) macros. */
    public static String roff() {
        Roff page = new Roff();
        page.macro("TH", "KEEPALIVED.CONF", "5", "November 21, 2026", "jkeepalived", "File formats");
        page.macro("SH", "NAME").text("keepalived.conf - configuration of the VRRP daemon keepalived");
        page.macro("SH", "DESCRIPTION").text(DESCRIPTION);
        page.macro("SH", "SYNTAX");
        SYNTAX.forEach(item -> page.term(item.term(), "").text(item.text()));
        page.macro("SH", "KEYWORDS").text(KEYWORDS);
        section(page, "", Language.keywords());
        for (LineLanguage line : LineLanguage.all()) {
            page.macro("SS", "Lines of " + line.lists());
            line.options()
                    .forEach(option -> page.term(String.join(", ", option.names()), option.value())
                            .text(option.documentation()));
        }
        page.macro("SH", "EXAMPLE")
                .text("A pair of machines; the other one has state BACKUP and priority 100:")
                .example(EXAMPLE);
        page.macro("SH", "FILES").term("/etc/keepalived/keepalived.conf", "").text("The configuration.");
        page.macro("SH", "SEE ALSO").text("keepalived(8)");
        return page.toString();
    }

    private static void section(Roff page, String path, Keywords<?> keywords) {
        page.macro("SS", path.isEmpty() ? "Outside any block" : path);
        keywords.all().forEach(keyword -> entry(page, "", keyword));
        keywords.all().forEach(keyword -> {
            if (keyword.body() instanceof Body.Own<?, ?> own) {
                section(page, (path.isEmpty() ? "" : path + " / ") + keyword.name(), own.keywords());
            }
        });
    }

    private static void entry(Roff page, String parent, Keyword<?> keyword) {
        page.term(parent + keyword.name(), keyword.body() instanceof Body.Same ? "" : keyword.type().accepts());
        StringBuilder text = new StringBuilder(keyword.documentation());
        if (!keyword.defaultText().isEmpty()) {
            text.append("\nDefault: ").append(keyword.defaultText()).append('.');
        }
        if (!keyword.aliases().isEmpty()) {
            text.append("\nAlso written ").append(String.join(", ", keyword.aliases())).append('.');
        }
        if (!keyword.deprecated().isEmpty()) {
            text.append("\nOlder spelling: ")
                    .append(String.join(", ", keyword.deprecated().stream().map(Deprecation::name).toList()))
                    .append('.');
        }
        if (!keyword.acted().isEmpty()) {
            text.append("\nWithout effect: ").append(keyword.acted()).append('.');
        }
        text.append(onReload(keyword.reload()));
        page.text(text.toString());
        if (keyword.example().contains("\n")) {
            page.example(keyword.example());
        }
        if (keyword.body() instanceof Body.Same<?> same) {
            same.keywords().all().forEach(child -> entry(page, keyword.name() + " / ", child));
        }
    }

    private static String onReload(ReloadEffect effect) {
        return switch (effect) {
            case APPLIED -> "";
            case NEW_INSTANCE -> "\nA reload that changes it makes another instance.";
            case NEW_KIND ->
                    "\nA change to the other address family, or from peers to a group or back, makes it another instance.";
            case NEEDS_RESTART -> "\nA change needs a restart.";
            case REFUSED -> "\nA reload that changes it is refused as a whole: a change needs a restart.";
        };
    }

    private record Item(String term, String text) {}

    private static final String DESCRIPTION = """
            The file is read at start and again at SIGHUP. A reload that finds an error which would end a start changes nothing.
            "keepalived -t" reports every problem of a file with its place.""";

    private static final String KEYWORDS = """
            Values in capitals stand for words of that kind. A keyword "a / b" is b inside the block a.
            A reload applies a changed value at once unless the entry says otherwise.""";

    private static final String EXAMPLE = """
            vrrp_instance VI_1 {
                state MASTER
                interface eth0
                virtual_router_id 51
                priority 150
                advert_int 1
                authentication {
                    auth_type PASS
                    auth_pass secret
                }
                virtual_ipaddress {
                    192.0.2.10/24
                }
            }""";

    private static final List<Item> SYNTAX = List.of(new Item("Statements", """
            One statement per line: a keyword, then words separated by blanks. A line ends before each "{" and "}".
            Words that a keyword does not need are ignored. Keywords are case-sensitive."""), new Item("Comments", """
            "#" and "!" start a comment anywhere outside double quotes; "\\#" and "\\!" stand for the characters."""),
            new Item("Quotes",
                    """
                            Double quotes make one word that may contain blanks, comment signs and braces. Commands of scripts are taken apart
                            once more: there single quotes group too, and a backslash escapes."""),
            new Item("Blocks",
                    """
                            A keyword, for some blocks a name, and statements between braces. The opening brace may stand on the next line.
                            Lists hold one entry per line."""),
            new Item("$NAME=VALUE",
                    """
                            A definition, used as $NAME or ${NAME} and replaced where it is used, so that the newest value counts.
                            A value that ends in a backslash goes on in the next line and keeps its lines."""),
            new Item("${_PWD}, ${_INSTANCE}, ${_RANDOM [MIN [MAX]]}, ${_HASH}, ${_BANG}, ${_ENV NAME}",
                    """
                            The directory of the file, the configuration's id, a random number, "#", "!", a variable of the environment."""),
            new Item("~SEQ(VAR, [START, [STEP,]] END) LINE", """
                    Repeats the line for each number; ~SEQx writes the numbers in hexadecimal."""),
            new Item("~LST(VAR, VALUE, ...) LINE", """
                    Repeats the line for each value; ~LST({A,B}, {1,2}, ...) sets several names at once."""),
            new Item("@ID LINE, @^ID LINE",
                    """
                            The line counts only when the configuration's id (option -i, else the short host name) is ID, or is not ID."""),
            new Item("include PATTERN",
                    """
                            Reads the files that match, in sorted order, at this place. A start goes on without what it cannot read, unless another
                            spelling asks for more: includer needs files that can be read, includem files that are there too, includew a match for
                            every pattern too; includeb needs readable files and a match for every alternative in braces; includea needs it all."""));
}
