package org.jkeepalived.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Skips a test class, and says why, where a test network cannot be built: without root, the programs needed or the image. Such
 * tests wait for protocol timers most of the time and share nothing, so they run side by side.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(LabCondition.class)
public @interface NeedsLab {
    /** Programs beside those of every lab. */
    String[] programs() default {};
}
