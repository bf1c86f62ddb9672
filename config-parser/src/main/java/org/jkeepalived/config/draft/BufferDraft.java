package org.jkeepalived.config.draft;

import org.jkeepalived.config.settings.SocketBuffers;
import org.jkeepalived.config.settings.SocketBuffers.AdvertPolicy;
import org.jkeepalived.config.settings.SocketBuffers.ReceiveBuffer;

/** The socket buffers while they are read; null where nothing was written. */
public final class BufferDraft {
    private static final long MULTIPLIER_DEFAULT = 3;

    /** One socket's buffer. */
    public static final class Socket {
        public Long bytes;
        public Boolean force;

        ReceiveBuffer settings() {
            return new ReceiveBuffer(bytes == null ? 0 : bytes, Boolean.TRUE.equals(force));
        }
    }

    public final Socket vrrpCommands = new Socket();
    public final Socket vrrpMonitor = new Socket();
    public final Socket processMonitor = new Socket();
    public final Socket lvsCommands = new Socket();
    public final Socket lvsMonitor = new Socket();
    public AdvertPolicy adverts;
    public long advertBytes;
    public Long advertMultiplier;

    /** The settings. */
    public SocketBuffers settings() {
        return new SocketBuffers(vrrpCommands.settings(), vrrpMonitor.settings(), processMonitor.settings(),
                lvsCommands.settings(), lvsMonitor.settings(), adverts == null ? AdvertPolicy.KERNEL : adverts,
                advertBytes, advertMultiplier == null ? MULTIPLIER_DEFAULT : advertMultiplier);
    }
}
