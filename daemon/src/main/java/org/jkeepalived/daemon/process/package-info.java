/** The process as its surroundings see it: pid files, detachment, the service manager. */
package org.jkeepalived.daemon.process;
