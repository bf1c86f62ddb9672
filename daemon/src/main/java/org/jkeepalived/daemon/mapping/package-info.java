/** Turns the records of one library into those of another: settings into router parameters, checks and commands; addresses between the three forms. */
package org.jkeepalived.daemon.mapping;
