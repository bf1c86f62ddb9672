package org.jkeepalived.vrrp.simulation;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jkeepalived.vrrp.Action;
import org.jkeepalived.vrrp.Input;
import org.jkeepalived.vrrp.RouterSet;
import org.jkeepalived.vrrp.RouterSetParameters;

/** The inputs of one process of routers from its start on, with their times, and the actions that came of them. */
public final class Recording {

    private record Timed(long nowNanos, Input input) {}

    private final RouterSetParameters parameters;
    private final List<Timed> inputs = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();

    /** @param parameters what the process was configured with before its first input */
    public Recording(RouterSetParameters parameters) {
        this.parameters = parameters;
    }

    /** Adds an input, before it is taken. */
    public void input(long nowNanos, Input input) {
        inputs.add(new Timed(nowNanos, input));
    }

    /** Adds an action, as it comes. */
    public void action(int router, Action action) {
        actions.add(text(router, action));
    }

    /** Number of inputs. */
    public int size() {
        return inputs.size();
    }

    /** The actions, one line each. */
    public List<String> actions() {
        return List.copyOf(actions);
    }

    /** Gives the inputs to a new set of routers. */
    public Recording replay() {
        Recording again = new Recording(parameters);
        RouterSet set = new RouterSet(parameters);
        for (Timed timed : inputs) {
            again.input(timed.nowNanos(), timed.input());
            set.step(timed.input(), timed.nowNanos(), again::action);
        }
        return again;
    }

    private static String text(int router, Action action) {
        if (action instanceof Action.SendAdvert(var payload) && payload.destinations() > 0) {
            return router + " SendAdvert[" + HexFormat.of().formatHex(payload.bytes(0)) + " to "
                    + payload.destinations() + "]";
        }
        return router + " " + action;
    }
}
