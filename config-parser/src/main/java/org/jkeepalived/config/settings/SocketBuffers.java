package org.jkeepalived.config.settings;

import org.jkeepalived.config.setting.Section;
import org.jkeepalived.config.setting.Setting;
import org.jkeepalived.config.setting.Values;

/**
 * Sizes of the receive buffers of sockets.
 *
 * @param values of {@link #SECTION}
 */
public record SocketBuffers(Values values) {
    public static final Section SECTION = Section.empty();
    private static final Socket VRRP_COMMANDS = new Socket("vrrp_netlink_cmd", "the VRRP process's netlink requests");
    private static final Socket VRRP_MONITOR = new Socket("vrrp_netlink_monitor", "the VRRP process's netlink news");
    private static final Socket PROCESS_MONITOR = new Socket("process_monitor", "news of processes");
    private static final Socket LVS_COMMANDS = new Socket("lvs_netlink_cmd", "the checker process's netlink requests");
    private static final Socket LVS_MONITOR = new Socket("lvs_netlink_monitor", "the checker process's netlink news");
    public static final Setting<AdvertBuffer> ADVERTS = SECTION
            .<AdvertBuffer>own("vrrp_rx_bufs_policy", "MTU, ADVERT or BYTES")
            .otherwise("the kernel's size")
            .written(AdvertBuffer::asWritten)
            .example("vrrp_rx_bufs_policy MTU")
            .notYet()
            .says("What the receive buffer for adverts is sized by.");
    private static final Setting<Long> MULTIPLIER = SECTION.wide("vrrp_rx_bufs_multiplier", 1, 0xffff_ffffL)
            .strict()
            .accepting("packets 1..4294967295")
            .alone("Invalid {name}")
            .complains("Invalid {name} {word}")
            .defaults(3L)
            .example("vrrp_rx_bufs_multiplier 5")
            .notYet()
            .says("Packets in the receive buffer for adverts when vrrp_rx_bufs_policy is MTU or ADVERT.");

    /** The two settings of a socket. */
    private static final class Socket {
        private final Setting<Long> bytes;
        private final Setting<Boolean> force;

        Socket(String socket, String whose) {
            String name = socket + "_rcv_bufs";
            bytes = SECTION.wide(name, 0, 0xffff_ffffL)
                    .strict()
                    .accepting("bytes 0..4294967295")
                    .missing("{name} size missing", "a whole number 0..4294967295")
                    .complains("{name} size ({word}) invalid")
                    .otherwise("0, the kernel's size")
                    .example(name + " 1048576")
                    .notYet()
                    .says("Receive buffer for " + whose + "; 0 leaves it.");
            force = SECTION.yesNo(name + "_force")
                    .complains("Invalid value '{word}' for global {name} specified")
                    .defaults(false)
                    .notYet()
                    .says("Let " + name + " exceed the maximum of the system.");
        }
    }

    /** Netlink socket of the VRRP process for requests. */
    public ReceiveBuffer vrrpCommands() {
        return buffer(VRRP_COMMANDS);
    }

    /** Netlink socket of the VRRP process for news. */
    public ReceiveBuffer vrrpMonitor() {
        return buffer(VRRP_MONITOR);
    }

    /** Socket for news of processes. */
    public ReceiveBuffer processMonitor() {
        return buffer(PROCESS_MONITOR);
    }

    /** Netlink socket of the checker process for requests. */
    public ReceiveBuffer lvsCommands() {
        return buffer(LVS_COMMANDS);
    }

    /** Netlink socket of the checker process for news. */
    public ReceiveBuffer lvsMonitor() {
        return buffer(LVS_MONITOR);
    }

    private ReceiveBuffer buffer(Socket socket) {
        Long bytes = values.get(socket.bytes);
        return new ReceiveBuffer(bytes == null ? 0 : bytes, values.get(socket.force));
    }

    /** What the buffer for adverts is sized by. */
    public AdvertPolicy adverts() {
        AdvertBuffer buffer = values.get(ADVERTS);
        return buffer == null ? AdvertPolicy.KERNEL : buffer.policy;
    }

    /** Size of the buffer for adverts in bytes, with {@link AdvertPolicy#SIZE}. */
    public long advertBytes() {
        AdvertBuffer buffer = values.get(ADVERTS);
        return buffer == null ? 0 : buffer.bytes;
    }

    /** Packets in the buffer for adverts, with {@link AdvertPolicy#MTU} and {@link AdvertPolicy#ADVERT}. */
    public long advertMultiplier() {
        return values.get(MULTIPLIER);
    }

    /**
     * A receive buffer.
     *
     * @param bytes its size, 0 for the kernel's
     * @param force it may exceed the maximum of the system
     */
    public record ReceiveBuffer(long bytes, boolean force) {}

    /**
     * The buffer for adverts.
     *
     * @param policy what it is sized by
     * @param bytes its size, with {@link AdvertPolicy#SIZE}
     */
    public record AdvertBuffer(AdvertPolicy policy, long bytes) {
        private String asWritten() {
            return policy == AdvertPolicy.SIZE ? Long.toString(bytes) : policy.name();
        }
    }

    /** What the buffer for adverts is sized by. */
    public enum AdvertPolicy {
        /** The kernel's size. */
        KERNEL,
        /** A multiple of the interface's largest packet. */
        MTU,
        /** A multiple of the instance's largest advert. */
        ADVERT,
        /** A size in bytes. */
        SIZE
    }
}
