package org.jkeepalived.config.syntax;

import java.util.Set;
import org.jkeepalived.config.finding.Part;

/** Which of keepalived's processes look into a top-level block; the others pass over it and its braces. */
final class Readers {
    private static final Set<Part> BFD = Set.of(Part.CHECKER, Part.VRRP, Part.BFD);
    private static final Set<Part> TRACKED_FILES = Set.of(Part.CHECKER, Part.VRRP);

    private Readers() {}

    /** Whether the process looks into it. */
    static boolean reads(Part part, Grammar block) {
        return switch (block.name()) {
            case "bfd_instance" -> BFD.contains(part);
            case "track_file", "vrrp_track_file" -> TRACKED_FILES.contains(part);
            default -> part == block.part();
        };
    }
}
