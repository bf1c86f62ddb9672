/** What spans several keywords: one class per rule, run in a fixed order after everything was read. */
package org.jkeepalived.config.rule;
