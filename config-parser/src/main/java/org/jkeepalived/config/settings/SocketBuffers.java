package org.jkeepalived.config.settings;

/**
 * Sizes of the receive buffers of sockets.
 *
 * @param vrrpCommands netlink socket of the VRRP process for requests
 * @param vrrpMonitor netlink socket of the VRRP process for news
 * @param processMonitor socket for news of processes
 * @param lvsCommands netlink socket of the checker process for requests
 * @param lvsMonitor netlink socket of the checker process for news
 * @param adverts what the buffer for adverts is sized by
 * @param advertBytes size of the buffer for adverts in bytes, with {@link AdvertPolicy#SIZE}
 * @param advertMultiplier packets in the buffer for adverts, with {@link AdvertPolicy#MTU} and {@link AdvertPolicy#ADVERT}
 */
public record SocketBuffers(
        ReceiveBuffer vrrpCommands,
        ReceiveBuffer vrrpMonitor,
        ReceiveBuffer processMonitor,
        ReceiveBuffer lvsCommands,
        ReceiveBuffer lvsMonitor,
        AdvertPolicy adverts,
        long advertBytes,
        long advertMultiplier) {

    /**
     * A receive buffer.
     *
     * @param bytes its size, 0 for the kernel's
     * @param force it may exceed the maximum of the system
     */
    public record ReceiveBuffer(long bytes, boolean force) {}

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
