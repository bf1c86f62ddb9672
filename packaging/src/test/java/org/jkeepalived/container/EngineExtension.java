package org.jkeepalived.container;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Decides for {@link NeedsEngine}, and keeps the engine until the last test has ended. */
final class EngineExtension implements ExecutionCondition, ParameterResolver {
    private static final String NO_REAPER = "TESTCONTAINERS_RYUK_DISABLED";

    /** The engine, or why there is none. */
    private record Outcome(Engine engine, String problem) implements AutoCloseable {
        static Outcome attempt() {
            try {
                return new Outcome(Engine.start(), "");
            } catch (EngineUnavailableException reason) {
                return new Outcome(null, reason.getMessage());
            }
        }

        @Override
        public void close() {
            if (engine != null) {
                engine.close();
            }
        }
    }

    private static Outcome outcome(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(EngineExtension.class))
                .getOrComputeIfAbsent("engine", _ -> Outcome.attempt(), Outcome.class);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!"true".equals(System.getenv(NO_REAPER))) {
            return ConditionEvaluationResult
                    .disabled("needs " + NO_REAPER + "=true in the environment, as Maven sets it");
        }
        Outcome outcome = outcome(context);
        return outcome.engine == null
                ? ConditionEvaluationResult.disabled(outcome.problem)
                : ConditionEvaluationResult.enabled("a container engine runs");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Engine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return outcome(context).engine;
    }
}
