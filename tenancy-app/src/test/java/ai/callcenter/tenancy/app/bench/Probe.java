package ai.callcenter.tenancy.app.bench;

import java.util.function.IntFunction;

/**
 * Two kinds of request that must be answered alike.
 *
 * @param what is asked
 * @param there makes a request for what there is, by its number
 * @param absent makes one for what there is not
 * @param undo makes the request that takes one back; null where nothing is done
 */
record Probe(
        String what,
        IntFunction<Ask> there,
        IntFunction<Ask> absent,
        @org.jspecify.annotations.Nullable IntFunction<Ask> undo) {

    /**
     * A request.
     *
     * @param method the method
     * @param path the path
     * @param json the body; empty for none
     * @param named what the request names, so that answers are compared without it
     */
    record Ask(String method, String path, String json, String named) {}
}
