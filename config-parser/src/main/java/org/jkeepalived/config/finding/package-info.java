/** Collects findings during a load. */
package org.jkeepalived.config.finding;
