package org.jkeepalived.daemon.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The pid files that were named on the command line: -p, -r, -c, -b. */
public record PidFileOptions(Optional<Path> parent, Optional<Path> vrrp, Optional<Path> checkers, Optional<Path> bfd) {}
