package org.jkeepalived.config.render;

import org.jkeepalived.config.LoadResult;
import org.jkeepalived.config.diagnostic.Diagnostic;
import org.jkeepalived.config.diagnostic.ExitClass;
import org.jkeepalived.config.settings.OddBytes;

/** keepalived's own form: one line per finding, in its words and its order, nothing else. */
public final class KeepalivedForm {
    private KeepalivedForm() {}

    /** The lines of {@link #text} as bytes: what is no UTF-8 in the configuration stays as it is. */
    public static byte[] bytes(LoadResult result, boolean lint) {
        return OddBytes.encode(text(result, lint));
    }

    /**
     * The lines, each ended by a newline.
     *
     * @param lint our advice too, as {@code (Line N) advice[CODE]: TEXT}
     */
    public static String text(LoadResult result, boolean lint) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic finding : result.diagnostics()) {
            if (finding.exitClass() == ExitClass.ABORT_NAMESPACE && !lint) {
                break;
            }
            if (!finding.advice() && finding.exitClass() != ExitClass.NOTICE) {
                out.append(finding.keepalivedLine()).append('\n');
            } else if (finding.advice() && lint) {
                out.append(place(finding))
                        .append("advice[")
                        .append(finding.code())
                        .append("]: ")
                        .append(finding.message())
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String place(Diagnostic finding) {
        if (finding.position() == null) {
            return "";
        }
        boolean file = finding.placeTold() != Diagnostic.PlaceTold.LINE;
        return "(" + (file ? finding.position().file() + ": " : "") + "Line " + finding.position().line() + ") ";
    }
}
