package org.jkeepalived.config.keywords;

import java.util.List;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.settings.Quoting;

/** The blocks outside any other that say what can be followed, besides vrrp_script. */
final class TrackSourceBlocks {
    static final List<Keyword<ConfigurationDraft>> ALL = List.of(
            Keyword.nested("track_file", "NAME",
                    new Body.Own<>(() -> TrackFileKeywords.KEYWORDS,
                            opener(TrackFileKeywords::open, TrackFileKeywords::close),
                            (ConfigurationDraft all) -> all.trackFiles, file -> Quoting.word(file.name)))
                    .deprecated("vrrp_track_file", "\"vrrp_track_file\" is deprecated, please use \"track_file\"")
                    .required()
                    .readBy(Part.VRRP)
                    .notYet()
                    .example("track_file load {\n  file /run/keepalived/load\n}")
                    .says("A file whose number changes priorities and weights."),
            Keyword.nested("vrrp_track_process", "NAME",
                    new Body.Own<>(() -> TrackProcessKeywords.KEYWORDS,
                            opener(TrackProcessKeywords::open, TrackProcessKeywords::close),
                            (ConfigurationDraft all) -> all.trackProcesses, process -> Quoting.word(process.name)))
                    .required()
                    .readBy(Part.VRRP)
                    .notYet()
                    .example("vrrp_track_process nginx {\n  process /usr/sbin/nginx\n}")
                    .says("Processes that are counted and whose number instances follow."),
            Keyword.nested("bfd_instance", "NAME",
                    new Body.Own<>(() -> BfdKeywords.KEYWORDS, opener(BfdKeywords::open, BfdKeywords::close),
                            (ConfigurationDraft all) -> all.sessions.values()
                                    .stream()
                                    .filter(session -> !session.unusable)
                                    .toList(),
                            session -> Quoting.word(session.name)))
                    .required()
                    .readBy(Part.BFD)
                    .notYet()
                    .example("bfd_instance peer {\n  neighbor_ip 192.0.2.2\n}")
                    .says("A BFD session with one neighbour, whose state instances and checkers follow."));

    private TrackSourceBlocks() {}

    private static <C> Body.Opener<ConfigurationDraft, C> opener(Body.Opener<ConfigurationDraft, C> opener,
            Body.Closer<ConfigurationDraft, C> closer) {
        return opener.closedBy(closer);
    }
}
