/**
 * Values that every module shares: IP addresses, their families, hardware addresses. Immutable, without behaviour beyond their own text and
 * order: modules share values, never behaviour.
 */
package org.jkeepalived.net;
