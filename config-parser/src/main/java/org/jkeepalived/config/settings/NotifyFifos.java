package org.jkeepalived.config.settings;

/**
 * The named pipes of global_defs.
 *
 * @param all notify_fifo, for every line, or null
 * @param vrrp vrrp_notify_fifo, for instances and groups, or null
 * @param lvs lvs_notify_fifo, for virtual and real servers, or null
 * @param statesOnReload fifo_write_vrrp_states_on_reload: every state is written again after a reload
 */
public record NotifyFifos(NotifyFifo all, NotifyFifo vrrp, NotifyFifo lvs, boolean statesOnReload) {}
