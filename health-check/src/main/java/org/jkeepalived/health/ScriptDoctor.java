package org.jkeepalived.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at a script that cannot do its work and names the likeliest fix. Reads files; for a thread that may block. */
final class ScriptDoctor {
    private static final int HEAD_BYTES = 256;
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final AccountNames accounts;
    private final Path selinuxEnforce;

    ScriptDoctor() {
        this(AccountNames.ofSystem(), Path.of("/sys/fs/selinux/enforce"));
    }

    ScriptDoctor(AccountNames accounts, Path selinuxEnforce) {
        this.accounts = accounts;
        this.selinuxEnforce = selinuxEnforce;
    }

    Diagnosis launchFailed(ScriptCommand command, LaunchFailure failure) {
        Path file = Path.of(command.path());
        String fix = switch (failure.kind()) {
            case NOT_FOUND -> notFound(file);
            case NOT_EXECUTABLE -> notExecutable(file, accounts.user(command.uid()));
            case EXEC_FORMAT -> execFormat(file);
            case OTHER -> "";
        };
        return diagnosis(Diagnosis.Cause.LAUNCH, command, failure.errnoText(), fix);
    }

    Diagnosis commandNotFound(ScriptCommand command) {
        String path = System.getenv("PATH");
        String ownFault = ownFault(Path.of(command.path()));
        if (!ownFault.isEmpty()) {
            return diagnosis(Diagnosis.Cause.COMMAND_NOT_FOUND, command, "exit status 127", ownFault);
        }
        return diagnosis(Diagnosis.Cause.COMMAND_NOT_FOUND, command,
                "exit status 127, a command that it calls was not found",
                "write commands with their full path; PATH is " + (path == null ? "unset" : path) + selinuxHint());
    }

    Diagnosis commandNotExecutable(ScriptCommand command) {
        String ownFault = ownFault(Path.of(command.path()));
        if (!ownFault.isEmpty()) {
            return diagnosis(Diagnosis.Cause.COMMAND_NOT_EXECUTABLE, command, "exit status 126", ownFault);
        }
        return diagnosis(Diagnosis.Cause.COMMAND_NOT_EXECUTABLE, command,
                "exit status 126, a command that it calls could not be executed",
                "check the permissions of the commands inside it for user " + accounts.user(command.uid())
                        + selinuxHint());
    }

    /** What is wrong with the file itself, for launchers that report a refusal of the kernel as an exit status. */
    private static String ownFault(Path file) {
        String line = firstLine(file);
        if (line.startsWith("\u007fELF")) {
            return "";
        }
        boolean readable = Files.isRegularFile(file) && Files.isReadable(file);
        return readable && !line.startsWith("#!") ? execFormat(file) : notFound(file);
    }

    Diagnosis timedOut(ScriptCommand command, long timeoutNanos, boolean timeoutIsInterval) {
        return diagnosis(Diagnosis.Cause.TIMEOUT, command,
                "it still ran after its timeout of " + seconds(timeoutNanos) + " s"
                        + (timeoutIsInterval ? " (the interval, as no timeout is set)" : ""),
                "set timeout above the longest time that it may take, sleeps included, and interval above timeout");
    }

    private Diagnosis diagnosis(Diagnosis.Cause cause, ScriptCommand command, String problem, String fix) {
        return new Diagnosis(cause, command.path(), mode(Path.of(command.path())), accounts.user(command.uid()),
                problem, fix);
    }

    private static String notFound(Path file) {
        Path missing = file;
        for (Path parent = file.getParent(); parent != null && !Files.exists(parent); parent = parent.getParent()) {
            missing = parent;
        }
        if (!Files.exists(missing)) {
            return missing + " does not exist";
        }
        String line = firstLine(file);
        if (!line.startsWith("#!")) {
            return line.startsWith("\u007fELF") ? "the dynamic loader that the program names does not exist" : "";
        }
        if (line.endsWith("\r")) {
            return "line 1 ends in a carriage return, the line end of DOS: sed -i 's/\\r$//' " + file;
        }
        String interpreter = interpreter(line);
        return Files.exists(Path.of(interpreter)) ? "" : "interpreter " + interpreter + " of line 1 does not exist";
    }

    private String notExecutable(Path file, String user) {
        if (Files.isDirectory(file)) {
            return "it is a directory, name the program in it";
        }
        String mode = mode(file);
        if (!mode.isEmpty() && (Integer.parseInt(mode, 8) & 0111) == 0) {
            return "not executable: chmod 755 " + file;
        }
        String line = firstLine(file);
        if (line.startsWith("#!") && !Files.isExecutable(Path.of(interpreter(line)))) {
            return "interpreter " + interpreter(line) + " of line 1 is not executable";
        }
        return "user " + user + " needs x on the file and on each directory above it, on a filesystem without noexec"
                + selinuxHint();
    }

    private static String execFormat(Path file) {
        String line = firstLine(file);
        if (line.isEmpty()) {
            return "line 1 is empty: begin the file with #!/bin/sh or another interpreter";
        }
        if (line.startsWith(BYTE_ORDER_MARK)) {
            return "a byte order mark stands before line 1: save the file without it";
        }
        if (line.startsWith("!/") || line.startsWith("#/") || line.startsWith("# !")) {
            String lacking = line.startsWith("!")
                    ? "`#` is missing"
                    : line.startsWith("#/") ? "`!` is missing" : "a blank is too many";
            return "first line is `" + line.strip() + "`: " + lacking + ", write `#!"
                    + line.replaceFirst("^[#! ]+", "").strip() + "`";
        }
        return line.startsWith("\u007fELF")
                ? "the program is built for another machine"
                : "line 1 names no interpreter: begin the file with #!/bin/sh or another one";
    }

    private String selinuxHint() {
        return head(selinuxEnforce).startsWith("1")
                ? "; SELinux is enforcing, ausearch -m avc -ts recent shows what it denied"
                : "";
    }

    private static String interpreter(String shebangLine) {
        return shebangLine.substring(2).strip().split("\\s+", 2)[0];
    }

    private static String firstLine(Path file) {
        String head = head(file);
        int end = head.indexOf('\n');
        return end < 0 ? head : head.substring(0, end);
    }

    private static String head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String mode(Path file) {
        try {
            return "%04o".formatted((Integer) Files.getAttribute(file, "unix:mode") & 07777);
        } catch (IOException | UnsupportedOperationException unreadable) {
            return "";
        }
    }

    private static String seconds(long nanos) {
        return java.math.BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }
}
