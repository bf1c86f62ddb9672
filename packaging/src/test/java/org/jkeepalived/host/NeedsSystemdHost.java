package org.jkeepalived.host;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jkeepalived.lab.NeedsLab;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Skips a test class, and says why, where no Debian with systemd can be booted beside the requirements of {@link NeedsLab}. Such
 * classes run one at a time, and so do their tests: they keep the processors busy.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsLab
@ResourceLock("systemd hosts")
@ExtendWith(SystemdHostCondition.class)
@interface NeedsSystemdHost {}
