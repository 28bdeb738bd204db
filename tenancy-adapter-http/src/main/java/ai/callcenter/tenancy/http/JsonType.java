package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Json;
import com.fasterxml.jackson.core.JsonToken;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What a member of a JSON object must be, and what is made of it. Nothing is coerced: {@code "5"} is no number. */
@FunctionalInterface
interface JsonType<T> {
    /**
     * Makes the value.
     *
     * @throws TenancyException {@code invalid_input}
     */
    T from(JsonMember member);

    /** A string. */
    static <T> JsonType<T> text(Function<String, T> make) {
        return member -> {
            if (member.token() != JsonToken.VALUE_STRING) {
                throw TenancyException.invalid("must be a string");
            }
            return make.apply(member.text());
        };
    }

    /** {@code true} or {@code false}. */
    static JsonType<Boolean> flag() {
        return member -> switch (member.token()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw TenancyException.invalid("must be true or false");
        };
    }

    /** A whole number; one beyond the range of an {@code int} becomes that range's end. */
    static <T> JsonType<T> integer(IntFunction<T> make) {
        return member -> {
            if (member.token() != JsonToken.VALUE_NUMBER_INT) {
                throw TenancyException.invalid("must be a whole number");
            }
            return make.apply(clamped(member.text()));
        };
    }

    private static int clamped(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return digits.startsWith("-") ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
    }

    /** Any JSON. */
    static <T> JsonType<T> json(Function<Json, T> make) {
        return member -> make.apply(new Json(member.json()));
    }
}
