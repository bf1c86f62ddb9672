/** The configuration as immutable records, every default resolved and every duration in nanoseconds. */
package org.jkeepalived.config.settings;
