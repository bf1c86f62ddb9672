package org.jkeepalived.config.advice;

/** Looks at a configuration that has been read, checked and repaired. */
interface Adviser {
    void advise(Survey survey);
}
