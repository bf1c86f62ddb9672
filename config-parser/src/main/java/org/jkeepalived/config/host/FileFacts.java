package org.jkeepalived.config.host;

/**
 * What stat(2) says of a file, symbolic links followed.
 *
 * @param error
 *            strerror text when the file cannot be examined ({@code No such file or directory}), else null
 * @param directory
 *            it is a directory
 * @param regular
 *            it is a regular file
 * @param mode
 *            permission bits, 07777
 * @param uid
 *            owner
 * @param gid
 *            owning group
 * @param realPath
 *            absolute path with every symbolic link of its directories resolved
 */
public record FileFacts(String error, boolean directory, boolean regular, int mode, int uid, int gid, String realPath) {

    /** A file that could not be examined. */
    public static FileFacts failed(String error) {
        return new FileFacts(error, false, false, 0, 0, 0, null);
    }

    /** Whether the account may execute it by its mode bits; supplementary groups are not considered. */
    public boolean executableBy(int asUid, int asGid) {
        if (asUid == 0) {
            return (mode & 0111) != 0;
        }
        if (asUid == uid) {
            return (mode & 0100) != 0;
        }
        return (mode & (asGid == gid ? 0010 : 0001)) != 0;
    }
}
