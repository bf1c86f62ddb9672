package org.jkeepalived.daemon.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.jkeepalived.config.setting.Values;
import org.jkeepalived.config.settings.DumpFiles;
import org.junit.jupiter.api.Test;

class DumpNamesTest {
    private static String data(String process, String state, boolean withInstance, String label) {
        Values values = new Values(DumpFiles.SECTION, "");
        values.put(DumpFiles.WITH_INSTANCE, withInstance);
        values.put(DumpFiles.STATE, state);
        return DumpNames.data(Path.of("/tmp"), process, new DumpFiles(values.frozen()), label).toString();
    }

    @Test
    void dataIsWrittenToTheUsualDirectory() {
        assertEquals("/tmp/keepalived.data", data("", null, false, "blue_a"));
        assertEquals("/tmp/keepalived_parent.data", data("_parent", null, false, ""));
    }

    @Test
    void dataUseInstancePutsNamespaceAndInstanceBeforeTheExtension() {
        assertEquals("/tmp/keepalived.blue_a.data", data("", null, true, "blue_a"));
        assertEquals("/tmp/keepalived_parent.a.data", data("_parent", null, true, "a"));
        assertEquals("/tmp/keepalived.data", data("", null, true, ""));
    }

    @Test
    void stateDumpFileNamesADirectoryOrAFile() {
        assertEquals("/run/dumps/keepalived_parent.data", data("_parent", "/run/dumps/", false, ""));
        assertEquals("/run/state_parent.a.txt", data("_parent", "/run/state.txt", true, "a"));
        assertEquals("/run/state_parent", data("_parent", "/run/state", false, ""));
        assertEquals("/tmp/state", data("", "state", false, ""));
    }
}
