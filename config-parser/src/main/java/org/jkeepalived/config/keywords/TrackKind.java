package org.jkeepalived.config.keywords;

import java.util.Map;
import org.jkeepalived.config.declaration.WholeNumber;
import org.jkeepalived.config.draft.Followed;
import org.jkeepalived.config.draft.TrackDraft;

/** What can be followed, each in keepalived's own words; {@code NAME} and {@code WORD} stand for the entry's name and the word that is wrong. */
enum TrackKind {
    INTERFACE("track_interface", "track_interface NAME", "track_interface NAME", "track_interace NAME",
            "weight WORD for NAME must be between [-253..253] inclusive. Ignoring...", WholeNumber.strict(-254, 254)),
    SCRIPT("track_script", "track script", "track script NAME", "track_script NAME",
            "track script NAME: weight must be between [-253..253] inclusive, ignoring...",
            WholeNumber.strict(-254, 254)),
    FILE("track_file", "track file", "track file NAME", "track file NAME",
            "weight for track file NAME must be in [-254..254] inclusive. Ignoring...", WholeNumber.lenient(-254, 254)),
    PROCESS("track_process", "track process", "track process NAME", "track_process NAME",
            "weight for track process NAME must be in [-254..254] inclusive. Ignoring...",
            WholeNumber.lenient(-254, 254)),
    SESSION("track_bfd", "track bfd NAME", "track bfd NAME", "track bfd NAME",
            "weight for track bfd NAME must be in [-253..253] inclusive. Ignoring...", WholeNumber.lenient(-253, 253));

    final String keyword;
    /** Whose option is unknown. */
    final String optionOwner;
    /** Who is named where a weight has no value. */
    final String missingOwner;
    /** Whose option behind the weight is unknown. */
    final String weightOwner;
    private final String badWeight;
    final WholeNumber weight;

    TrackKind(String keyword, String optionOwner, String missingOwner, String weightOwner, String badWeight,
            WholeNumber weight) {
        this.keyword = keyword;
        this.optionOwner = optionOwner;
        this.missingOwner = missingOwner;
        this.weightOwner = weightOwner;
        this.badWeight = badWeight;
        this.weight = weight;
    }

    /** The complaint about a weight. */
    String badWeight(String name, String word) {
        int mark = badWeight.indexOf("WORD");
        return mark < 0
                ? badWeight.replace("NAME", name)
                : badWeight.substring(0, mark) + word + badWeight.substring(mark + 4).replace("NAME", name);
    }

    /** What may follow a weight. */
    String senses() {
        return this == INTERFACE ? "reverse" : "reverse or noreverse";
    }

    /** Whether it is one that a block of its own defines, above the entry that names it. */
    boolean definedAbove() {
        return this == FILE || this == PROCESS || this == SESSION;
    }

    Map<String, TrackDraft> entries(Followed followed) {
        return switch (this) {
            case INTERFACE -> followed.interfaces;
            case SCRIPT -> followed.scripts;
            case FILE -> followed.files;
            case PROCESS -> followed.processes;
            case SESSION -> followed.sessions;
        };
    }
}
