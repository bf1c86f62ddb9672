package org.jkeepalived.lab;

/** How a command ended and what it wrote. */
public record Result(int status, String out, String err) {
    /** Fails when the command did. */
    public Result orFail(String what) {
        if (status != 0) {
            throw new AssertionError(what + " ended with " + status + "\n" + out + err);
        }
        return this;
    }
}
