package org.jkeepalived.config.settings;

/**
 * Directories that global_defs names.
 *
 * @param savedConfigurations config_save_dir, which receives copies of what was read, or null
 * @param temporary tmp_config_directory, or null for none
 * @param iprouteUsr iproute_usr_dir, where the distribution's names of tables and protocols are, or null for the usual place
 * @param iprouteEtc iproute_etc_dir, where the administrator's are, or null for the usual place
 */
public record Directories(String savedConfigurations, String temporary, String iprouteUsr, String iprouteEtc) {}
