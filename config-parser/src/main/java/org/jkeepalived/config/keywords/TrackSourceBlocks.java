package org.jkeepalived.config.keywords;

import java.util.Collection;
import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Body;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.Keywords;
import org.jkeepalived.config.draft.BfdDraft;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.draft.TrackFileDraft;
import org.jkeepalived.config.draft.TrackProcessDraft;
import org.jkeepalived.config.finding.Part;
import org.jkeepalived.config.settings.Quoting;
import org.jkeepalived.config.syntax.Statement;

/** The blocks outside any other that say what can be followed, besides vrrp_script. */
final class TrackSourceBlocks {
    static final List<Keyword<ConfigurationDraft>> ALL = List.of(
            Keyword.nested("track_file", "NAME", new FileBlock())
                    .deprecated("vrrp_track_file", "\"vrrp_track_file\" is deprecated, please use \"track_file\"")
                    .required()
                    .readBy(Part.VRRP)
                    .notYet()
                    .example("track_file load {\n  file /run/keepalived/load\n}")
                    .says("A file whose number changes priorities and weights."),
            Keyword.nested("vrrp_track_process", "NAME", new ProcessBlock())
                    .required()
                    .readBy(Part.VRRP)
                    .notYet()
                    .example("vrrp_track_process nginx {\n  process /usr/sbin/nginx\n}")
                    .says("Processes that are counted and whose number instances follow."),
            Keyword.nested("bfd_instance", "NAME", new BfdBlock())
                    .required()
                    .readBy(Part.BFD)
                    .notYet()
                    .example("bfd_instance peer {\n  neighbor_ip 192.0.2.2\n}")
                    .says("A BFD session with one neighbour, whose state instances and checkers follow."));

    private TrackSourceBlocks() {}

    private static final class FileBlock implements Body.Own<ConfigurationDraft, TrackFileDraft> {
        @Override
        public Keywords<TrackFileDraft> keywords() {
            return TrackFileKeywords.KEYWORDS;
        }

        @Override
        public TrackFileDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            return TrackFileKeywords.open(all, block, binding);
        }

        @Override
        public void close(ConfigurationDraft all, TrackFileDraft file, Statement block, Binding binding) {
            TrackFileKeywords.close(all, file, block, binding);
        }

        @Override
        public Collection<TrackFileDraft> drafts(ConfigurationDraft all) {
            return all.trackFiles;
        }

        @Override
        public String head(TrackFileDraft file) {
            return Quoting.word(file.name);
        }
    }

    private static final class ProcessBlock implements Body.Own<ConfigurationDraft, TrackProcessDraft> {
        @Override
        public Keywords<TrackProcessDraft> keywords() {
            return TrackProcessKeywords.KEYWORDS;
        }

        @Override
        public TrackProcessDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            return TrackProcessKeywords.open(all, block, binding);
        }

        @Override
        public void close(ConfigurationDraft all, TrackProcessDraft process, Statement block, Binding binding) {
            TrackProcessKeywords.close(all, process, block, binding);
        }

        @Override
        public Collection<TrackProcessDraft> drafts(ConfigurationDraft all) {
            return all.trackProcesses;
        }

        @Override
        public String head(TrackProcessDraft process) {
            return Quoting.word(process.name);
        }
    }

    private static final class BfdBlock implements Body.Own<ConfigurationDraft, BfdDraft> {
        @Override
        public Keywords<BfdDraft> keywords() {
            return BfdKeywords.KEYWORDS;
        }

        @Override
        public BfdDraft open(ConfigurationDraft all, Statement block, Binding binding) {
            return BfdKeywords.open(all, block, binding);
        }

        @Override
        public void close(ConfigurationDraft all, BfdDraft session, Statement block, Binding binding) {
            BfdKeywords.close(all, session, block, binding);
        }

        @Override
        public Collection<BfdDraft> drafts(ConfigurationDraft all) {
            return all.sessions.values().stream().filter(session -> !session.unusable).toList();
        }

        @Override
        public String head(BfdDraft session) {
            return Quoting.word(session.name);
        }
    }
}
