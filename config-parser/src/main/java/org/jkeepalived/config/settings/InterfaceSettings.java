package org.jkeepalived.config.settings;

/**
 * What an instance wants of its interface beyond the name.
 *
 * @param vmac use_vmac, or null
 * @param ipvlan use_ipvlan, or null
 * @param vmacAddresses use_vmac_addr: addresses on other interfaces get a macvlan too
 * @param transmitFromBase vmac_xmit_base: adverts leave from the underlying interface
 * @param vrf through which unicast adverts are received when no interface is named, or null
 * @param promoteSecondaries the sysctl of that name is set on the interface
 * @param pollLinkState linkbeat_use_polling: its link state is polled instead of learnt by netlink
 * @param receiveBufferBytes kernel_rx_buf_size, or -1 when vrrp_rx_bufs_policy decides
 * @param extraGarp gratuitous messages on other interfaces, or null for those of global_defs
 * @param lvsSyncDaemon lvs_sync_daemon_interface: the interface named for the IPVS sync daemon, or null
 */
public record InterfaceSettings(
        Vmac vmac,
        Ipvlan ipvlan,
        boolean vmacAddresses,
        boolean transmitFromBase,
        String vrf,
        boolean promoteSecondaries,
        boolean pollLinkState,
        long receiveBufferBytes,
        ExtraGarp extraGarp,
        String lvsSyncDaemon) {

    /**
     * Gratuitous messages on the other interfaces of a VMAC's addresses (garp_extra_if, vrrp_garp_extra_if).
     *
     * @param all on every interface instead of the VMACs' own
     * @param refreshSeconds period 0..86400, 0 for none
     */
    public record ExtraGarp(boolean all, int refreshSeconds) {
        /** The words that read back to it. */
        public String asWritten() {
            return (all ? "all " : "") + refreshSeconds;
        }
    }
}
