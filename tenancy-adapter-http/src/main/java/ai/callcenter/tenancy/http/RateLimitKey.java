package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.config.ConfigRule;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Json;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What may stand under {@link RateLimits#KEY}: {@code {"requests": 300, "per": "PT1M"}}. A member sets at most what the
 * server allows; operators and the application set anything, and with {@code "fixed": true} in it, only they change or
 * delete it.
 *
 * <pre>{@code
 * Tenancy.builder(store).reserve(RateLimits.KEY, new RateLimitKey(limits.tenant()))
 * }</pre>
 */
public final class RateLimitKey implements ConfigRule {
    private static final String VALUE = "/value";

    private final @Nullable RateLimit server;

    /** @param server what the server allows a tenant; null for no limit */
    public RateLimitKey(@Nullable RateLimit server) {
        this.server = server;
    }

    @Override
    public void check(@Nullable Json before, @Nullable Json after, boolean privileged) {
        if (!privileged && before != null && isFixed(before)) {
            throw new TenancyException(
                    ErrorCode.INSUFFICIENT_ROLE,
                    "An operator has fixed this tenant's rate limit; only one may change it.");
        }
        if (after == null) {
            return;
        }
        Own own = own(after);
        if (!privileged && own.fixed()) {
            throw Refusal.invalid(InputError.at(VALUE + "/fixed", "only an operator may fix the limit"));
        }
        if (!privileged && server != null && !own.limit().isAtMost(server)) {
            throw Refusal.invalid(InputError.at(
                    VALUE,
                    "must be at most what the server allows, %d in %s, at once and in the long run; an operator may set more"
                            .formatted(server.requests(), server.per())));
        }
    }

    /**
     * The limit in a value.
     *
     * @throws Refusal when there is none
     */
    static RateLimit read(Json value) {
        return own(value).limit();
    }

    private record Own(RateLimit limit, boolean fixed) {}

    private static boolean isFixed(Json value) {
        try {
            return own(value).fixed();
        } catch (Refusal e) {
            return false; // written before the key was reserved
        }
    }

    private static Own own(Json value) {
        if (!value.isObject()) {
            throw Refusal.invalid(
                    InputError.at(VALUE, "must be an object such as {\"requests\": 300, \"per\": \"PT1M\"}"));
        }
        try {
            Fields in = new Fields(JsonObject.parse(value.text()));
            Long requests = in.required("requests", JsonType.integer(RateLimitKey::requests));
            Duration per = in.required("per", JsonType.text(RateLimitKey::period));
            Boolean fixed = in.optional("fixed", RateLimitKey::flag);
            in.check();
            return new Own(new RateLimit(requests, per), fixed != null && fixed);
        } catch (Refusal refusal) {
            throw within(refusal);
        }
    }

    private static Long requests(int requests) {
        return valid(() -> new RateLimit(requests, Duration.ofSeconds(1))).requests();
    }

    private static Duration period(String text) {
        try {
            return RateLimit.parse("1/" + text).per();
        } catch (IllegalArgumentException e) {
            throw TenancyException.invalid("must be a duration of whole seconds, from PT1S to PT24H, such as PT1M");
        }
    }

    private static Boolean flag(JsonMember member) {
        return switch (member.token()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw TenancyException.invalid("must be true or false");
        };
    }

    private static RateLimit valid(Supplier<RateLimit> limit) {
        try {
            return limit.get();
        } catch (IllegalArgumentException e) {
            throw TenancyException.invalid(String.valueOf(e.getMessage()));
        }
    }

    /** The same refusal of a part of the body. */
    private static Refusal within(Refusal refusal) {
        List<InputError> errors = refusal.problem().errors().stream()
                .map(error -> InputError.at(VALUE + error.where(), error.message()))
                .toList();
        return new Refusal(Problem.invalid(errors));
    }
}
