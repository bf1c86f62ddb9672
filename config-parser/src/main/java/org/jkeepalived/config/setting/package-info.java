/** Settings as values: what each is called, what it may be, what it is when nothing is written, where it comes from, and the values of one block. */
package org.jkeepalived.config.setting;
