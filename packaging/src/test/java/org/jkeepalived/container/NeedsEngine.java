package org.jkeepalived.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hands the tests an {@link Engine} with the image in it, one for all classes; skips them, and says why, where none can run or
 * there is no base to build the image on. Stands below {@code NeedsLab}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EngineExtension.class)
@interface NeedsEngine {
}
