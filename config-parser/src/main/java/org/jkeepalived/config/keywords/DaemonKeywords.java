package org.jkeepalived.config.keywords;

import java.util.List;
import org.jkeepalived.config.declaration.Binding;
import org.jkeepalived.config.declaration.Keyword;
import org.jkeepalived.config.declaration.SettingKeywords;
import org.jkeepalived.config.draft.ConfigurationDraft;
import org.jkeepalived.config.lexer.Word;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.settings.DaemonSettings;
import org.jkeepalived.config.syntax.Statement;

/** The words outside any block. */
final class DaemonKeywords {
    static final List<Keyword<ConfigurationDraft>> ALL = SettingKeywords
            .of(DaemonSettings.SECTION, (ConfigurationDraft all) -> all.daemon)
            .read(DaemonSettings.NETWORK_NAMESPACE, new Name(DaemonSettings.NETWORK_NAMESPACE))
            .read(DaemonSettings.IPVS_NAMESPACE, new Name(DaemonSettings.IPVS_NAMESPACE))
            .read(DaemonSettings.INSTANCE, new Name(DaemonSettings.INSTANCE))
            .all();

    private DaemonKeywords() {}

    /** A name that holds once. */
    private record Name(Setting<String> setting) implements Keyword.Binder<ConfigurationDraft> {
        @Override
        public void bind(ConfigurationDraft all, Statement statement, Binding binding) {
            Word name = statement.argument();
            if (name == null && setting != DaemonSettings.IPVS_NAMESPACE) {
                binding.findings()
                        .error(statement.keyword().place(), "missing-value",
                                setting.name() + " name missing - ignoring", "NAME");
            } else if (all.daemon.own(setting) != null) {
                binding.findings()
                        .error(statement.keyword().place(), "already-set", "Duplicate " + setting.name() + " definition"
                                + (name == null ? "" : " " + name) + " - ignoring");
            } else {
                all.daemon.put(setting, name == null ? "" : name.text());
                if (setting == DaemonSettings.NETWORK_NAMESPACE) {
                    all.networkNamespacePlace = name.place();
                }
            }
        }
    }
}
