/** What the reader of a configuration has to say about it: findings with a position, a stable code and an exit class. */
package org.jkeepalived.config.diagnostic;
