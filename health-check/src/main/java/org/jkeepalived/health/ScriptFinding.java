package org.jkeepalived.health;

/** One thing found about a script's file. */
public sealed interface ScriptFinding {
    /** The line in keepalived's words. */
    String logLine();

    /** What keepalived leaves out: which component, its owner and mode, and the fix. Empty when there is nothing to add. */
    String detail();

    /** A component of the path cannot be reached. */
    record NotAccessible(String path, String errnoText, String detail) implements ScriptFinding {
        @Override
        public String logLine() {
            return "Script " + path + " cannot be accessed - " + errnoText;
        }
    }

    /** A name without a slash that no directory of PATH has. */
    record NotInPath(String name, String searchPath) implements ScriptFinding {
        @Override
        public String logLine() {
            return "Cannot find script " + name + " in path - disabling";
        }

        @Override
        public String detail() {
            return "PATH is " + searchPath + "; write the full path";
        }
    }

    /** A name without a slash was found in PATH; a warning. */
    record FoundByPath(String name, String path) implements ScriptFinding {
        @Override
        public String logLine() {
            return "WARNING - script `" + name + "` resolved by path search to `" + path
                    + "`. Please specify full path.";
        }

        @Override
        public String detail() {
            return "";
        }
    }

    /** The user may not execute the file. */
    record NotExecutable(String path, int uid, int gid, String detail) implements ScriptFinding {
        @Override
        public String logLine() {
            return "WARNING - script '" + path + "' is not executable for uid:gid " + uid + ":" + gid + " - disabling.";
        }
    }

    /** Something on the path is neither a directory, nor, at its end, a regular file. */
    record WrongFileType(String path, String detail) implements ScriptFinding {
        @Override
        public String logLine() {
            return "Wrong file type found in script path '" + path + "'.";
        }
    }

    /**
     * Somebody other than root could change the file.
     *
     * @param enforced whether enable_script_security is set, so that the script is dropped
     */
    record Unsafe(String path, boolean enforced, String detail) implements ScriptFinding {
        @Override
        public String logLine() {
            return "Unsafe permissions found for script '" + path + "'" + (enforced ? " - disabling." : ".");
        }
    }
}
