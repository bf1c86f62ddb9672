package org.jkeepalived.host;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jkeepalived.lab.NeedsLab;
import org.junit.jupiter.api.extension.ExtendWith;

/** Skips a test class, and says why, where no Debian with systemd can be booted beside the requirements of {@link NeedsLab}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsLab
@ExtendWith(SystemdHostCondition.class)
@interface NeedsSystemdHost {}
