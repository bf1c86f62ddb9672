/**
 * What instances follow, by kind: where the news come from, and what they mean to the core. A kind is one file here.
 */
package org.jkeepalived.daemon.tracking;
