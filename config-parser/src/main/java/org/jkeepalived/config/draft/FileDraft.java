package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.Directories;
import org.jkeepalived.config.settings.DumpFiles;
import org.jkeepalived.config.settings.Reloading;

/** Files and directories of global_defs while they are read; null where nothing was written. */
public final class FileDraft {
    private static final String NO_LOG = "/dev/null";

    /** As written, empty for the usual file. */
    public String reloadCheckLog;
    public String reloadTimeFile;
    public boolean reloadRepeat;
    /** As written, empty for the usual file. */
    public String reloadMarkerFile;
    public Boolean dumpsWithInstance;
    public String stateDump;
    public String statsDump;
    public String jsonDump;
    public String savedConfigurations;
    public String temporary;
    public String iprouteUsr;
    public String iprouteEtc;

    /** What surrounds a reload. */
    public Reloading reloading() {
        String log = reloadCheckLog != null && reloadCheckLog.isEmpty() ? NO_LOG : reloadCheckLog;
        return new Reloading(log, reloadTimeFile, reloadRepeat, reloadMarkerFile);
    }

    /** Where dumps go. */
    public DumpFiles dumps() {
        return new DumpFiles(Boolean.TRUE.equals(dumpsWithInstance), stateDump, statsDump, jsonDump);
    }

    /** The directories. */
    public Directories directories() {
        return new Directories(savedConfigurations, temporary, iprouteUsr, iprouteEtc);
    }
}
