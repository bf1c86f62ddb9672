/** The configuration as it is in force: every value with where it comes from, and what a change from one configuration to another means. */
package org.jkeepalived.config.effective;
