package ai.callcenter.tenancy.tenant;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Json;

/**
 * What the application keeps about a tenant: a JSON object of at most {@value #MAX_BYTES} bytes, nested at most
 * {@value #MAX_DEPTH} deep.
 *
 * @param json the object
 */
public record Metadata(Json json) {
    /** The longest object, in bytes of UTF-8. */
    public static final int MAX_BYTES = 16 * 1024;

    /** The deepest nesting: one less than that of any {@link Json}, since the trail holds it inside an object. */
    public static final int MAX_DEPTH = 63;

    /** No metadata: the empty object. */
    public static final Metadata NONE = new Metadata(Json.EMPTY_OBJECT);

    /**
     * Checks the object.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public Metadata {
        if (!json.isObject()) {
            throw TenancyException.invalid("metadata must be a JSON object");
        }
        json.atMost(MAX_BYTES, "metadata").atMostDeep(MAX_DEPTH, "metadata");
    }
}
