package org.jkeepalived.daemon.service;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the pages about findings are: beside the program in the runtime image, else in the project's folder. */
final class RulePages {
    private static final String IN_IMAGE = "share/doc/jkeepalived/rules";
    private static final String IN_PROJECT = "docs/rules";

    private final String directory;

    private RulePages(String directory) {
        this.directory = directory;
    }

    /** Looks for the image whose {@code lib/app} holds the jar that runs. */
    static RulePages find() {
        Path jar = Path.of(System.getProperty("java.class.path", "").split(":", 2)[0]);
        Path libraries = jar.getParent();
        if (libraries != null && libraries.endsWith("lib/app")) {
            Path pages = libraries.resolve("../..").normalize().resolve(IN_IMAGE);
            if (Files.isDirectory(pages)) {
                return new RulePages(pages.toString());
            }
        }
        return new RulePages(IN_PROJECT);
    }

    /** The page of a code. */
    String of(String code) {
        return directory + "/" + code + ".md";
    }
}
