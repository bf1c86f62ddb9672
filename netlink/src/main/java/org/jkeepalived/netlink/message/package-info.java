/**
 * netlink(7) without any of its families: messages and attributes written and read, requests sent in batches, each
 * refusal told with the request that it belongs to.
 */
package org.jkeepalived.netlink.message;
