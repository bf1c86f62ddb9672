/** What a configuration's checks must know of the machine: interfaces, users, files, environment. */
package org.jkeepalived.config.host;
