package org.jkeepalived.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jkeepalived.netlink.libc.Libc;
import org.jkeepalived.netlink.libc.Sockets;

/** A thread in a network namespace of its own. What it opens belongs there, whoever uses it. */
public final class FarHost implements AutoCloseable {
    private static final int CLONE_NEWNET = 0x4000_0000;
    private static final boolean X86 = System.getProperty("os.arch").equals("amd64");
    private static final int SYS_UNSHARE = X86 ? 272 : 97;
    private static final int SYS_GETTID = X86 ? 186 : 178;

    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("far host").factory());
    private final int threadId;

    FarHost() throws Exception {
        threadId = call(() -> {
            Sockets.check("unshare", "", Libc.get().syscall(SYS_UNSHARE, CLONE_NEWNET, 0, 0, 0, 0));
            return (int) Libc.get().syscall(SYS_GETTID, 0, 0, 0, 0, 0);
        });
    }

    public int threadId() {
        return threadId;
    }

    public <T> T call(Callable<T> task) throws Exception {
        return thread.submit(task).get();
    }

    /** Runs ip(8) there. */
    public String ip(String arguments) throws Exception {
        String namespace = "/proc/" + ProcessHandle.current().pid() + "/task/" + threadId + "/ns/net";
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + namespace, "ip"));
        command.addAll(List.of(arguments.split(" ")));
        return Namespaces.run(command);
    }

    /** Lets its namespace go. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
