package org.jkeepalived.config.declaration;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;

/**
 * The keywords of a section's settings. Everything about them is said in the settings' declarations; what is read by hand is added here.
 *
 * @param <D> the draft that holds the values
 */
public final class SettingKeywords<D> {
    private final Section section;
    private final Function<D, Values> values;
    private final IdentityHashMap<Setting<?>, Keyword.Binder<D>> readers = new IdentityHashMap<>();
    private final IdentityHashMap<Setting<?>, Predicate<D>> heirs = new IdentityHashMap<>();
    private final IdentityHashMap<Setting<?>, List<Keyword<D>>> followers = new IdentityHashMap<>();

    private SettingKeywords(Section section, Function<D, Values> values) {
        this.section = section;
        this.values = values;
    }

    /** The keywords of a section whose values are found so. */
    public static <D> SettingKeywords<D> of(Section section, Function<D, Values> values) {
        return new SettingKeywords<>(section, values);
    }

    /** How a keyword is read whose syntax is its own. */
    public SettingKeywords<D> read(Setting<?> setting, Keyword.Binder<D> reader) {
        readers.put(setting, reader);
        return this;
    }

    /** Which drafts inherit the setting; all of them unless said here. */
    public SettingKeywords<D> inheritedBy(Setting<?> setting, Predicate<D> drafts) {
        heirs.put(setting, drafts);
        return this;
    }

    /** Other keywords that stand behind the setting's in the manual; of several lists the first is the first. */
    public SettingKeywords<D> behind(Setting<?> setting, List<Keyword<D>> others) {
        followers.computeIfAbsent(setting, _ -> new ArrayList<>()).addAll(others);
        return this;
    }

    /** In the order of the settings' declaration. */
    public List<Keyword<D>> all() {
        List<Keyword<D>> all = new ArrayList<>();
        for (Setting<?> setting : section.all()) {
            all.add(keyword(setting));
            all.addAll(followers.getOrDefault(setting, List.of()));
        }
        return all;
    }

    private <T> Keyword<D> keyword(Setting<T> setting) {
        SettingReader<D, T> reader = new SettingReader<>(setting, values);
        Keyword.Builder<D> keyword = new Keyword.Builder<>(setting.name(), reader.type(),
                readers.getOrDefault(setting, reader)).shows(reader)
                .defaults(reader)
                .onReload(setting.reload())
                .withoutEffect(setting.idle())
                .example(setting.example())
                .spellings(setting.aliases(), setting.deprecated());
        if (setting.required()) {
            keyword.required();
        }
        if (setting.workedOut() != null && !setting.inheritanceShown()) {
            keyword.otherwise(reader::inForce);
        }
        if (setting.inheritanceShown()) {
            String from = setting.inherits().name();
            Predicate<D> heir = heirs.get(setting);
            keyword.inherits(heir == null ? _ -> from : draft -> heir.test(draft) ? from : null);
        }
        return keyword.says(setting.documentation());
    }
}
