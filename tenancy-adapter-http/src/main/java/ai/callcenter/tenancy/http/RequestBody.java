package ai.callcenter.tenancy.http;

/** The body of a request. */
final class RequestBody {
    /** The longest body: 64 KiB. */
    static final int MAX_BYTES = 64 * 1024;

    private RequestBody() {}
}
