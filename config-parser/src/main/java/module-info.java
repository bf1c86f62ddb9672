/** keepalived.conf: text to settings records and diagnostics. */
module org.jkeepalived.config {}
