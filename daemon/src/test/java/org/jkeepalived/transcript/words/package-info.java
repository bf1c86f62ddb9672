/** Whether every text that the log can have is in a transcript. */
package org.jkeepalived.transcript.words;
