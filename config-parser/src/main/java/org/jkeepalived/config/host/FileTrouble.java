package org.jkeepalived.config.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be opened, in the words of strerror(3). */
public final class FileTrouble {
    private FileTrouble() {}

    /** Such as {@code Permission denied}. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "Permission denied";
            case NoSuchFileException missing -> "No such file or directory";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
