package org.jkeepalived.netlink.message;

/** One thing to ask of the kernel. */
public interface Request {
    /**
     * Writes exactly one message, from {@link MessageWriter#begin} to {@link MessageWriter#end}. NLM_F_REQUEST is added
     * to its flags, NLM_F_ACK too where a batch wants one.
     */
    void write(MessageWriter writer);
}
