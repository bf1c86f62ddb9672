package org.jkeepalived.config.settings;

/**
 * The programs told of state changes; each is null when not set.
 *
 * @param master notify_master
 * @param backup notify_backup
 * @param fault notify_fault
 * @param stop notify_stop
 * @param any notify, run on every change with type, name, state and priority appended
 * @param masterReceivesLower notify_master_rx_lower_pri
 * @param deleted notify_deleted's command
 * @param reportDeleted notify_deleted was given: removal reports DELETED instead of FAULT
 */
public record NotifyScripts(
        ScriptCommand master,
        ScriptCommand backup,
        ScriptCommand fault,
        ScriptCommand stop,
        ScriptCommand any,
        ScriptCommand masterReceivesLower,
        ScriptCommand deleted,
        boolean reportDeleted) {
    /** Nobody is told. */
    public static final NotifyScripts NONE = new NotifyScripts(null, null, null, null, null, null, null, false);
}
