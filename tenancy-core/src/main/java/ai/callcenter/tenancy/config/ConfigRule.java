package ai.callcenter.tenancy.config;

import ai.callcenter.tenancy.text.Json;
import org.jspecify.annotations.Nullable;

/** What may stand under a reserved key, and who may put it there. The core itself does not look into values. */
@FunctionalInterface
public interface ConfigRule {
    /**
     * Judges a change, in the transaction that makes it, of a caller who may write configuration.
     *
     * @param before the present value; null where there is none
     * @param after the new value; null where the key is deleted
     * @param privileged whether the caller is an operator or the application itself, rather than a member
     * @throws RuntimeException to refuse it: nothing is changed, and the exception reaches the caller as it is
     */
    void check(@Nullable Json before, @Nullable Json after, boolean privileged);
}
