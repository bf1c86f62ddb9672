package org.jkeepalived.image;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

/** The runtime image as its users see it: its process name, its output, its files. */
class ImageIT {
    @Test
    void theImageIsNamedToTheTests() {
        assertNotNull(System.getProperty("jkeepalived.image"));
    }
}
