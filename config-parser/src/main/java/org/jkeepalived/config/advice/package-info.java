/**
 * What keepalived leaves its users to find out: one class per piece of advice, given by a configuration test alone. Advice never changes an exit code and
 * is silent where it cannot be sure of what it says; its page names the assumption.
 */
package org.jkeepalived.config.advice;
