package org.jkeepalived.netlink.message;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Memory;

/** The C library, but for what send(2) and recv(2) are told to answer. */
public final class FaultyLibc {
    /** Lets a call through. */
    public static final long REAL = Long.MIN_VALUE;
    /** Takes what is sent and forgets it. */
    public static final long SWALLOW = Long.MAX_VALUE;

    private final Deque<Object> sends = new ArrayDeque<>();
    private final Deque<Object> receipts = new ArrayDeque<>();
    private int sendCalls;

    /** Lets everything through. */
    public FaultyLibc() {}

    /** What the next sends answer: {@link #REAL}, {@link #SWALLOW} or a negated errno. */
    public FaultyLibc sends(long... answers) {
        for (long answer : answers) {
            sends.add(answer);
        }
        return this;
    }

    /** What the next receipts answer: a datagram, or {@link #REAL} or a negated errno as a Long. */
    FaultyLibc receives(Object... answers) {
        receipts.addAll(List.of(answers));
        return this;
    }

    public int sendCalls() {
        return sendCalls;
    }

    /** Uses the socket's descriptor; it stays the socket's. */
    public NetlinkSocket wrap(NetlinkSocket socket) {
        return new NetlinkSocket(libc(), socket.descriptor(), "faulty");
    }

    private Libc libc() {
        return (Libc) Proxy.newProxyInstance(Libc.class.getClassLoader(), new Class<?>[]{Libc.class},
                (_, method, arguments) -> {
                    Object answer = REAL;
                    if (method.getName().equals("send")) {
                        sendCalls++;
                        answer = sends.isEmpty() ? REAL : sends.remove();
                        answer = answer.equals(SWALLOW) ? arguments[2] : answer;
                    } else if (method.getName().equals("recv") && !receipts.isEmpty()) {
                        answer = receipts.remove();
                    }
                    if (answer instanceof byte[] datagram) {
                        Memory.overwrite((long) arguments[1], datagram);
                        return (long) datagram.length;
                    }
                    try {
                        return answer.equals(REAL) ? method.invoke(Libc.get(), arguments) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
