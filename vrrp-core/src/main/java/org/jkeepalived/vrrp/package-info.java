/** VRRP packets and state machines as pure functions of time. */
package org.jkeepalived.vrrp;
